"""Which entities are one: ``canonical_id`` and ``label``, computed from live judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from sqlalchemy import Connection, select, update

from claims.claim import SpeakerKind
from claims.identity.components import Judged, components
from claims.identity.organizations import acronym
from claims.identity.owned import owned
from claims.identity.verdict import Verdict
from claims.language.folding import fold
from claims.language.names import person_name
from db.identity.entities import namesake_label
from db.schema.identity import Entity, EntityIdentifier, EntityLabel, Judgement
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_JUDGED: Final = select(
    Judgement.left_id, Judgement.right_id, Judgement.verdict, Judgement.score, Judgement.act_id
).where(Judgement.retired_at.is_(None), Judgement.verdict != Verdict.UNSURE)


def cluster(connection: Connection, touched: Iterable[int]) -> None:
    """Compute anew whom these entities, and all that are or were one with them, stand for.

    Args:
        connection: In a transaction that writes.
        touched: Ids of entities whose judgements or labels changed.
    """
    for ident, values in misplaced(connection, touched):
        connection.execute(update(Entity).where(Entity.id == ident).values(values))


def misplaced(
    connection: Connection, touched: Iterable[int]
) -> Iterator[tuple[int, dict[str, Any]]]:
    """Entities that do not show what their judgements and labels come to, and what that is.

    Args:
        connection: To the archive.
        touched: Ids; all that are one with these are looked at as well.
    """
    nodes, judged = _reach(connection, set(touched))
    facts = {row.id: row for row in _entities(connection, nodes)}
    labels = _labels(connection, nodes)
    identified = _identified(connection, nodes)
    for group in components(nodes, judged):
        canonical = min(group, key=lambda i: (i not in identified, *_rank(facts[i])))
        label = max((labels[i] for i in group if i in labels), default=None)
        yield from _changed([facts[i] for i in sorted(group)], facts[canonical], label)


def members_of(connection: Connection, ident: int) -> list[int]:
    """The entities that are one with an entity, itself among them."""
    same = select(Entity.canonical_id).where(Entity.id == ident).scalar_subquery()
    return list(connection.scalars(select(Entity.id).where(Entity.canonical_id == same)))


def _reach(connection: Connection, nodes: set[int]) -> tuple[set[int], list[Judged]]:
    """All entities that are, were or could be one with these, with the judgements of them."""
    judged: dict[tuple[int, int], Judged] = {}
    frontier = set(nodes)
    while frontier:
        found = set(_fellows(connection, frontier))
        for row in _judgements(connection, frontier):
            verdict = Verdict(row.verdict)
            human = row.act_id is not None
            both = row.left_id, row.right_id
            judged[both] = Judged(*both, verdict, row.score, human)
            if verdict is Verdict.SAME:
                found |= set(both)
        frontier = found - nodes
        nodes |= found
    return nodes, list(judged.values())


def _fellows(connection: Connection, ids: set[int]) -> Iterable[int]:
    for chunk in chunks(sorted(ids)):
        same = select(Entity.canonical_id).where(among_given(Entity.id))
        fellows = select(Entity.id).where(Entity.canonical_id.in_(same))
        yield from connection.scalars(fellows, {"ids": chunk})


def _judgements(connection: Connection, ids: set[int]) -> Iterable[Any]:
    for chunk in chunks(sorted(ids)):
        for side in (Judgement.left_id, Judgement.right_id):
            yield from connection.execute(_JUDGED.where(among_given(side)), {"ids": chunk}).all()


def _entities(connection: Connection, ids: set[int]) -> Iterable[Any]:
    columns = (
        Entity.id,
        Entity.kind,
        Entity.name,
        Entity.namesake,
        Entity.canonical_id,
        Entity.label,
    )
    for chunk in chunks(sorted(ids)):
        wanted = select(*columns).where(among_given(Entity.id))
        yield from connection.execute(wanted, {"ids": chunk}).all()


def _labels(connection: Connection, ids: set[int]) -> dict[int, tuple[int, str]]:
    """Live labels by entity, each with its number: the newest is the one that counts."""
    found: dict[int, tuple[int, str]] = {}
    for chunk in chunks(sorted(ids)):
        rows = connection.execute(
            select(EntityLabel.entity_id, EntityLabel.id, EntityLabel.name).where(
                among_given(EntityLabel.entity_id), EntityLabel.retired_at.is_(None)
            ),
            {"ids": chunk},
        )
        found.update({ident: (number, name) for ident, number, name in rows})
    return found


def _identified(connection: Connection, ids: set[int]) -> set[int]:
    found: set[int] = set()
    for chunk in chunks(sorted(ids)):
        wanted = select(EntityIdentifier.entity_id).where(among_given(EntityIdentifier.entity_id))
        found.update(connection.scalars(wanted, {"ids": chunk}))
    return found


def _rank(entity: Any) -> tuple[int, int]:
    """Whole names stand for initials, acronyms and surnames; else the one that came first.

    So do names of organizations with their owner's whole name for those with the surname alone, and
    any with a capital for those without ("Army", "an army").
    """
    if entity.kind == SpeakerKind.PERSON:
        name = person_name(entity.name)
        return (2 if name.bare else int(name.initial)), entity.id
    whose = owned(entity.name)
    short = acronym(entity.name) is not None or (whose is not None and whose.owner.bare)
    return (2 if entity.name.islower() else int(short)), entity.id


def _changed(
    group: list[Any], canonical: Any, best_label: tuple[int, str] | None
) -> Iterator[tuple[int, dict[str, Any]]]:
    shown = best_label[1] if best_label else namesake_label(canonical.name, canonical.namesake)
    shown = shown or canonical.name
    for entity in group:
        label = None if shown == entity.name else shown
        if (entity.canonical_id, entity.label) != (canonical.id, label):
            yield (
                entity.id,
                {
                    "canonical_id": canonical.id,
                    "label": label,
                    "label_key": None if label is None else fold(label) or label,
                },
            )
