"""From a model to files: checked, composed, numbered, laid out once, and written completely or not at all."""
