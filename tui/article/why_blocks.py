"""Why a claim says what it says: each link from the article's words to speaker and affiliation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from claims.claim import Span
from db.claims.article_page import ArticlePage, ClaimDetail
from db.claims.model import NOBODY, ClaimSpeaker, StatedAffiliation
from db.claims.provenance import Identity, RunOfClaim, Why
from db.claims.view import ClaimRow
from tui.core.article_blocks import (
    affiliations_of,
    headline,
    page_number,
    publication,
    segments_of,
)
from tui.text import words
from tui.text.sentences import sentence_around
from tui.widgets.lines.blocks import Block, Mark

_LABEL: Final = 12
_MOST_FORMS: Final = 8
GONE: Final = "This claim is no longer in the database."
"""In place of a claim that was deleted while it was read."""


def why_title(row: ClaimRow) -> str:
    """``Why Ilya Morozov?``"""
    names = words.each_once(row.names)
    return f"Why {' and '.join(names) or row.source or NOBODY}?"


def why_blocks(page: ArticlePage, claim: ClaimDetail, why: Why) -> list[Block]:
    """Everything that stands behind a claim, from the source as written down to the run.

    Args:
        page: The article that the claim is in.
        claim: The claim.
        why: Its speakers' identities and its run.
    """
    blocks = _section("Claim", sentence_blocks(page, claim.content, "content"))
    blocks += _section("Source as written", _source(page, claim))
    for identity in why.identities:
        speaker = identity.speaker
        blocks += _section(f"From there to {speaker.named_as}", _chain(page, claim, speaker))
        blocks += _section(f"Who {speaker.named_as} is", _identity(identity))
        stated = affiliations_of(claim.row, speaker.ref.id)
        blocks += _section("As whom", _affiliations(page, stated))
    blocks += _section("Cue", _cue(page, claim))
    blocks += _section("How sure", list(map(_plain, how_sure(claim.row))))
    where = [_plain(headline(page.article)), _plain(publication(page))]
    if number := page_number(page, claim):
        where.append(_plain(f"page {number}"))
    blocks += _section("Article", where)
    blocks += _section("Found by", _run(why.run, claim.row))
    return blocks


def confidence_in_words(confidence: float) -> str:
    """A confidence with what it is meant to say."""
    per_cent = round(100 * confidence)
    return f"{confidence:.2f} – of claims rated so, about {per_cent} in 100 should be right"


def how_sure(row: ClaimRow) -> list[str]:
    """The confidence of a claim, of its being a statement, and of its speakers, as far as known."""
    lines = [confidence_in_words(row.confidence)]
    if row.statement is not None:
        lines.append(f"{row.statement:.2f} – that it is said or written, not felt, planned or done")
    return lines + [
        f"{one.confidence:.2f} – that {one.named_as} is who is meant"
        for one in row.speakers
        if one.confidence is not None
    ]


def forms_of(page: ArticlePage, key: str) -> dict[str, int]:
    """The sources that the article gives claims of this speaker alone, by its key, each with its
    number of claims, the most frequent first."""
    found: dict[str, int] = {}
    for claim in page.claims:
        if [one.id for one in claim.row.speaker_refs] == [key] and claim.row.source:
            form = " ".join(claim.row.source.split())
            found[form] = found.get(form, 0) + 1
    return dict(sorted(found.items(), key=lambda item: -item[1]))


def places_of(text: str, name: str) -> list[Span]:
    """Where a name stands in a text, however its words are spaced."""
    parts = [re.escape(part) for part in name.split()]
    if not parts:
        return []
    spaced = r"\s+".join(parts)
    found = re.finditer(rf"(?<!\w){spaced}(?!\w)", text)
    return [Span(one.start(), one.end()) for one in found]


def sentence_block(page: ArticlePage, span: Span, style: str) -> Block:
    """The sentence that a span stands in, the span marked."""
    return sentence_blocks(page, [span], style)[0]


def sentence_blocks(page: ArticlePage, spans: Iterable[Span], style: str) -> list[Block]:
    """The sentences that spans stand in, each once, the spans marked."""
    by_place: dict[tuple[int, int], list[Span]] = {}
    for span in spans:
        by_place.setdefault(_sentence(page, span), []).append(span)
    return [
        Block(
            page.text[start:end],
            tuple(Mark(max(0, s.start - start), s.end - start, style) for s in several),
            gap=0,
        )
        for (start, end), several in by_place.items()
    ]


def _sentence(page: ArticlePage, span: Span) -> tuple[int, int]:
    around = [s for s in segments_of(page) if s.start <= span.start < s.end]
    start, end = (around[0].start, around[0].end) if around else (span.start, span.end)
    # A span over several paragraphs is shown whole.
    end = max(end, span.end)
    first, last = sentence_around(page.text[start:end], span.start - start, span.end - start)
    return start + first, start + last


def _section(title: str, blocks: Sequence[Block]) -> list[Block]:
    if not blocks:
        return []
    last = blocks[-1]
    spaced = Block(last.text, last.marks, last.style, last.offset, last.claim, 1, last.hang)
    return [Block(title, style="title", gap=0), *blocks[:-1], spaced]


def _source(page: ArticlePage, claim: ClaimDetail) -> list[Block]:
    if not claim.source:
        return [_plain("The article names no source for it in so many words.")]
    return sentence_blocks(page, claim.source, "source")


def _chain(page: ArticlePage, claim: ClaimDetail, speaker: ClaimSpeaker) -> list[Block]:
    """How one gets from the source as written to the full name, as far as the text shows it."""
    called = forms_of(page, speaker.ref.id)
    blocks = []
    full = places_of(page.text, speaker.named_as)
    begins = min((span.start for span in claim.source), default=claim.row.content_start)
    names = [form for form in called if not form.islower()]
    before = [
        span for form in {*names, speaker.named_as} for span in places_of(page.text, form)
        if span.end <= begins
    ]  # fmt: skip
    covered = any(s.start <= f.start and f.end <= s.end for s in claim.source for f in full)
    if covered:
        blocks.append(_plain("The source has the full name."))
    elif before:
        nearest = max(before, key=lambda span: (span.end, span.end - span.start))
        blocks.append(_plain("named before it:"))
        blocks.append(sentence_block(page, nearest, "source"))
    if full and not covered and not (before and full[0] == nearest):
        blocks.append(_plain("in full first:"))
        blocks.append(sentence_block(page, full[0], "speaker"))
    if not full:
        blocks.append(_plain("The full name stands nowhere in the text in one piece."))
    forms = list(called.items())[:_MOST_FORMS]
    listed = "; ".join(f"“{form}” ({words.counted(number, 'claim')})" for form, number in forms)
    return [*blocks, *([_labelled("here called", listed)] if listed else [])]


def _identity(identity: Identity) -> list[Block]:
    speaker = identity.speaker
    if speaker.entity_id is None:
        return [_plain(f"{speaker.kind}, not linked to anyone in other articles")]
    linked = f"linked by {identity.method}, score {identity.score:.2f}"
    lines = [f"{speaker.kind} in {words.counted(identity.articles, 'article')}", linked]
    if speaker.name != speaker.named_as:
        lines.insert(0, speaker.name)
    found = [_plain(" · ".join(lines))]
    if identity.other_names:
        found.append(_labelled("also called", "; ".join(identity.other_names)))
    return found


def _affiliations(page: ArticlePage, stated: Sequence[StatedAffiliation]) -> list[Block]:
    if not stated:
        return [_plain("The article states neither role nor organization.")]
    blocks = []
    for one in stated:
        blocks.append(_plain(one.in_words))
        evidence = Span(one.evidence.start, one.evidence.end)
        blocks.append(sentence_block(page, evidence, "evidence"))
    return blocks


def _cue(page: ArticlePage, claim: ClaimDetail) -> list[Block]:
    row = claim.row
    lemma = [f"base form {row.cue_lemma}"] if row.cue_lemma else []
    line = " · ".join([*lemma, *words.nature(row)])
    return [*sentence_blocks(page, claim.cue, "cue"), *([_plain(line)] if line else [])]


def _run(run: RunOfClaim, row: ClaimRow) -> list[Block]:
    started = run.started_at.isoformat(sep=" ", timespec="seconds")
    again = f", and the same by {words.counted(run.found_by - 1, 'other run')}"
    return [
        _labelled("program", f"claims {run.tool_version}"),
        _labelled("model", f"{run.model_name} {run.model_version}"),
        _labelled("run", f"{run.run_id}, {started}{again if run.found_by > 1 else ''}"),
        _labelled("text", f"version {run.text_version}, SHA-256 {run.text_sha256}"),
        _labelled("claim", row.claim_id),
        _labelled("review", words.verdict(row) or "not reviewed"),
    ]


def _plain(text: str) -> Block:
    return Block(text, style="note", gap=0)


def _labelled(label: str, value: str) -> Block:
    text = f"{label.ljust(_LABEL)}{value}"
    return Block(text, (Mark(0, _LABEL, "label"),), "note", gap=0, hang=_LABEL)
