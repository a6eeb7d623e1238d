"""What a claim shows, as plain values: read, compared, written as JSON, found in another text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Select, select

from claims.claim import SEPARATOR, ClaimType, SpeakerKind
from claims.review import ReviewState
from db.claims.model import QuotedSpan, StatedAffiliation
from db.claims.rows import fetch_speakers
from db.schema.choices import ReviewField, SpanPart
from db.schema.review import ClaimOriginal
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_TABLES: Final = ClaimOriginal.metadata.tables
_claim = _TABLES["claim"]
_span = _TABLES["claim_span"]
_note = _TABLES["claim_note"]
_tag = _TABLES["claim_tag"]
_original = _TABLES["claim_original"]


class JudgedSpeaker(NamedTuple):
    """A speaker as the article names it, with its affiliations.

    ``confidence`` is what extraction gave; None where a person named the speaker.
    """

    name: str
    kind: str
    affiliations: tuple[StatedAffiliation, ...] = ()
    confidence: float | None = None


class Nature(NamedTuple):
    """What the cue tells of a claim; changes only with the cue."""

    cue_lemma: str | None
    cue_class: str | None
    negated: bool
    hedged: bool
    prediction: bool


Pieces = tuple[QuotedSpan, ...]
Value = ReviewState | ClaimType | Pieces | tuple[JudgedSpeaker, ...] | tuple[str, ...] | str | None

SPANS: Final = (ReviewField.CONTENT, ReviewField.CUE, ReviewField.SOURCE)
EXTRACTED: Final = (ReviewField.TYPE, *SPANS, ReviewField.SPEAKERS)
"""The values that extraction gives and a person may correct."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The values of a claim that a person may judge, each a `ReviewField`.

    ``nature`` follows from the cue, so that it is not compared.
    """

    review: ReviewState
    type: ClaimType
    content: Pieces
    cue: Pieces
    source: Pieces
    speakers: tuple[JudgedSpeaker, ...]
    nature: Nature = field(compare=False)
    note: str | None = None
    tags: tuple[str, ...] = ()

    def value(self, field: ReviewField) -> Value:
        """One of the values."""
        found: Value = getattr(self, field)
        return found

    def extracted_as(self, other: Shown) -> bool:
        """Whether all that extraction gives is the same."""
        return all(self.value(field) == other.value(field) for field in EXTRACTED)


@dataclass(frozen=True, slots=True)
class ClaimNow:
    """A row of ``claim`` with what it shows."""

    id: int
    public_id: str
    text_id: int
    run_id: int
    current: bool
    shown: Shown


_CLAIMS: Final[Select[Any]] = select(
    _claim.c.id,
    _claim.c.public_id,
    _claim.c.text_id,
    _claim.c.run_id,
    _claim.c.current,
    _claim.c.review,
    _claim.c.type,
    _claim.c.cue_lemma,
    _claim.c.cue_class,
    _claim.c.negated,
    _claim.c.hedged,
    _claim.c.prediction,
).where(among_given(_claim.c.id))

_SPANS: Final = (
    select(_span.c.claim_id, _span.c.part, _span.c.start, _span.c.end, _span.c.exact)
    .where(among_given(_span.c.claim_id))
    .order_by(_span.c.claim_id, _span.c.part, _span.c.ordinal)
)
_NOTES: Final = select(_note.c.claim_id, _note.c.note).where(among_given(_note.c.claim_id))
_TAGS: Final = (
    select(_tag.c.claim_id, _tag.c.tag)
    .where(among_given(_tag.c.claim_id))
    .order_by(_tag.c.claim_id, _tag.c.tag_key)
)
_ORIGINALS: Final = select(_original.c.claim_id, _original.c.extracted).where(
    among_given(_original.c.claim_id)
)


def read_claims(connection: Connection, ids: Sequence[int]) -> Iterator[ClaimNow]:
    """Claims in the order of ``ids``, with what they show; an id that is not there is left out."""
    for chunk in chunks(ids):
        yield from _read_chunk(connection, chunk)


def read_originals(connection: Connection, ids: Sequence[int]) -> dict[int, Shown]:
    """What a run extracted, of those claims that show something else; only `EXTRACTED` and the
    nature count. At most a chunk of ids."""
    rows = connection.execute(_ORIGINALS, {"ids": list(ids)}).all()
    return {ident: _original_of(extracted) for ident, extracted in rows}


def _read_chunk(connection: Connection, ids: list[int]) -> Iterator[ClaimNow]:
    given = {"ids": ids}
    rows = {row[0]: row for row in connection.execute(_CLAIMS, given).all()}
    pieces: dict[tuple[int, str], list[QuotedSpan]] = {}
    for ident, part, *piece in connection.execute(_SPANS, given).all():
        pieces.setdefault((ident, part), []).append(QuotedSpan(*piece))
    speakers = fetch_speakers(connection, ids)
    notes = dict(connection.execute(_NOTES, given).all())
    tags = _read_tags(connection, ids)
    for ident in ids:
        if ident not in rows:
            continue
        _, public_id, text_id, run_id, current, review, kind, *nature = rows[ident]
        spoken = tuple(
            JudgedSpeaker(one.named_as, one.kind, one.affiliations, one.confidence)
            for one in speakers.get(ident, ())
        )
        content, cue, source = (tuple(pieces.get((ident, part), ())) for part in SpanPart)
        shown = Shown(
            review=ReviewState(review),
            type=ClaimType(kind),
            content=content,
            cue=cue,
            source=source,
            speakers=spoken,
            nature=Nature(*nature),
            note=notes.get(ident),
            tags=tags.get(ident, ()),
        )
        yield ClaimNow(ident, public_id, text_id, run_id, current, shown)


def _read_tags(connection: Connection, ids: list[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for ident, tag in connection.execute(_TAGS, {"ids": ids}).all():
        found[ident] = (*found.get(ident, ()), tag)
    return found


# As JSON


def encode(value: Value) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def decode(field: ReviewField, text: str) -> Value:
    """The value that `encode` wrote."""
    value: Value = _value(field, json.loads(text))
    return value


def encode_original(claim: ClaimNow) -> str:
    """What a claim shows as the extracted values."""
    values = {field.value: claim.shown.value(field) for field in EXTRACTED}
    return json.dumps({**values, "nature": claim.shown.nature}, ensure_ascii=False)


def _original_of(text: str) -> Shown:
    values = json.loads(text)
    nature = Nature(*values.pop("nature"))
    fields = {name: _value(ReviewField(name), value) for name, value in values.items()}
    return Shown(review=ReviewState.MACHINE, nature=nature, **fields)


def _value(field: ReviewField, value: Any) -> Any:
    if field == ReviewField.REVIEW:
        return ReviewState(value)
    if field == ReviewField.TYPE:
        return ClaimType(value)
    if field in SPANS:
        return tuple(QuotedSpan(*piece) for piece in value)
    if field == ReviewField.SPEAKERS:
        return tuple(
            JudgedSpeaker(
                name,
                SpeakerKind(kind).value,
                tuple(_affiliation(*each) for each in stated),
                # Older events do not tell.
                *sure,
            )
            for name, kind, stated, *sure in value
        )
    return tuple(value) if field == ReviewField.TAGS else value


def _affiliation(
    role: str | None, organization: str | None, former: bool, evidence: Any
) -> StatedAffiliation:
    return StatedAffiliation(role, organization, former, QuotedSpan(*evidence))


def joined(pieces: Pieces) -> str:
    """Pieces as one string, as a claim's row has them."""
    return SEPARATOR.join(piece.words for piece in pieces)


# In another text


def says_the_same(field: ReviewField, one: Value, other: Value) -> bool:
    """Whether two values of a field are the same but for where their words stand."""
    return bool(without_positions(field, one) == without_positions(field, other))


def without_positions(field: ReviewField, value: Value) -> Any:
    """A value without the places of its words in the text."""
    if field in SPANS:
        return tuple(piece.words for piece in _pieces(value))
    if field == ReviewField.SPEAKERS:
        return tuple(
            (one.name, one.kind, tuple(each[:3] for each in one.affiliations))
            for one in _speakers(value)
        )
    return value


def moved(shown: Shown, text: str) -> Shown | None:
    """What a claim shows, with its words found in another text; None if they do not stand there.

    The content is sought next to where it stood, the rest as far from it as before. Words that
    state an affiliation may be gone: the source, or the content, then stands for them.
    """
    content = _found(shown.content, text, 0)
    if content is None:
        return None
    shift = content[0].start - shown.content[0].start
    cue, source = _found(shown.cue, text, shift), _found(shown.source, text, shift)
    if cue is None or source is None:
        return None
    anchor = (source or content)[0]
    speakers = tuple(_speaker_found(one, text, shift, anchor) for one in shown.speakers)
    return replace(shown, content=content, cue=cue, source=source, speakers=speakers)


def moved_value(field: ReviewField, value: Value, text: str, beside: QuotedSpan) -> Value:
    """A value of an event with its words found in another text, nearest to ``beside``.

    Raises:
        ValueError: They do not stand there.
    """
    if field == ReviewField.SPEAKERS:
        return tuple(_speaker_found(one, text, 0, beside) for one in _speakers(value))
    if field not in SPANS:
        return value
    pieces = _pieces(value)
    shift = beside.start - pieces[0].start if pieces else 0
    found = _found(pieces, text, shift)
    if found is None:
        raise ValueError("its words do not stand in the text that shows")
    return found


def _pieces(value: Value) -> Pieces:
    assert isinstance(value, tuple)
    return tuple(piece for piece in value if isinstance(piece, QuotedSpan))


def _speakers(value: Value) -> tuple[JudgedSpeaker, ...]:
    assert isinstance(value, tuple)
    return tuple(one for one in value if isinstance(one, JudgedSpeaker))


def _found(pieces: Pieces, text: str, shift: int) -> Pieces | None:
    found: list[QuotedSpan] = []
    for piece in pieces:
        start = nearest(text, piece.words, piece.start + shift)
        if start is None or (found and start < found[-1].end):
            return None
        found.append(QuotedSpan(start, start + len(piece.words), piece.words))
        shift = start - piece.start
    return tuple(found)


def _speaker_found(one: JudgedSpeaker, text: str, shift: int, anchor: QuotedSpan) -> JudgedSpeaker:
    return one._replace(
        affiliations=tuple(
            each._replace(evidence=_evidence_found(each.evidence, text, shift, anchor))
            for each in one.affiliations
        )
    )


def _evidence_found(piece: QuotedSpan, text: str, shift: int, anchor: QuotedSpan) -> QuotedSpan:
    start = nearest(text, piece.words, piece.start + shift)
    return anchor if start is None else QuotedSpan(start, start + len(piece.words), piece.words)


def nearest(text: str, words: str, near: int) -> int | None:
    """Where words stand in a text, of several such the one nearest to ``near``."""
    near = max(0, min(near, len(text)))
    before = text.rfind(words, 0, near + len(words))
    after = text.find(words, near)
    starts = [start for start in (before, after) if start >= 0]
    return min(starts, key=lambda start: abs(start - near), default=None)
