"""The tables: ``core`` has articles, runs and claims, ``identity`` entities and decisions,
``review`` what people say of claims. ``base`` is what they are made with.

Importing any module of this package maps all tables, so that ``Base.metadata`` is whole.
"""

from db.schema import core, identity, review

__all__ = ["core", "identity", "review"]
