"""Articles and claims as blocks of marked text, for the detail pane and the article screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import Final

from claims.article import DatedFact, Segment, SegmentKind, page_of, shown_title
from claims.aside import reasons_in
from claims.claim import Span
from claims.relation import RelationState
from claims.review import ReviewState
from db.analysis.facets.left_out import LeftOut
from db.claims.article_page import ArticlePage, ArticleRow, ClaimDetail
from db.claims.model import NOBODY, RelatedClaim, StatedAffiliation
from db.claims.view import ClaimRow
from tui.core.speaker_letters import SpeakerLetters, speaks
from tui.text import words
from tui.widgets.lines.blocks import Block, Mark

HERE: Final = "┃"
CLAIM: Final = "│"
MARKED: Final = "●"
_LABEL: Final = 11

_STYLES: Final = {
    SegmentKind.PARAGRAPH: "text",
    SegmentKind.TITLE: "title",
    SegmentKind.DEK: "text",
    SegmentKind.HEADING: "title",
}


def headline(article: ArticleRow) -> str:
    """An article's title, or the name of its file if it has none."""
    return shown_title(article.title, article.path)


def speaking(row: ClaimRow) -> str:
    """Who speaks, as a heading of its own."""
    who = words.speakers(row)
    return NOBODY if who == words.NOTHING else who


def claim_heading(row: ClaimRow, *, who: bool = False, own: bool = False, gap: int = 0) -> Block:
    """`words.heading` as a block."""
    facts, title = words.heading(row, who=who, own=own)
    return Block(facts, style="label", claim=row.id, gap=gap, tail=title)


def claim_head(row: ClaimRow, *, own: bool = False) -> list[Block]:
    """Who says it, as whom, and the heading of the claim: two blocks or three.

    Args:
        row: The claim.
        own: It stands in its own article.
    """
    who = speaking(row)
    stated = words.affiliations(row)
    head = Block(who, (Mark(0, len(who), "speaker"),), gap=0)
    as_whom = [Block(stated, style="note", gap=0)] if stated else []
    return [head, *as_whom, claim_heading(row, own=own, gap=1)]


def claim_blocks(
    page: ArticlePage, claim: ClaimDetail, around: int = 0
) -> tuple[list[Block], list[Block], int]:
    """A claim in its paragraphs, below what is told of it.

    Args:
        page: The article the claim is in.
        claim: The claim.
        around: How many paragraphs before and behind those that it stands in are told as well.

    Returns:
        The blocks of its head, those of the paragraphs, and which of these holds the start of the
        content.
    """
    spans = [*claim.content, *claim.cue, *claim.source]
    every = segments_of(page)
    hit = [n for n, s in enumerate(every) if any(_touch(span, s) for span in spans)]
    near = {m for n in hit for m in range(n - around, n + around + 1)}
    segments = [s for n, s in enumerate(every) if n in near]
    marks = [*_claim_marks(claim)]
    body = [_block(page.text, segment, marks) for segment in segments]
    starts = [n for n, s in enumerate(segments) if s.start <= claim.row.content_start < s.end]
    return claim_head(claim.row), body, starts[0] if starts else 0


def evidence(page: ArticlePage, claim: ClaimDetail) -> list[Block]:
    """Why it says so: the words and the page elements behind speaker, affiliation and date."""
    return [
        _labelled(label, value)
        for label, value in [
            *_speaker_facts(claim.row),
            ("cue", _cue(claim.row)),
            *_remarks(claim.row),
            ("text", words.ALTERED if page.altered else ""),
            *map(_related, claim.row.relations),
            ("article", headline(page.article)),
            ("story", story(page)),
            ("published", publication(page)),
            ("stated", _dated(page.stated)),
            ("fetched", _dated(page.fetched)),
            ("file", page.article.path),
            ("page", page_number(page, claim)),
            ("claim", claim.row.claim_id),
        ]
        if value
    ]


def story(page: ArticlePage) -> str:
    """Of how many articles of one text it is; empty where it is alone."""
    return (
        f"one of {page.of_story:,} articles of this text – K lists them"
        if page.of_story > 1
        else ""
    )


def page_number(page: ArticlePage, claim: ClaimDetail) -> str:
    """Number of the page of its printed file on which a claim begins; empty without pages."""
    number = page_of(page.page_starts, claim.row.content_start)
    return "" if number is None else f"{number} of {len(page.page_starts)}"


def flags(row: ClaimRow, selected: Container[int]) -> str:
    """Whether a claim is marked, and its verdict, as two glyphs: ``●✓``."""
    return f"{MARKED if row.id in selected else ' '}{words.review_glyph(row)}"


def remarks(claim: ClaimDetail) -> list[Block]:
    """What people wrote on a claim: the whole note, and the tags."""
    return [_labelled(label, value) for label, value in _remarks(claim.row) if value]


def article_blocks(
    page: ArticlePage,
    current: int | None,
    letters: SpeakerLetters | None = None,
    only: str | None = None,
    selected: Container[int] = (),
) -> list[Block]:
    """A whole article with every claim marked, one of them as the current one.

    Args:
        page: The article.
        current: The id of the current claim.
        letters: Its speakers, by whose letters claims are marked.
        only: Of the other claims only those of the speaker with this key are marked in the text.
        selected: The claims that the user marked.
    """
    letters = letters or SpeakerLetters()
    marks: list[Mark] = []
    for claim in page.claims:
        if claim.row.id != current:
            shown = only is None or speaks(claim.row, only)
            style = "other" if shown else "text"
            beside = letters.of(claim.row), flags(claim.row, selected)
            marks += [Mark(s.start, s.end, style, CLAIM, *beside) for s in claim.content]
            colour = letters.style(claim.row)
            if shown and colour is not None:
                marks += [Mark(s.start, s.end, colour) for s in claim.content]
    for claim in page.claims:
        if claim.row.id == current:
            marks += _claim_marks(claim, HERE, letters.of(claim.row), flags(claim.row, selected))
    return [_block(page.text, segment, marks) for segment in segments_of(page)]


def segments_of(page: ArticlePage) -> list[Segment]:
    """The page's segments, or its paragraphs by empty lines if it has none."""
    if page.segments:
        return sorted(page.segments, key=lambda segment: segment.start)
    return [*_paragraphs(page.text)]


def in_order(page: ArticlePage) -> list[ClaimDetail]:
    """The claims of an article by where their content starts."""
    return sorted(page.claims, key=lambda claim: (claim.row.content_start, claim.row.id))


def first_look(page: ArticlePage, seen: Container[int | None]) -> tuple[ArticlePage, LeftOut]:
    """An article with the claims that a first look shows, and what that leaves out.

    Args:
        page: The article with all its claims.
        seen: Numbers of claims that stay in any case.
    """
    shown = [one for one in page.claims if one.row.id in seen or not _hides(one.row)]
    hidden = [one.row for one in page.claims if one.row.id not in seen and _hides(one.row)]
    reasons: Counter[str] = Counter()
    for row in hidden:
        reasons.update(reasons_in(row.aside))
        reasons.update([ReviewState.REJECTED] if row.review == ReviewState.REJECTED else [])
    left_out = LeftOut(len(hidden), dict(reasons.most_common()))
    return replace(page, claims=tuple(shown)), left_out


def _hides(row: ClaimRow) -> bool:
    return bool(row.aside) or row.review == ReviewState.REJECTED


def _paragraphs(text: str) -> Iterator[Segment]:
    at = 0
    for part in text.split("\n\n"):
        if part.strip():
            yield Segment(SegmentKind.PARAGRAPH, at, at + len(part))
        at += len(part) + 2


def _touch(span: Span, segment: Segment) -> bool:
    return span.start < segment.end and segment.start < span.end


def _claim_marks(
    claim: ClaimDetail, gutter: str = "", letters: str = "", beside: str = ""
) -> Iterator[Mark]:
    for span in claim.content:
        yield Mark(span.start, span.end, "content", gutter, letters, beside)
    for name, spans in (("cue", claim.cue), ("source", claim.source)):
        for span in spans:
            yield Mark(span.start, span.end, name)


def _block(text: str, segment: Segment, marks: Iterable[Mark]) -> Block:
    """A segment as a block; marks in article offsets are cut and moved to fit it."""
    start, end = segment.start, segment.end
    own = tuple(
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in marks
        if mark.start < end and start < mark.end
    )
    return Block(text[start:end], own, _STYLES.get(segment.kind, "aside"), offset=start)


def affiliations_of(row: ClaimRow, speaker: str) -> list[StatedAffiliation]:
    """What the article states of a speaker of a claim, by its id as `SpeakerRef` has it."""
    return [each for one in row.speakers if one.ref.id == speaker for each in one.affiliations]


def _speaker_facts(row: ClaimRow) -> Iterator[tuple[str, str]]:
    kinds = {one.ref: one.kind for one in row.speakers}
    written = f" – written “{row.source}”" if row.source else ""
    for one in row.speaker_refs:
        yield "speaker", f"{one.label} ({kinds[one]}){written}"
    for speaker in row.speakers:
        whose = f"{speaker.name}: " if len(row.speaker_refs) > 1 else ""
        for stated in speaker.affiliations:
            words_of_it = " ".join(stated.evidence.words.split())
            yield "as whom", f"{whose}{stated.in_words} – “{words_of_it}”"


def _remarks(row: ClaimRow) -> list[tuple[str, str]]:
    return [("note", row.note or ""), ("tags", "; ".join(row.tags))]


def _related(one: RelatedClaim) -> tuple[str, str]:
    """What another claim is to one, with how sure that is where nobody confirmed it."""
    who = "; ".join(one.names) or words.NOTHING
    # An unknown date would be a dash that says nothing.
    line = f"{who}, {words.dated(one.published)}" if one.published.value else who
    sure = "" if one.state is RelationState.CONFIRMED else f" – suggested, {one.score:.2f}"
    return one.in_words, f"{line}: {' '.join(one.content.split())}{sure}"


def _cue(row: ClaimRow) -> str:
    """A cue with its base form and what it tells of; empty where nothing is known but its words."""
    if not row.cue_lemma:
        return " · ".join(words.nature(row))
    written = f" – written “{' '.join(row.cue.split())}”" if row.cue else ""
    return " · ".join([f"{row.cue_lemma}{written}", *words.nature(row)])


def publication(page: ArticlePage) -> str:
    """When and where an article was published and by whom, with what says so."""
    dated = _dated(page.published) or "date unknown"
    parts = [dated, page.article.outlet or "", words.byline(page.article.byline)]
    return " · ".join(part for part in parts if part)


def _dated(fact: DatedFact) -> str:
    """A date with what says so; empty if there is none."""
    if fact.value is None:
        return ""
    line = words.dated(fact)
    return f"{line} (from {' '.join(fact.evidence.split())})" if fact.evidence else line


def _labelled(label: str, value: str) -> Block:
    width = max(_LABEL, len(label) + 1)
    marks = (Mark(0, width, "label"),)
    return Block(f"{label.ljust(width)}{value}", marks, "note", gap=0, hang=width)
