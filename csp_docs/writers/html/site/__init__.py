"""A long document as a folder of pages: one for each chapter, and those with which readers find what they look for."""
