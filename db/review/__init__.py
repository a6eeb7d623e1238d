"""What people say of claims: steps of appended events, undone and redone, carried over to new runs.

``actions`` is what others call; readers see only what ``apply`` wrote into the claim's rows.
"""
