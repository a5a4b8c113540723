"""The PDF writer: tagged from the start, PDF/UA-1 and PDF/A-2a together."""
