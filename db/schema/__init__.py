"""The tables: ``core`` has articles, runs and claims, ``identity`` entities and decisions,
``review`` what people say of claims, ``articles`` what they know of articles, ``comparison/`` what
is compared, ``saved_views`` the filters that a user keeps, ``failures`` what is to be tried again.
``base`` is what they are made with. ``aside`` says why a first look leaves out a claim.

Importing any module of this package maps all tables, so that ``Base.metadata`` is whole.
"""

from db.schema import articles, core, failures, identity, review, saved_views
from db.schema.comparison import quotations, relations, stories, threads, topics

__all__ = [
    "articles",
    "core",
    "failures",
    "identity",
    "quotations",
    "relations",
    "review",
    "saved_views",
    "stories",
    "threads",
    "topics",
]
