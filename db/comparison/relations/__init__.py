"""Relations: which claim repeats, denies or updates which, found as articles come.

``claims`` is what relations are found from; ``rows`` stores what is found; ``judgements`` is what
people decide.
"""
