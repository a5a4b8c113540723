"""What other libraries make, as blocks. None of these libraries is imported."""
