"""The one speaker that a person means by a name or a public id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    literal,
    or_,
    select,
)

from claims.claim import SpeakerKind
from claims.language.folding import fold
from claims.language.nearest import nearest
from db.query.model import QueryError
from db.query.tables import entity, entity_name, has_words, is_live, mention_entity, shown_name
from db.query.vocabulary import most_quoted

_MOST_NAMED: Final = 5
_MOST_KNOWN: Final = 20_000
_NAMED: Final = (SpeakerKind.PERSON.value, SpeakerKind.ORGANIZATION.value)
_MOST_WORDS: Final = 100


@dataclass(frozen=True, slots=True)
class FoundSpeaker:
    """A speaker: the entity that stands for it, and the member whose name was given."""

    id: int
    public_id: str
    name: str
    kind: str
    member_id: int
    member_name: str
    speaks: bool


def find_entity(connection: Connection, name: str, *, within: int | None = None) -> FoundSpeaker:
    """The speaker of a name: of that very name, else the only one with all of its words.

    Args:
        connection: To read with.
        name: A name or a public id.
        within: Only among the names of the speaker for whom this entity stands.

    Raises:
        QueryError: There is none, or there are several.
    """
    key = fold(name)
    ways = [entity.c.public_id == name.strip()]
    if key:
        spelled = select(entity_name.c.entity_id).where(entity_name.c.name_key == key)
        whole = select(entity_name.c.entity_id).where(_has_whole_words(entity_name.c.name_key, key))
        worded = select(entity_name.c.entity_id).where(has_words(entity_name.c.name_key, key))
        ways += [
            or_(entity.c.name_key == key, entity.c.label_key == key),
            entity.c.id.in_(spelled),
            or_(entity.c.id.in_(whole), _has_whole_words(entity.c.label_key, key)),
            or_(entity.c.id.in_(worded), has_words(entity.c.label_key, key)),
        ]
    for way in ways:
        found = _foremost(_found(connection, way, within))
        if len({one.id for one in found}) == 1:
            return next((one for one in found if one.member_name == one.name), found[0])
        if found:
            _refuse(name, found)
    hint = "" if within else _hint(connection, name)
    raise QueryError(f"there is no speaker called {name!r}{hint}")


def _hint(connection: Connection, name: str) -> str:
    meant = nearest(name, most_quoted(connection, _MOST_KNOWN))
    return "" if meant is None else f"; did you mean {meant!r}?"


def _has_whole_words(column: ColumnElement[str], key: str) -> ColumnElement[bool]:
    spaced = literal(" ") + column + " "
    return and_(*(spaced.like(f"% {word} %") for word in key.split()[:_MOST_WORDS]))


def shown(connection: Connection, ident: int) -> str:
    """What an entity is shown as."""
    return connection.scalar(select(shown_name()).where(entity.c.id == ident)) or ""


def _found(connection: Connection, way: Any, within: int | None) -> list[FoundSpeaker]:
    canonical = entity.alias("canonical")
    statement: Select[Any] = (
        select(
            canonical.c.id,
            canonical.c.public_id,
            shown_name(),
            entity.c.kind,
            entity.c.id,
            entity.c.name,
            _speaks(),
        )
        .join(canonical, canonical.c.id == entity.c.canonical_id)
        .where(way)
        .order_by(entity.c.id)
        .limit(500)
    )
    if within is not None:
        same = select(entity.c.canonical_id).where(entity.c.id == within).scalar_subquery()
        statement = statement.where(canonical.c.id == same)
    return [FoundSpeaker(*row) for row in connection.execute(statement)]


def _foremost(found: list[FoundSpeaker]) -> list[FoundSpeaker]:
    """Persons and organizations before groups and documents, and of these the ones who speak
    before those who are only said to employ somebody."""
    named = [one for one in found if one.kind in _NAMED]
    return [one for one in named if one.speaks] or named or found


def _speaks() -> Any:
    return exists().where(is_live(), mention_entity.c.entity_id == entity.c.id)


def _refuse(name: str, found: list[FoundSpeaker]) -> None:
    each = {one.id: f"{one.name} ({one.public_id})" for one in found}
    listed = ", ".join(sorted(each.values())[:_MOST_NAMED])
    more = f" and {len(each) - _MOST_NAMED:,} more" if len(each) > _MOST_NAMED else ""
    raise QueryError(f"{name!r} could be {listed}{more}; give the id")
