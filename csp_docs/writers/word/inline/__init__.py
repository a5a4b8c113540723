"""Runs, fields, notes and comments."""
