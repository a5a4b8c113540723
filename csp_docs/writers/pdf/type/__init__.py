"""Fonts, words and lines, and the boxes for them."""
