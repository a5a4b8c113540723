"""What charts and maps say, in words, for those who cannot see them."""
