"""One frozen filter, ``ClaimQuery``: from the filter line or options, into SQL, a sentence and a
line again.
"""
