"""What only papers need that are not for the public, or have a marking."""
