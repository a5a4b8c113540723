"""From a model to files: checked, composed, numbered, laid out once, written whole or not at all."""
