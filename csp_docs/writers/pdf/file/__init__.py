"""A PDF file: its objects, its tags, its outline and its metadata."""
