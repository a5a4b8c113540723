"""Figures that a document takes from a CSV file."""
