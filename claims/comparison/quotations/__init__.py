"""Copies of the words of a claim: where they stand again, cut, altered or in another's mouth."""
