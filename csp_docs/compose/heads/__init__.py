"""The head of a paper: its logo, header lines with fields of the document, running heads and feet."""
