"""How columns and parts share the room of a page."""
