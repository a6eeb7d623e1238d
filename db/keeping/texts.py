"""Every stored text against its hash, and every stored piece of one against the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection, bindparam, or_, select, update

from claims.claim import SEPARATOR
from claims.review import ReviewState
from db.keeping.problems import Mend, Problem
from db.schema import core as schema
from db.schema.choices import SpanPart
from db.schema.extracted import is_its_hash
from db.schema.public_ids import claim_public_id
from db.schema.review import ReviewEvent

_AT_ONCE: Final = 50
"""Texts in memory at a time."""

_SAME_WORDS: Final = 50
"""Claims of one text with the same words, more than any run has found."""

_SHOWN: Final = (SpanPart.CONTENT, SpanPart.CUE, SpanPart.SOURCE)

_Texts = Mapping[int, str]


def check_texts(connection: Connection) -> Iterator[Problem]:
    """Hashes, segments, evidence, and the pieces of claims with what claims' rows show of them."""
    table = schema.ArticleText
    rows = connection.execute(
        select(table.id, table.sha256, table.text)
        .order_by(table.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    for some in rows.partitions():
        texts: dict[int, str] = {}
        sound: dict[int, str] = {}
        for number, sha256, text in some:
            texts[number] = text
            if is_its_hash(sha256, text):
                sound[number] = sha256
            else:
                yield Problem(f"text {number}", "does not have its hash")
        yield from _evidence(connection, texts)
        yield from _segments(connection, texts)
        yield from _claims(connection, texts, sound)


def _evidence(connection: Connection, texts: _Texts) -> Iterator[Problem]:
    mention, affiliation = schema.Mention, schema.Affiliation
    for text_id, name, start, end, exact in connection.execute(
        select(mention.text_id, mention.name, affiliation.start, affiliation.end, affiliation.exact)
        .join(affiliation)
        .where(mention.text_id.between(min(texts), max(texts)))
    ):
        if texts[text_id][start:end] != exact:
            yield Problem(
                f"affiliation of {name} of text {text_id}", f"[{start}, {end}) is not {exact!r}"
            )


def _segments(connection: Connection, texts: _Texts) -> Iterator[Problem]:
    table = schema.Segment
    reached: dict[int, int] = defaultdict(int)
    for text_id, start, end in connection.execute(
        select(table.text_id, table.start, table.end)
        .where(table.text_id.between(min(texts), max(texts)))
        .order_by(table.text_id, table.ordinal)
    ):
        if not reached[text_id] <= start < end <= len(texts[text_id]):
            yield Problem(f"segment of text {text_id}", f"[{start}, {end}) overlaps or leaves it")
        elif texts[text_id][reached[text_id] : start].strip():
            yield Problem(f"text {text_id}", f"no segment has [{reached[text_id]}, {start})")
        reached[text_id] = end
    for text_id, text in texts.items():
        if text[reached[text_id] :].strip():
            yield Problem(f"text {text_id}", f"no segment has [{reached[text_id]}, {len(text)})")


def _claims(connection: Connection, texts: _Texts, sound: _Texts) -> Iterator[Problem]:
    """The claims of some texts, of which the hashes of those that are ``sound`` are given."""
    claim, span, event = schema.Claim, schema.ClaimSpan, ReviewEvent
    judged = select(event.step_id).where(event.public_id == claim.public_id).exists()
    within = claim.text_id.between(min(texts), max(texts))
    pieces: dict[tuple[int, str], list[Any]] = defaultdict(list)
    for piece in connection.execute(
        select(span.claim_id, span.part, span.ordinal, span.start, span.end, span.exact)
        .join(claim, claim.id == span.claim_id)
        .where(within)
        .order_by(span.claim_id, span.part, span.ordinal)
    ).all():
        pieces[piece.claim_id, piece.part].append(piece)
    for row in connection.execute(
        select(
            claim.id,
            claim.public_id,
            claim.text_id,
            claim.position,
            claim.content,
            claim.cue,
            claim.source,
            or_(judged, claim.review != ReviewState.MACHINE.value).label("judged"),
        )
        .where(within)
        .order_by(claim.id)
    ).all():
        text = texts[row.text_id]
        for part in _SHOWN:
            those = pieces[row.id, part]
            if not _stands(text, those, getattr(row, part)):
                yield from _part(row, part, those, text, sound=row.text_id in sound)
        # A judged claim keeps its id wherever it is found later.
        content, cue = pieces[row.id, SpanPart.CONTENT], pieces[row.id, SpanPart.CUE]
        if not row.judged and row.text_id in sound and not _has_id(row, sound, content, cue):
            yield Problem(f"claim {row.public_id}", "does not have the id of its words")
        if not content:
            yield Problem(f"claim {row.public_id}", "has no content in its text")
        elif content[0].start != row.position:
            mend = Mend(_write_position, (row.id, content[0].start))
            yield Problem(f"claim {row.public_id}", "is not where its content begins", mend)


def _has_id(row: Any, hashes: _Texts, content: Sequence[Any], cue: Sequence[Any]) -> bool:
    """Whether a claim has the id that its place gives, be it one of several there."""
    return any(
        row.public_id == claim_public_id(hashes[row.text_id], content, cue, which)
        for which in range(1, _SAME_WORDS)
    )


def _stands(text: str, pieces: Sequence[Any], shown: str) -> bool:
    """Whether a part of a claim is as it should be, as far as a glance tells."""
    if len(pieces) == 1:
        piece = pieces[0]
        return bool(piece.exact == shown == text[piece.start : piece.end])
    return not pieces and not shown


def _part(
    row: Any, part: SpanPart, pieces: Sequence[Any], text: str, *, sound: bool
) -> Iterator[Problem]:
    """One part of a claim: its pieces, and what its row shows of them.

    Of three that should be the same (what stands in the text, a piece, the row) one that differs
    from the two others is made anew.
    """
    shown = getattr(row, part.value)
    stand = [text[piece.start : piece.end] for piece in pieces]
    as_stands = sound and SEPARATOR.join(stand) == shown
    for piece, words in zip(pieces, stand, strict=True):
        if piece.exact != words:
            key = (piece.claim_id, piece.part, piece.ordinal)
            yield Problem(
                f"{part} of claim {row.public_id} of text {row.text_id}",
                f"[{piece.start}, {piece.end}) is not {piece.exact!r}",
                Mend(_write_exact, (key, words)) if as_stands else None,
            )
    if SEPARATOR.join(piece.exact for piece in pieces) != shown:
        right = all(piece.exact == words for piece, words in zip(pieces, stand, strict=True))
        written = (row.id, part.value, SEPARATOR.join(stand))
        yield Problem(
            f"claim {row.public_id}",
            f"its {part} is not its spans'",
            Mend(_write_shown, written) if pieces and sound and right else None,
        )


def _write_position(connection: Connection, those: Sequence[tuple[int, int]]) -> None:
    table = schema.Claim
    connection.execute(
        update(table)
        .where(table.__table__.c.id == bindparam("ident"))
        .values(position=bindparam("at")),
        [{"ident": ident, "at": at} for ident, at in those],
    )


def _write_exact(connection: Connection, those: Sequence[tuple[tuple[int, str, int], str]]) -> None:
    table = schema.ClaimSpan
    for (claim_id, part, ordinal), words in those:
        connection.execute(
            update(table)
            .where(table.claim_id == claim_id, table.part == part, table.ordinal == ordinal)
            .values(exact=words)
        )


def _write_shown(connection: Connection, those: Sequence[tuple[int, str, str]]) -> None:
    table = schema.Claim
    for ident, part, words in those:
        connection.execute(update(table).where(table.id == ident).values({part: words}))
