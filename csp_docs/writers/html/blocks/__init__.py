"""Blocks as markup."""
