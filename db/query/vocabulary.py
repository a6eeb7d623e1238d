"""Names that the archive knows, to complete with: by any word of theirs, or all the frequent."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Text,
    cast,
    exists,
    func,
    or_,
    select,
)

from claims.claim import SpeakerKind
from claims.language.folding import fold
from db.connection.reading import reading
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_phrase,
    claim_speaker,
    entity,
    is_live,
    mention_entity,
    outlet,
    phrase,
    shown_name,
    thread,
)
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.comparison import topics as topic_schema
from db.schema.identity import EntityName
from db.schema.saved_views import SavedView

_MOST_TITLES: Final = 5_000
_MOST_THREADS: Final = 5_000


class Named(StrEnum):
    """What can be asked for by name."""

    SPEAKER = "speaker"
    ORGANIZATION = "organization"
    OUTLET = "outlet"
    ARTICLE = "article"
    CUE = "cue"
    VIEW = "view"
    TAG = "tag"
    TOPIC = "topic"
    THREAD = "thread"


def names_starting(engine: Engine, what: Named, start: str, *, limit: int = 50) -> list[str]:
    """Names of which some word begins with ``start``, in alphabetical order.

    Speakers are persons and organizations, under each name they go by.

    Args:
        engine: Of the archive.
        what: Whose names.
        start: The first letters, whatever their case and accents; empty matches every name.
        limit: At most this many.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        found = connection.scalars(_named(what, fold(start)).distinct().limit(limit)).all()
    return [name for name in found if name]


def speakers_called(
    engine: Engine, start: str, *, kind: SpeakerKind | None = None, limit: int = 5
) -> list[str]:
    """What speakers are called of whom some name has a word that begins so, the most quoted first.

    Args:
        engine: Of the archive.
        start: As for `names_starting`.
        kind: Only speakers of this kind; without it persons and organizations.
        limit: At most this many.

    Raises:
        ArchiveError: The database failed.
    """
    named = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION) if kind is None else (kind,)
    called = (
        select(entity.c.canonical_id)
        .join(EntityName, EntityName.entity_id == entity.c.id)
        .where(entity.c.kind.in_(named), _begins_a_word(EntityName.name_key, fold(start)))
    )
    with reading(engine) as connection:
        return most_quoted(connection, limit, entity.c.canonical_id.in_(called))


def persons(engine: Engine, most: int = 20_000) -> frozenset[str]:
    """What persons are shown as.

    Args:
        engine: Of the archive.
        most: At most this many.

    Raises:
        ArchiveError: The database failed.
    """
    statement = select(shown_name()).where(entity.c.kind == SpeakerKind.PERSON).limit(most)
    with reading(engine) as connection:
        return frozenset(connection.scalars(statement))


def vocabulary(engine: Engine, most: int = 20_000) -> dict[str, list[str]]:
    """Names by key of the filter line, the most frequent first.

    Args:
        engine: Of the archive.
        most: At most this many names a key.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return {
            "speaker": most_quoted(connection, most),
            "org": _organizations(connection, most),
            "outlet": list(
                connection.scalars(select(outlet.c.name).order_by(outlet.c.name).limit(most))
            ),
            "article": _titles(connection, min(most, _MOST_TITLES)),
            "month": _months(connection),
            "cue": _cues(connection, most),
            "tag": _tags(connection, most),
            "topic": _topics(connection, most),
            "thread": _threads(connection, min(most, _MOST_THREADS)),
        }


def most_quoted(connection: Connection, most: int, *which: ColumnElement[bool]) -> list[str]:
    """What speakers are called, those with most claims first.

    Args:
        connection: To read with.
        most: At most this many.
        which: Conditions on the entities.
    """
    number = func.count()
    statement = (
        select(func.min(shown_name()))
        .join(mention_entity, mention_entity.c.entity_id == entity.c.id)
        .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
        .where(is_live(), *which)
        .group_by(entity.c.canonical_id)
        .order_by(number.desc(), func.min(shown_name()))
        .limit(most)
    )
    return list(dict.fromkeys(connection.scalars(statement)))


def _organizations(connection: Connection, most: int) -> list[str]:
    number = func.count()
    statement = (
        select(affiliation.c.organization)
        .where(affiliation.c.organization.is_not(None))
        .group_by(affiliation.c.organization)
        .order_by(number.desc(), affiliation.c.organization)
        .limit(most)
    )
    return [name for name in connection.scalars(statement) if name]


def _titles(connection: Connection, most: int) -> list[str]:
    """Titles of the newest articles."""
    statement = (
        select(article.c.title)
        .where(article.c.title.is_not(None))
        .order_by(article.c.published.desc().nulls_last(), article.c.id)
        .limit(most)
    )
    return [title for title in dict.fromkeys(connection.scalars(statement)) if title]


def _months(connection: Connection) -> list[str]:
    """Months in which articles were published, the newest first."""
    month = func.substr(cast(article.c.published, Text), 1, 7)
    statement = select(month).where(article.c.published.is_not(None)).distinct()
    return sorted(connection.scalars(statement), reverse=True)


def _cues(connection: Connection, most: int) -> list[str]:
    """Lemmas by their keys, which the index holds."""
    key = claim.c.cue_lemma_key
    statement = (
        select(key)
        .where(key.is_not(None))
        .group_by(key)
        .order_by(func.count().desc(), key)
        .limit(most)
    )
    return [cue for cue in connection.scalars(statement) if cue]


def _tags(connection: Connection, most: int) -> list[str]:
    """Tags as they were first written."""
    tag, key = review_schema.ClaimTag.tag, review_schema.ClaimTag.tag_key
    number = func.count()
    statement = select(func.min(tag)).group_by(key).order_by(number.desc(), key).limit(most)
    return [name for name in connection.scalars(statement) if name]


def _topics(connection: Connection, most: int) -> list[str]:
    """Labels of topics, by how many claims have their phrases."""
    topic, number = phrase.alias("topic"), func.count()
    statement = (
        select(topic.c.label)
        .join(phrase, phrase.c.topic_id == topic.c.id)
        .join(claim_phrase, claim_phrase.c.phrase_id == phrase.c.id)
        .group_by(topic.c.id, topic.c.label)
        .order_by(number.desc(), topic.c.label)
        .limit(most)
    )
    return list(dict.fromkeys(connection.scalars(statement)))


def _threads(connection: Connection, most: int) -> list[str]:
    """Labels of threads of several claims, those of most claims first."""
    statement = (
        select(thread.c.label)
        .where(thread.c.claims > 1, thread.c.label.is_not(None))
        .order_by(thread.c.claims.desc(), thread.c.label)
        .limit(most)
    )
    return [label for label in dict.fromkeys(connection.scalars(statement)) if label]


def _speaks() -> ColumnElement[bool]:
    """An entity, or one that is one with it, is mentioned; not only the employer of somebody."""
    member = entity.alias()
    return exists().where(
        member.c.canonical_id == entity.c.canonical_id, mention_entity.c.entity_id == member.c.id
    )


def _begins_a_word(key: Any, start: str) -> ColumnElement[bool]:
    """A folded key has a word that begins so, and goes on so if there are several."""
    return or_(key.startswith(start), key.contains(f" {start}"))


def _named(what: Named, start: str) -> Select[Any]:
    if what is Named.SPEAKER:
        named = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
        name, key = EntityName.name, EntityName.name_key
        return (
            select(name)
            .join(entity, entity.c.id == EntityName.entity_id)
            .where(entity.c.kind.in_(named), _begins_a_word(key, start), _speaks())
            .order_by(name)
        )
    if what is Named.OUTLET:
        name, key = schema.Outlet.name, schema.Outlet.name_key
        return select(name).where(_begins_a_word(key, start)).order_by(name)
    if what is Named.CUE:
        cue = schema.Claim.cue_lemma_key
        return select(cue).where(_begins_a_word(cue, start)).order_by(cue)
    if what is Named.VIEW:
        name, key = SavedView.name, SavedView.name_key
        return select(name).where(_begins_a_word(key, start)).order_by(name)
    if what is Named.TAG:
        tagged, tag_key = review_schema.ClaimTag.tag, review_schema.ClaimTag.tag_key
        return select(tagged).where(_begins_a_word(tag_key, start)).order_by(tagged)
    if what is Named.TOPIC:
        words, shared = topic_schema.Phrase.label, topic_schema.Phrase.key
        return select(words).where(shared.startswith(start)).order_by(words)
    if what is Named.THREAD:
        called, label_key = thread.c.label, thread.c.label_key
        showing = thread.c.merged_into.is_(None)
        return select(called).where(_begins_a_word(label_key, start), showing).order_by(called)
    if what is Named.ORGANIZATION:
        stated, its_key = schema.Affiliation.organization, schema.Affiliation.organization_key
        return select(stated).where(_begins_a_word(its_key, start)).order_by(stated)
    title, title_key = schema.Article.title, schema.Article.title_key
    return select(title).where(_begins_a_word(title_key, start)).order_by(title)
