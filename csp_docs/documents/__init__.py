"""A document's YAML file as an object of the model."""
