"""The writers, which turn the block tree into files."""
