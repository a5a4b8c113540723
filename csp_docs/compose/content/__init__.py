"""The content of sections, field values and tables as blocks."""
