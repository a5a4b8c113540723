"""Performance tables: measures, with what is calculated from them."""
