"""Decisions taken once for all writers: numbers, contents, columns, sizes and what is kept together."""
