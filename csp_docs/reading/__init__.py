"""From YAML to classes: a tree of texts that know their place, and the structure that classes give it."""
