"""Reads an author's text: characters, marks and expressions."""
