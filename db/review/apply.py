"""Writing what a claim shows: its row, spans, speakers, note and tags, with the extracted kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, case, delete, func, insert, select, update

from claims.claim import Affiliation, Span, SpeakerKind
from claims.extraction.cues.from_words import read_cue
from claims.language.folding import fold
from claims.review import ReviewState
from db.claims.rows import fetch_affiliations
from db.comparison.quotations import index_claims
from db.comparison.threads.counts import recount_those_of
from db.comparison.threads.labelling import relabel_those_of
from db.identity.mentions import ArticleSpeaker, link
from db.query.conditions.review import tag_key
from db.review.values import (
    SPANS,
    ClaimNow,
    JudgedSpeaker,
    Nature,
    Pieces,
    Shown,
    encode_original,
    joined,
    read_originals,
)
from db.schema import core as schema
from db.schema import review as review_schema
from db.schema.aside import set_aside
from db.schema.choices import ReviewField
from db.schema.comparison.threads import ClaimMeaning
from db.schema.extracted import affiliation_values
from db.sql.chunks import chunks
from db.sql.insert import add

Change = tuple[ClaimNow, Shown]
"""A claim as it shows now, and what it is to show."""

_HUMAN: Final = (ReviewState.ACCEPTED, ReviewState.CORRECTED)


def write_changes(connection: Connection, changes: Sequence[Change], now: datetime) -> None:
    """Have claims show other values; what was extracted is kept the first time it changes.

    Args:
        connection: In a transaction that writes.
        changes: The claims, locked.
        now: When new mentions are linked.
    """
    for chunk in chunks(changes):
        _write_states(connection, chunk)
        corrected = [one for one in chunk if not one[0].shown.extracted_as(one[1])]
        originals = read_originals(connection, [claim.id for claim, _ in corrected])
        texts = texts_of(connection, {claim.text_id for claim, _ in corrected})
        for claim, after in corrected:
            original = originals.get(claim.id)
            nature = _nature(claim, after, original)
            _keep_original(connection, claim, after, original)
            _write_extracted(connection, claim, after, nature)
            if claim.shown.speakers != after.speakers:
                _write_speakers(connection, texts[claim.text_id], claim, after.speakers, now)
        _write_notes(connection, [one for one in chunk if one[0].shown.note != one[1].note])
        _write_tags(connection, [one for one in chunk if one[0].shown.tags != one[1].tags])
        set_aside(connection, schema.Claim.id.in_([claim.id for claim, _ in chunk]))
        _mark_due(connection, [claim.id for claim, after in chunk if _means(claim, after)])
        judged = [claim.id for claim, after in chunk if claim.shown.review != after.review]
        recount_those_of(connection, judged)
        relabel_those_of(connection, [claim.id for claim, after in chunk if _calls(claim, after)])


def _calls(claim: ClaimNow, after: Shown) -> bool:
    """Whether what a claim's thread is called may change."""
    before = claim.shown
    rejected = [one.review is ReviewState.REJECTED for one in (before, after)]
    return rejected[0] != rejected[1] or before.content != after.content


def _means(claim: ClaimNow, after: Shown) -> bool:
    """Whether what a claim means may be something else: who says what, and how."""
    before = claim.shown
    return (before.content, before.cue, before.source, before.speakers) != (
        *(after.content, after.cue, after.source, after.speakers),
    )


def _mark_due(connection: Connection, ids: Sequence[int]) -> None:
    """Note that claims say something else than when they were compared."""
    if ids:
        of_them = update(ClaimMeaning).where(ClaimMeaning.claim_id.in_(ids))
        connection.execute(of_them.values(due=True))


def texts_of(connection: Connection, text_ids: Iterable[int]) -> dict[int, str]:
    """Texts by number."""
    table = schema.ArticleText
    ids = sorted(text_ids)
    if not ids:
        return {}
    return dict(connection.execute(select(table.id, table.text).where(table.id.in_(ids))).all())


def _write_states(connection: Connection, changes: Sequence[Change]) -> None:
    table = schema.Claim
    states: dict[ReviewState, list[int]] = {}
    for claim, after in changes:
        if claim.shown.review != after.review:
            states.setdefault(after.review, []).append(claim.id)
    for state, ids in states.items():
        connection.execute(update(table).where(table.id.in_(ids)).values(review=state.value))
    # What a person stands by shows, though the last run may not have found it.
    again = [c.id for c, after in changes if not c.current and after.review in _HUMAN]
    if again:
        connection.execute(update(table).where(table.id.in_(again)).values(current=True))


def _keep_original(
    connection: Connection, claim: ClaimNow, after: Shown, original: Shown | None
) -> None:
    table = review_schema.ClaimOriginal
    if original is None:
        values = {"claim_id": claim.id, "extracted": encode_original(claim)}
        connection.execute(insert(table), values)
    elif after.extracted_as(original):
        connection.execute(delete(table).where(table.claim_id == claim.id))


def _nature(claim: ClaimNow, after: Shown, original: Shown | None) -> Nature:
    """What the cue tells: as extracted of the extracted cue, else by the words of the new one."""
    if claim.shown.cue == after.cue:
        return claim.shown.nature
    if original is not None and original.cue == after.cue:
        return original.nature
    read = read_cue(joined(after.cue))
    return claim.shown.nature._replace(cue_lemma=read.lemma, cue_class=read.cue_class)


def _write_extracted(connection: Connection, claim: ClaimNow, after: Shown, nature: Nature) -> None:
    values: dict[str, object] = {}
    if claim.shown.type != after.type:
        values["type"] = after.type.value
    if nature != claim.shown.nature:
        lemma = nature.cue_lemma
        values |= {**nature._asdict(), "cue_lemma_key": None if lemma is None else fold(lemma)}
    for field in SPANS:
        before, pieces = getattr(claim.shown, field), getattr(after, field)
        if before != pieces:
            _write_pieces(connection, claim.id, field, pieces)
            values[field.value] = joined(pieces)
    if claim.shown.content != after.content:
        values["position"] = after.content[0].start
        index_claims(connection, [claim.id])
    if values:
        table = schema.Claim
        connection.execute(update(table).where(table.id == claim.id).values(values))


def _write_pieces(
    connection: Connection, claim_id: int, field: ReviewField, pieces: Pieces
) -> None:
    table = schema.ClaimSpan
    part = field.value
    connection.execute(delete(table).where(table.claim_id == claim_id, table.part == part))
    add(
        connection,
        insert(table),
        [
            {
                "claim_id": claim_id,
                "part": part,
                "ordinal": n,
                "start": piece.start,
                "end": piece.end,
                "exact": piece.words,
            }
            for n, piece in enumerate(pieces)
        ],
    )


# Speakers


def _write_speakers(
    connection: Connection,
    text: str,
    claim: ClaimNow,
    speakers: Sequence[JudgedSpeaker],
    now: datetime,
) -> None:
    """Let these speak a claim: mentions like any others, made where the article has none such."""
    table = schema.ClaimSpeaker
    mentions = [_mention(connection, text, claim, one, now) for one in speakers]
    connection.execute(delete(table).where(table.claim_id == claim.id))
    add(
        connection,
        insert(table),
        [
            {
                "claim_id": claim.id,
                "ordinal": n,
                "mention_id": mention,
                "confidence": speaker.confidence,
            }
            for n, (mention, speaker) in enumerate(zip(mentions, speakers, strict=True))
        ],
    )


def _mention(
    connection: Connection, text: str, claim: ClaimNow, speaker: JudgedSpeaker, now: datetime
) -> int:
    table = schema.Mention
    same = (
        select(table.id)
        .where(
            table.text_id == claim.text_id,
            table.name == speaker.name,
            table.kind == speaker.kind,
        )
        .order_by(case((table.run_id == claim.run_id, 0), else_=1), table.id)
    )
    named = connection.scalars(same).all()
    stated = fetch_affiliations(connection, named)
    for ident in named:
        if stated.get(ident, ()) == speaker.affiliations:
            return ident
    return _new_mention(connection, text, claim, speaker, now)


def _new_mention(
    connection: Connection, text: str, claim: ClaimNow, speaker: JudgedSpeaker, now: datetime
) -> int:
    table = schema.Mention
    last = connection.scalar(
        select(func.max(table.ordinal)).where(
            table.run_id == claim.run_id, table.text_id == claim.text_id
        )
    )
    ident = connection.execute(
        insert(table).returning(table.id),
        {
            "text_id": claim.text_id,
            "run_id": claim.run_id,
            "ordinal": 0 if last is None else last + 1,
            "name": speaker.name,
            "kind": speaker.kind,
        },
    ).scalar_one()
    stored = ArticleSpeaker(speaker.name, SpeakerKind(speaker.kind))
    for role, organization, former, evidence in speaker.affiliations:
        stated = Affiliation(role, organization, Span(evidence.start, evidence.end), former)
        stored.affiliations[stated] = None
    add(
        connection, insert(schema.Affiliation), affiliation_values(text, ident, stored.affiliations)
    )
    texts = schema.ArticleText
    article_id = connection.scalars(select(texts.article_id).where(texts.id == claim.text_id)).one()
    link(connection, article_id, [(ident, stored)], now=now)
    return ident


# Notes and tags


def _write_notes(connection: Connection, changes: Sequence[Change]) -> None:
    if not changes:
        return
    table = review_schema.ClaimNote
    connection.execute(delete(table).where(table.claim_id.in_([c.id for c, _ in changes])))
    add(
        connection,
        insert(table),
        [
            {"claim_id": claim.id, "note": after.note, "note_key": fold(after.note)}
            for claim, after in changes
            if after.note is not None
        ],
    )


def _write_tags(connection: Connection, changes: Sequence[Change]) -> None:
    if not changes:
        return
    table = review_schema.ClaimTag
    connection.execute(delete(table).where(table.claim_id.in_([c.id for c, _ in changes])))
    add(
        connection,
        insert(table),
        [
            {"claim_id": claim.id, "tag_key": tag_key(tag), "tag": tag}
            for claim, after in changes
            for tag in after.tags
        ],
    )
