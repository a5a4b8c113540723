"""Paragraph, list and table styles, and the numbering that belongs to them."""
