"""The object model: what a document says, one class for each kind of document."""
