"""One article with its claims marked, its speakers, and why a claim is whose it is."""
