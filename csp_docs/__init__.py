"""Council documents as Word and as accessible PDF from one object model."""
