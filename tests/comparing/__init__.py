"""Tests of what is read in files, and of how they are compared."""
