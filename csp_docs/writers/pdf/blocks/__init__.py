"""Blocks as boxes."""
