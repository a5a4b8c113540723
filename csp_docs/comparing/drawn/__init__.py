"""What drawings print: charts, whose numbers files have as data; diagrams and maps, of which files have the words."""
