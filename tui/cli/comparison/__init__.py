"""Commands that compare what articles say."""
