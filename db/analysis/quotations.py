"""Copies of what a claim quotes: where the same words stand again, how changed, in whose mouth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, Engine, func, select

from claims.comparison import (
    DAYS,
    Change,
    QuotationCopy,
    Quoted,
    changes_of,
    compare,
    index_keys,
    is_reattributed,
    is_slogan,
    promising,
    ranked,
    shared_keys,
    worth_asking,
)
from db.claims.model import ClaimRow
from db.claims.rows import fetch_page
from db.comparison.quotations import read_quoted
from db.connection.reading import reading
from db.query.compile import claim_conditions
from db.query.grammar import QueryError
from db.query.model import ClaimQuery
from db.query.tables import article, claim, claim_speaker, entity, is_current, is_live
from db.query.tables import mention_entity as meant
from db.schema.comparison.quotations import ClaimQuotation, Quotation, QuotationKey
from db.sql.chunks import chunks


@dataclass(frozen=True, slots=True)
class CopyRow:
    """A claim that quotes what another one quotes.

    Args:
        row: The claim.
        copy: How its words are a copy.
        changes: All words of both, the first claim's before its own.
        reattributed: Whether it puts them in another's mouth.
        slogan: Whether so many speakers use them that it tells nothing.
    """

    row: ClaimRow
    copy: QuotationCopy
    changes: tuple[Change, ...]
    reattributed: bool
    slogan: bool


def list_copies(
    engine: Engine, claim_id: str, query: ClaimQuery, *, possible: bool = False
) -> list[CopyRow]:
    """The claims of other articles that quote what a claim quotes, in the order to read them.

    Args:
        engine: Of the archive.
        claim_id: The claim's public id.
        query: Which claims may be among them; its limit is of these.
        possible: Those that only may be copies, and slogans, as well.

    Raises:
        QueryError: No claim that shows has this id.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        own = connection.execute(
            select(claim.c.id, claim.c.article_id, article.c.published)
            .join(article, article.c.id == claim.c.article_id)
            .where(claim.c.public_id == claim_id, is_current())
        ).first()
        if own is None:
            raise QueryError(f"there is no claim {claim_id}")
        words = read_quoted(connection, [own[0]]).get(own[0])
        if words is None:
            return []
        others = _candidates(connection, words, own[1], query)
        rows = list(_compared(connection, words, own[0], own[2], others))
    shown = [row for row in rows if possible or (row.copy.sure and not row.slogan)]
    by_copy = {id(row.copy): row for row in shown}
    return [by_copy[id(copy)] for copy in ranked(row.copy for row in shown)][: query.limit]


def _candidates(
    connection: Connection, words: Quoted, article_id: int, query: ClaimQuery
) -> dict[int, date | None]:
    """Claims of other articles whose words are worth comparing, with the article's date."""
    table = QuotationKey
    keys = sorted(index_keys(words.keys))
    spread: dict[int, int] = {}
    for chunk in chunks(keys):
        counted = select(table.key, func.count()).where(table.key.in_(chunk)).group_by(table.key)
        spread |= {row[0]: row[1] for row in connection.execute(counted)}
    shared: dict[int, set[int]] = defaultdict(set)
    for chunk in chunks(worth_asking(spread)):
        for key, quotation in connection.execute(
            select(table.key, table.quotation_id).where(table.key.in_(chunk))
        ):
            shared[quotation].add(key)
    weights: dict[int, float] = {}
    for chunk in chunks(sorted(shared)):
        weighed = select(Quotation.id, Quotation.weight).where(Quotation.id.in_(chunk))
        weights |= {row[0]: row[1] for row in connection.execute(weighed)}
    found: dict[int, date | None] = {}
    wanted = claim_conditions(query.with_aside(), connection.dialect)
    for chunk in chunks(promising(words, shared, weights)):
        rows = connection.execute(
            select(claim.c.id, article.c.published)
            .join(ClaimQuotation, ClaimQuotation.claim_id == claim.c.id)
            .join(article, article.c.id == claim.c.article_id)
            .where(ClaimQuotation.quotation_id.in_(chunk), claim.c.article_id != article_id)
            .where(*wanted)
        )
        found |= {row[0]: row[1] for row in rows}
    return found


def _compared(
    connection: Connection,
    words: Quoted,
    own: int,
    published: date | None,
    others: dict[int, date | None],
) -> Iterator[CopyRow]:
    """Those that are copies."""
    uses = _speakers_by_key(connection, words)
    for chunk in chunks(sorted(others)):
        speakers = _speakers(connection, [own, *chunk])
        around = _around(connection, [own, *chunk])
        page = {row.id: row for row in fetch_page(connection, chunk)}
        for other, theirs in read_quoted(connection, chunk).items():
            same_speaker = bool(speakers[own] & speakers[other])
            copy = compare(
                words, theirs, nearby=same_speaker or _are_close(published, others[other])
            )
            if copy is not None:
                yield CopyRow(
                    page[other],
                    copy,
                    changes_of(copy.alignment),
                    is_reattributed(speakers[own], speakers[other], around[own] | around[other]),
                    is_slogan(shared_keys(copy.alignment), uses),
                )


def _are_close(one: date | None, other: date | None) -> bool:
    return one is not None and other is not None and abs((one - other).days) <= DAYS


def _speakers_by_key(connection: Connection, words: Quoted) -> dict[int, int]:
    """How many different speakers use each run of words."""
    found: dict[int, int] = {}
    for chunk in chunks(sorted(index_keys(words.keys))):
        rows = connection.execute(
            select(QuotationKey.key, func.count(entity.c.canonical_id.distinct()))
            .join(ClaimQuotation, ClaimQuotation.quotation_id == QuotationKey.quotation_id)
            .join(claim, claim.c.id == ClaimQuotation.claim_id)
            .join(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
            .join(meant, meant.c.mention_id == claim_speaker.c.mention_id)
            .join(entity, entity.c.id == meant.c.entity_id)
            .where(QuotationKey.key.in_(chunk), is_current(), is_live())
            .group_by(QuotationKey.key)
        )
        found |= {row[0]: row[1] for row in rows}
    return found


def _speakers(connection: Connection, claims: Collection[int]) -> dict[int, frozenset[int]]:
    """Whose words each claim says they are, by canonical id."""
    found: dict[int, set[int]] = {number: set() for number in claims}
    for number, speaker in connection.execute(
        select(claim_speaker.c.claim_id, entity.c.canonical_id)
        .join(meant, meant.c.mention_id == claim_speaker.c.mention_id)
        .join(entity, entity.c.id == meant.c.entity_id)
        .where(claim_speaker.c.claim_id.in_(claims), is_live())
    ):
        found[number].add(speaker)
    return {number: frozenset(speakers) for number, speakers in found.items()}


def _around(connection: Connection, claims: Sequence[int]) -> dict[int, frozenset[int]]:
    """The speakers of the claims that each claim stands inside."""
    found: dict[int, set[int]] = {number: set() for number in claims}
    inner = {number: number for number in claims}
    while inner:
        rows = connection.execute(
            select(claim.c.id, claim.c.parent_id).where(
                claim.c.id.in_(inner.values()), claim.c.parent_id.is_not(None)
            )
        )
        parents = {row[0]: row[1] for row in rows}
        inner = {number: parents[at] for number, at in inner.items() if at in parents}
        speakers = _speakers(connection, set(inner.values()))
        for number, parent in inner.items():
            found[number] |= speakers[parent]
    return {number: frozenset(speakers) for number, speakers in found.items()}
