"""The page around the words: its head, its looks and its landmarks."""
