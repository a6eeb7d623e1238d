"""Claims side by side: one column an article, or one a speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, Engine, select

from claims.article import shown_title
from claims.language.folding import fold
from db.claims.model import NOBODY, ClaimRow
from db.claims.rows import fetch_rows
from db.claims.view import read_ids
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.compile import speaker_conditions
from db.query.model import ClaimQuery
from db.query.tables import claim_speaker
from db.sql.chunks import chunks
from db.sql.id_list import among_given

By = Literal["article", "speaker"]


@dataclass(frozen=True, slots=True)
class Column:
    """The claims of one article or speaker, in the order of the query.

    Args:
        key: Public id of the article or entity; empty for claims without a speaker.
        label: The article's title, or the name of its file if it has none; the speaker's name.
        sublabel: Outlet and date; the speaker's affiliations in the order in which they come up.
        stated: The affiliations, those of most claims first.
    """

    key: str
    label: str
    sublabel: str
    rows: tuple[ClaimRow, ...]
    stated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Columns side by side; articles in the order of the query, speakers by most claims."""

    by: By
    columns: tuple[Column, ...]


def compare_claims(
    engine: Engine, query: ClaimQuery, by: By, cancel: Cancel | None = None
) -> Comparison:
    """The claims of a query by article or by speaker.

    What a query asks of a speaker is asked of each column: with ``speakers=("Gabuev",)`` the
    others of a joint statement get none. A joint statement stands in the column of each of its
    speakers.

    Args:
        engine: Of the archive.
        query: Which claims.
        by: What makes a column.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database failed.
    """
    cancel = cancel or Cancel()
    with reading(engine) as connection, cancel.watch(connection):
        ids = read_ids(connection, query, cancel)
        cancel.check()
        rows = fetch_rows(connection, ids)
        cancel.check()
        if by == "article":
            return Comparison(by, tuple(_by_article(rows)))
        return Comparison(by, tuple(_by_speaker(connection, query, rows)))


def _by_article(rows: Sequence[ClaimRow]) -> list[Column]:
    groups: dict[str, list[ClaimRow]] = {}
    for row in rows:
        groups.setdefault(row.article_id, []).append(row)
    return [_article_column(key, group) for key, group in groups.items()]


def _article_column(key: str, rows: list[ClaimRow]) -> Column:
    first = rows[0]
    parts = (first.outlet, first.published.as_known)
    return Column(
        key=key,
        label=shown_title(first.article_title, first.article_path),
        sublabel=", ".join(part for part in parts if part),
        rows=tuple(rows),
    )


def _by_speaker(
    connection: Connection, query: ClaimQuery, rows: Sequence[ClaimRow]
) -> list[Column]:
    claims: dict[str, list[ClaimRow]] = {}
    names: dict[str, str] = {}
    stated: dict[str, Counter[str]] = {}
    spelled: dict[str, str] = {}
    wanted = _wanted_mentions(connection, query, [row.id for row in rows])
    unspoken = []
    for row in rows:
        speakers = [one for one in row.speakers if (row.id, one.mention_id) in wanted]
        if not speakers:
            unspoken.append(row)
        for speaker in speakers:
            # A mention that no identity stands behind yet is a speaker of its own.
            key = speaker.entity_id or f"mention {speaker.mention_id}"
            names[key] = speaker.name
            claims.setdefault(key, []).append(row)
            counts = stated.setdefault(key, Counter())
            worded = (one.in_words for one in speaker.affiliations)
            # Articles differ in their capitals: "Program" and "program" are one.
            counts.update({spelled.setdefault(fold(each), each): 1 for each in worded})
    columns = [
        Column(key, names[key], "; ".join(stated[key]), tuple(several), _most_first(stated[key]))
        for key, several in sorted(claims.items(), key=lambda each: (-len(each[1]), names[each[0]]))
    ]
    return [*columns, Column("", NOBODY, "", tuple(unspoken))] if unspoken else columns


def _most_first(stated: Counter[str]) -> tuple[str, ...]:
    return tuple(affiliation for affiliation, _ in stated.most_common())


def _wanted_mentions(
    connection: Connection, query: ClaimQuery, ids: Sequence[int]
) -> set[tuple[int, int]]:
    """Claim and mention of each speaker of whom holds what the query asks of speakers."""
    found: set[tuple[int, int]] = set()
    statement = select(claim_speaker.c.claim_id, claim_speaker.c.mention_id).where(
        among_given(claim_speaker.c.claim_id), *speaker_conditions(query, connection.dialect)
    )
    for chunk in chunks(ids):
        rows = connection.execute(statement, {"ids": chunk})
        found.update((claim_id, mention_id) for claim_id, mention_id in rows)
    return found
