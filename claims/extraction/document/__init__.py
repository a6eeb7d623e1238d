"""What the stages of extraction hand to each other: the attributions of a document and where they
may stand.
"""
