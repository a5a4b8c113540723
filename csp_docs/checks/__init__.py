"""Findings on model, document and output."""
