"""Sections of pages, with heads and feet."""
