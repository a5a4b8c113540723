"""Calculates from figures, and formats figures, dates and periods for print."""
