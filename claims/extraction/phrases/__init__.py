"""What a claim speaks about: the noun phrases of its content.

``find`` reads them off tags and entities, ``acronyms`` opens those that the article explains,
``component`` hands them on.
"""
