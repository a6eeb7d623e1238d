"""From the source as written to whom it means: names, pronouns, descriptions, documents.

``component`` is the spaCy component, ``sources`` decides by the form of the source.
"""
