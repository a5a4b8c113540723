"""What is calculated from figures, and how figures, dates and periods are printed."""
