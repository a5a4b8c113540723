"""Boxes as content streams."""
