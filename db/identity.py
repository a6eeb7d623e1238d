"""Who is behind the mentions of an article: entities by kind and folded name, and their names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Insert, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from claims.article import Article
from claims.claim import Affiliation, Claim, Speaker, SpeakerKind
from claims.identity.folding import fold
from claims.identity.forms import name_form
from db.ids import entity_public_id
from db.schema import Base, Entity, EntityName, MentionEntity

METHOD = "name"
"""How mentions are linked here: the same kind and the same folded full name."""

_NAMED = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANIZATION})


@dataclass
class Voice:
    """One speaker of an article with all that the article says of it, from any of its claims."""

    name: str
    kind: SpeakerKind
    affiliations: dict[Affiliation, None] = field(default_factory=dict)
    forms: dict[str, None] = field(default_factory=dict)

    @property
    def name_key(self) -> str:
        """The folded name; a name without a letter or digit stands for itself."""
        return fold(self.name) or self.name

    @property
    def public_id(self) -> str:
        """Public id of the entity that this is."""
        return entity_public_id(self.kind, self.name_key)


def voices(article: Article, claims: Iterable[Claim]) -> dict[tuple[str, SpeakerKind], Voice]:
    """The distinct speakers of an article's claims, by name and kind, in order of appearance."""
    found: dict[tuple[str, SpeakerKind], Voice] = {}
    for claim in claims:
        for speaker in claim.speakers:
            voice = found.setdefault(identity(speaker), Voice(speaker.name, speaker.kind))
            voice.affiliations.update(dict.fromkeys(speaker.affiliations))
        form = _form(article, claim)
        if form is not None:
            found[identity(claim.speakers[0])].forms[form] = None
    return found


def identity(speaker: Speaker) -> tuple[str, SpeakerKind]:
    """What makes two speakers of one article the same."""
    return speaker.name, speaker.kind


def link(connection: Connection, mentions: Sequence[tuple[int, Voice]], *, now: datetime) -> None:
    """Link stored mentions to their entities, made where there are none yet.

    Args:
        connection: In a transaction.
        mentions: Id of each mention and whom it mentions.
        now: When they are linked.
    """
    ids = _entities(connection, [voice for _, voice in mentions])
    names: dict[tuple[int, str], str] = {}
    for _, voice in mentions:
        for name in (voice.name, *voice.forms):
            names.setdefault((ids[voice.public_id], fold(name) or name), name)
    add(
        connection,
        insert_new(connection, EntityName),
        [{"entity_id": i, "name_key": key, "name": n} for (i, key), n in sorted(names.items())],
    )
    add(
        connection,
        insert(MentionEntity),
        [
            {
                "mention_id": mention,
                "entity_id": ids[voice.public_id],
                "method": METHOD,
                "score": 1.0,
                "created_at": now,
            }
            for mention, voice in mentions
        ],
    )


def insert_new(connection: Connection, table: type[Base]) -> Insert:
    """An insert that passes over rows whose key is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing()
    return postgresql.insert(table).on_conflict_do_nothing()


def add(connection: Connection, statement: Insert, rows: Sequence[dict[str, Any]]) -> None:
    """Insert rows, if there are any: an empty list would insert a row of defaults."""
    if rows:
        connection.execute(statement, rows)


def _entities(connection: Connection, wanted: Iterable[Voice]) -> dict[str, int]:
    """Ids of entities by public id; the first article to name one gives it its name."""
    # In one order everywhere, so that two writers never wait for each other's rows.
    by_id = {voice.public_id: voice for voice in sorted(wanted, key=lambda v: v.public_id)}
    known = _known_entities(connection, list(by_id))
    missing = [
        {"public_id": i, "kind": v.kind, "name": v.name, "name_key": v.name_key}
        for i, v in by_id.items()
        if i not in known
    ]
    if missing:
        connection.execute(insert_new(connection, Entity), missing)
        known.update(_known_entities(connection, [str(row["public_id"]) for row in missing]))
    return known


def _known_entities(connection: Connection, public_ids: Sequence[str]) -> dict[str, int]:
    found = select(Entity.public_id, Entity.id).where(Entity.public_id.in_(public_ids))
    return dict(connection.execute(found).all())


def _form(article: Article, claim: Claim) -> str | None:
    """The name that a claim's source as written gives to its one speaker."""
    if len(claim.speakers) != 1 or len(claim.source) != 1 or claim.speakers[0].kind not in _NAMED:
        return None
    span = claim.source[0]
    return name_form(article.text[span.start : span.end])
