"""What is looked at: drawings as SVG, pictures, and the numbers of charts and maps as tables."""
