"""Blocks as paragraphs and tables."""
