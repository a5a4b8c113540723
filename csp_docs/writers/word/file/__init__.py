"""A Word file: its parts, its elements and its units."""
