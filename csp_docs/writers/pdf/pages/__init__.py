"""Boxes on pages, with the furniture around them."""
