"""Boxes on pages, with what surrounds them."""
