"""All that reads an author's text: characters, marks and expressions."""
