"""Role and organization of each speaker as the article states them, with the words that do."""
