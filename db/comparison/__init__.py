"""What articles say, compared as they are stored: copies of one text are one story, phrases of one
meaning one topic.

``ingest`` keeps it up to date, article by article; ``rebuild`` makes all of it anew.
"""
