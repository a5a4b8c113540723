"""Model to block tree: where a council's conventions turn a model into blocks."""
