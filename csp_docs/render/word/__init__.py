"""The Word writer: what a careful officer would have made by hand."""
