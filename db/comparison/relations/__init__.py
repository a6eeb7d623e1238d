"""Relations: which claim repeats, denies or updates which, found as articles come.

``claims`` is what a relation is told from; ``rows`` stores what is found; ``judgements`` is what
people decide.
"""
