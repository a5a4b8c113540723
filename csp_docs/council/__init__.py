"""How a council prints: its template, its colours and its layouts."""
