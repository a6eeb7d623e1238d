"""What articles say, compared as they are stored: copies of one text are one story, what claims
quote is found again by its words, phrases of one meaning are one topic, claims that say the same
are one thread, under what people judged.

``ingest`` keeps it up to date, article by article; ``rebuild`` makes all of it anew.
"""
