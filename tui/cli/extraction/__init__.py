"""The commands that extract claims: to print or to store them, of files, pages or stored texts."""
