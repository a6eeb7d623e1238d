"""The tables that queries read, what their rows are called, and which of them count.

Names are matched on their folded keys, which hold letters, digits and spaces only, so nothing a
user types can act as a wildcard there.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, and_, false, func, literal, select, true

from claims.claim import SpeakerKind
from claims.language.folding import fold
from db.schema.base import Base

_TABLES: Final = Base.metadata.tables
claim: Final = _TABLES["claim"]
article: Final = _TABLES["article"]
outlet: Final = _TABLES["outlet"]
claim_speaker: Final = _TABLES["claim_speaker"]
mention: Final = _TABLES["mention"]
mention_entity: Final = _TABLES["mention_entity"]
entity: Final = _TABLES["entity"]
entity_name: Final = _TABLES["entity_name"]
organization_parent: Final = _TABLES["organization_parent"]
known_affiliation: Final = _TABLES["known_affiliation"]
affiliation: Final = _TABLES["affiliation"]
article_sample: Final = _TABLES["article_sample"]
phrase: Final = _TABLES["phrase"]
claim_phrase: Final = _TABLES["claim_phrase"]
claim_meaning: Final = _TABLES["claim_meaning"]
thread: Final = _TABLES["thread"]
claim_relation: Final = _TABLES["claim_relation"]

# More than any name or title has, fewer than SQLite can take in one condition.
MOST_WORDS: Final = 100

Condition = ColumnElement[bool]


def has_words(key: ColumnElement[str], text: str) -> Condition:
    """Each word of ``text`` begins a word of a folded key; never, if it has none or too many."""
    words = dict.fromkeys(fold(text).split())
    if not 0 < len(words) <= MOST_WORDS:
        return false()
    return and_(*((literal(" ") + key).like(f"% {word}%") for word in words))


def shown_name(of: FromClause = entity) -> ColumnElement[str]:
    """What an entity is shown as; the same for all that are one."""
    return func.coalesce(of.c.label, of.c.name)


def shown_title() -> ColumnElement[str]:
    """What an article is called: its title, or the name of its file if it has none."""
    return func.coalesce(article.c.title, path_and_name()[1])


def story_began_with() -> ColumnElement[str]:
    """Id of the article that began an article's story: its own if it is in none with others."""
    first = article.alias("first_of_story")
    return (
        select(first.c.public_id)
        .where(first.c.id == func.coalesce(article.c.story_id, article.c.id))
        .correlate(article)
        .scalar_subquery()
    )


def path_and_name(of: FromClause = article) -> tuple[ColumnElement[str], ColumnElement[str]]:
    """The path of an article's file with slashes, and what stands after the last of them."""
    path = func.replace(of.c.path, "\\", "/")
    folder = func.rtrim(path, func.replace(path, "/", ""))
    return path, func.substr(path, func.length(folder) + 1)


def shown_key(of: FromClause = entity) -> ColumnElement[str]:
    """`shown_name`, folded."""
    return func.coalesce(of.c.label_key, of.c.name_key)


def is_live() -> Condition:
    """A row of ``mention_entity`` is the judgement that counts now."""
    return mention_entity.c.retired_at.is_(None)


def is_current() -> Condition:
    """A row of ``claim`` is one that readers see.

    ``IS``, because with ``=`` SQLite would walk the partial index over public ids, which are
    hashes: it would read the table in random order.
    """
    return claim.c.current.is_(true())


def is_stated(
    body: FromClause, key: ColumnElement[Any] = affiliation.c.organization_key
) -> Condition:
    """An entity is the organization that an article states by this folded name: of namesakes,
    which only people can tell apart, the first."""
    return and_(
        body.c.name_key == key,
        body.c.kind == SpeakerKind.ORGANIZATION.value,
        body.c.namesake == 0,
    )
