"""The fluent skin over the model: one small class for each kind."""
