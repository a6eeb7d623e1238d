"""The tables: ``core`` has articles, runs and claims, ``identity`` entities and decisions,
``review`` what people say of claims, ``articles`` what they know of articles, ``comparison`` what
is compared, ``topics`` what claims are about, ``threads`` which say the same, ``relations`` how
others relate, ``saved_views`` the filters that a user keeps, ``failures``
what is to be tried again. ``base`` is what they are made with.
``aside`` tells why a first look leaves out a claim.

Importing any module of this package maps all tables, so that ``Base.metadata`` is whole.
"""

from db.schema import (
    articles,
    comparison,
    core,
    failures,
    identity,
    relations,
    review,
    saved_views,
    threads,
    topics,
)

__all__ = [
    "articles",
    "comparison",
    "core",
    "failures",
    "identity",
    "relations",
    "review",
    "saved_views",
    "threads",
    "topics",
]
