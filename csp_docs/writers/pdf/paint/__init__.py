"""The step from boxes to content streams."""
