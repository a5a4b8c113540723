"""What all writers decide alike, once: numbers, contents, columns, sizes and what stays together."""
