"""Finding text in the rows of the table: the line to type it in, and its matches."""
