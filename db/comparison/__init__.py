"""What articles say, compared as they are stored: copies of one text are one story.

``ingest`` keeps it up to date, article by article; ``rebuild`` makes all of it anew.
"""
