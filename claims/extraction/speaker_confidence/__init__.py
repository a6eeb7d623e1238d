"""How likely the names and the affiliations are right that extraction gives to speakers."""
