"""Looks: the theme, and how wide its words are."""
