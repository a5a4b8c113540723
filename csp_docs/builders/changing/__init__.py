"""What every builder does, whatever its document: it changes parts, shows them and writes them."""
