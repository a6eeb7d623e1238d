"""The names of an article: found whole, given a kind, and gathered into clusters of one bearer
each.
"""
