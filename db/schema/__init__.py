"""The tables: ``core`` has articles, runs and claims, ``identity`` entities and decisions,
``review`` what people say of claims.
"""
