"""The writers: block tree to files."""
