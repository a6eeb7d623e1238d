"""Who is the same across articles: names in, scored pairs and groups out. Knows no database."""
