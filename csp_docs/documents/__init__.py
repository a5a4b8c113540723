"""Loads a document's YAML file as an object of the model."""
