"""Which articles are copies of one text: shingles, what two share, and the groups they form."""
