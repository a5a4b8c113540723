"""From YAML to classes: a tree of texts with their places, and the objects that are made from it."""
