"""How columns of tables share the room of a page."""
