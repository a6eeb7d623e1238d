"""What several compared columns say, or say on the same topics, or by the same speakers, and what
each says alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import Connection, Engine, select

from db.claims.model import ClaimRow
from db.connection.reading import reading
from db.query.tables import claim_meaning, claim_phrase, phrase, thread
from db.sql.chunks import chunks
from db.sql.id_list import among_given

AlignBy = Literal["thread", "topic", "speaker"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What claims have in common: a thread, topic or speaker by public id and label.

    A thread of one claim, whose speakers stand in several columns, has no label.
    """

    key: str
    label: str
    kind: AlignBy


@dataclass(frozen=True, slots=True)
class Shared:
    """What several columns have claims on, with the claims of each; some may have none."""

    subject: Subject
    sides: tuple[tuple[ClaimRow, ...], ...]

    @property
    def label(self) -> str:
        """What it is called; by its only claim where it has no name."""
        return self.subject.label or next(row.content for rows in self.sides for row in rows)


@dataclass(frozen=True, slots=True)
class AlignedClaims:
    """Columns of claims, each claim once.

    Args:
        shared: What two columns or more have claims on: threads before topics, then what more
            columns have, then what has more claims.
        alone: The other claims of each column.
    """

    shared: tuple[Shared, ...]
    alone: tuple[tuple[ClaimRow, ...], ...]


def align_columns(
    engine: Engine, columns: Sequence[Sequence[ClaimRow]], by: Sequence[AlignBy]
) -> AlignedClaims:
    """Align columns of claims by what they are on.

    Args:
        engine: Of the archive.
        columns: The claims of each, in order.
        by: What claims are aligned by.

    Raises:
        ArchiveError: The database cannot be read.
    """
    rows = {row.id: row for each in columns for row in each}
    with reading(engine) as connection:
        found: dict[int, list[Subject]] = defaultdict(list)
        for kind in by:
            for number, subjects in _SUBJECTS[kind](connection, rows).items():
                found[number] += subjects
    return aligned(columns, found)


def aligned(
    columns: Sequence[Sequence[ClaimRow]], subjects: Mapping[int, Sequence[Subject]]
) -> AlignedClaims:
    """Columns aligned by the subjects of their claims, which are by the claim's number.

    A claim stands under its thread if another column has a claim of that too, else under the rarest
    topic that another column has claims on as well: what few claims are on tells most.
    """
    claims: dict[Subject, set[int]] = defaultdict(set)
    for rows in columns:
        for row in rows:
            for subject in subjects.get(row.id, ()):
                claims[subject].add(row.id)
    left = [list(rows) for rows in columns]
    shared = []
    for subject in sorted(claims, key=lambda one: (_rank(one), len(claims[one]), one.label)):
        mine = claims[subject]
        sides = tuple(tuple(row for row in rows if row.id in mine) for rows in left)
        if sum(map(bool, sides)) > 1:
            shared.append(Shared(subject, sides))
            left = [[row for row in rows if row.id not in mine] for rows in left]
    shared.sort(
        key=lambda one: (
            _rank(one.subject),
            -sum(map(bool, one.sides)),
            -sum(map(len, one.sides)),
        )
    )
    return AlignedClaims(tuple(shared), tuple(map(tuple, left)))


def _rank(subject: Subject) -> int:
    return 0 if subject.kind == "thread" else 1


def _topics(connection: Connection, rows: Mapping[int, ClaimRow]) -> dict[int, list[Subject]]:
    topic = phrase.alias("topic")
    statement = (
        select(claim_phrase.c.claim_id, topic.c.public_id, topic.c.label)
        .join(phrase, phrase.c.id == claim_phrase.c.phrase_id)
        .join(topic, topic.c.id == phrase.c.topic_id)
        .where(among_given(claim_phrase.c.claim_id))
    )
    found: dict[int, list[Subject]] = defaultdict(list)
    for chunk in chunks([*rows]):
        for number, key, label in connection.execute(statement, {"ids": chunk}):
            found[number].append(Subject(key, label, "topic"))
    return found


def _threads(connection: Connection, rows: Mapping[int, ClaimRow]) -> dict[int, list[Subject]]:
    statement = (
        select(claim_meaning.c.claim_id, thread.c.public_id, thread.c.label)
        .join(thread, thread.c.id == claim_meaning.c.thread_id)
        .where(among_given(claim_meaning.c.claim_id))
    )
    found: dict[int, list[Subject]] = {}
    for chunk in chunks([*rows]):
        for number, key, label in connection.execute(statement, {"ids": chunk}):
            found[number] = [Subject(key, label or "", "thread")]
    return found


def _speakers(_: Connection, rows: Mapping[int, ClaimRow]) -> dict[int, list[Subject]]:
    return {
        number: [Subject(one.id, one.label, "speaker") for one in row.speaker_refs]
        for number, row in rows.items()
    }


_Read = Callable[[Connection, Mapping[int, ClaimRow]], dict[int, list[Subject]]]
_SUBJECTS: Final[Mapping[AlignBy, _Read]] = {
    "thread": _threads,
    "topic": _topics,
    "speaker": _speakers,
}
