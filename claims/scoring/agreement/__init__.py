"""When two things count as the same: contents, sources, names, and the words that these share."""
