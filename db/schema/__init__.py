"""The tables: ``core`` has articles, runs and claims, ``identity`` entities and decisions,
``review`` what people say of claims, ``comparison`` what is compared, ``topics`` what claims are
about. ``base`` is what they are made with.

Importing any module of this package maps all tables, so that ``Base.metadata`` is whole.
"""

from db.schema import comparison, core, identity, review, topics

__all__ = ["comparison", "core", "identity", "review", "topics"]
