"""The theme, and the widths of its words."""
