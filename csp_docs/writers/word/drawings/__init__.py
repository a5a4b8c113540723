"""Pictures, shapes and native charts."""
