"""What is computed from other rows and kept beside them, against what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, select, update

from claims.language.folding import fold
from db.identity.clusters import cluster, misplaced
from db.identity.linking import keep_keys, keys_for
from db.identity.reassign import held_by, refresh_affiliations
from db.keeping.problems import Mend, Problem
from db.query.conditions.review import tag_key
from db.schema import core as schema
from db.schema.aside import reasons, set_aside
from db.schema.base import Base
from db.schema.comparison.threads import Thread
from db.schema.identity import Entity, EntityAffiliation, EntityKey, KnownAffiliation
from db.schema.review import ClaimNote, ClaimTag
from db.schema.saved_views import SavedView
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_AT_ONCE: Final = 500


def _or_itself(words: str) -> str:
    return fold(words) or words


@dataclass(frozen=True, slots=True)
class _Folded:
    """A column that holds another one of the same row folded, for matching."""

    table: type[Base]
    column: str
    key: str
    folded: Callable[[str], str] = fold


_FOLDED: Final = (
    _Folded(schema.Outlet, "name", "name_key"),
    _Folded(schema.Article, "title", "title_key"),
    _Folded(schema.Claim, "cue_lemma", "cue_lemma_key"),
    _Folded(schema.Affiliation, "organization", "organization_key"),
    _Folded(Entity, "label", "label_key", _or_itself),
    _Folded(KnownAffiliation, "organization", "organization_key"),
    _Folded(ClaimNote, "note", "note_key"),
    _Folded(ClaimTag, "tag", "tag_key", tag_key),
    _Folded(SavedView, "name", "name_key"),
    _Folded(Thread, "label", "label_key"),
)


def check_folded(connection: Connection) -> Iterator[Problem]:
    """The columns by which others are matched whatever their case and accents."""
    for number, one in enumerate(_FOLDED):
        words, key = getattr(one.table, one.column), getattr(one.table, one.key)
        rows = connection.execute(
            select(words, key).distinct().execution_options(yield_per=_AT_ONCE)
        )
        for written, kept in rows:
            # Of a word without a letter or digit either will do.
            right = {None} if written is None else {one.folded(written), fold(written)}
            if kept not in right:
                name = one.table.__tablename__
                yield Problem(
                    f"{name} {one.column} {written!r}",
                    f"its {one.key} is {kept!r}",
                    Mend(_fold, (number, written)),
                )


def _fold(connection: Connection, those: Sequence[tuple[int, str | None]]) -> None:
    for number, written in those:
        one = _FOLDED[number]
        column = getattr(one.table, one.column)
        key = None if written is None else one.folded(written)
        connection.execute(
            update(one.table).where(column.is_not_distinct_from(written)).values({one.key: key})
        )


def check_aside(connection: Connection) -> Iterator[Problem]:
    """Why a first look leaves claims out."""
    claim = schema.Claim
    rows = connection.execute(
        select(claim.id, claim.public_id, claim.aside, reasons().label("right"))
        .where(claim.aside != reasons())
        .order_by(claim.id)
    )
    for ident, public_id, kept, right in rows:
        what = f"is set aside for {kept}, not for {right}"
        yield Problem(f"claim {public_id}", what, Mend(_set_aside, ident))


def _set_aside(connection: Connection, those: Sequence[int]) -> None:
    for chunk in chunks(those):
        set_aside(connection, schema.Claim.id.in_(chunk))


def check_entities(connection: Connection) -> Iterator[Problem]:
    """Whom entities stand for, what they are shown as, and how they are found and compared."""
    public: dict[int, str]
    for public in _entities(connection):
        ids = list(public)
        seen: dict[int, dict[str, Any]] = {
            ident: values for ident, values in misplaced(connection, ids) if ident in public
        }
        for ident, values in sorted(seen.items()):
            shown = values["label"]
            what = f"does not stand for {values['canonical_id']}, shown as {shown!r}"
            yield Problem(f"entity {public[ident]}", what, Mend(cluster, ident))
        wanted = {"ids": ids}
        stated = EntityAffiliation
        kept = {
            (row[0], (row[1], row[2]))
            for row in connection.execute(
                select(stated.entity_id, stated.role, stated.organization).where(
                    among_given(stated.entity_id)
                ),
                wanted,
            )
        }
        right = {(ident, tuple(held)) for ident, held in held_by(connection, ids)}
        for ident in sorted({ident for ident, _ in kept ^ right}):
            what = "its affiliations are not those of its mentions"
            yield Problem(f"entity {public[ident]}", what, Mend(_refresh, ident))
        found = {
            (row[0], row[1])
            for row in connection.execute(
                select(EntityKey.key, EntityKey.entity_id).where(among_given(EntityKey.entity_id)),
                wanted,
            )
        }
        for ident in sorted({ident for _, ident in keys_for(connection, ids) - found}):
            what = "lacks keys by which it is found"
            yield Problem(f"entity {public[ident]}", what, Mend(_keep_keys, ident))


def _entities(connection: Connection) -> Iterator[dict[int, str]]:
    """Public ids of all entities by number, some at a time."""
    entity = Entity
    rows = iter(
        connection.execute(
            select(entity.id, entity.public_id)
            .order_by(entity.id)
            .execution_options(yield_per=_AT_ONCE)
        )
    )
    while some := {row[0]: row[1] for row in islice(rows, _AT_ONCE)}:
        yield some


def _refresh(connection: Connection, those: Sequence[int]) -> None:
    for chunk in chunks(those):
        refresh_affiliations(connection, chunk)
    # By what they are affiliated with they are found, too.
    _keep_keys(connection, those)


def _keep_keys(connection: Connection, those: Sequence[int]) -> None:
    for chunk in chunks(those):
        keep_keys(connection, chunk)
