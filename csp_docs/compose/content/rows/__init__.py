"""Cells of tables that are more than words: ratings and sums."""
