"""What a user might pick instead: each module writes the neutral document with another library."""
