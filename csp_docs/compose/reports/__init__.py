"""Reports to a meeting and highlight reports."""
