"""The six questions of a strategic assessment: one file for each, from figures to content."""
