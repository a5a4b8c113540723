"""Speed and memory, measured and never asserted: see README.md in this folder."""
