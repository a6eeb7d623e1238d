"""Which characters of a text stand inside quotation marks: pure text, below extraction, tagger and
scoring.
"""
