"""Letters, words and lines, and the boxes that they are set in."""
