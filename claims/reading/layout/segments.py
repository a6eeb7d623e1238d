"""Marks what each block of a page is, so that only article body yields claims.

Evidence is taken in this order: a block's own words; its place between such blocks (a header
before the body, lists and comments after it); its form (a short line without a full stop between
paragraphs). Where evidence is thin a block stays a paragraph: a caption kept costs less than a
paragraph lost.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from claims.article import Segment, SegmentKind
from claims.reading.layout import block_forms as forms
from claims.reading.layout import furniture
from claims.reading.layout.blocks import Block
from claims.reading.layout.bylines import is_reporting_credit
from claims.reading.layout.captions import caption_kind, is_photo_marker, reads_as_caption
from claims.reading.layout.header import HEADER_BLOCKS, Kinds, mark_byline_lines, mark_header
from claims.reading.layout.inline_datelines import DATELINE
from claims.reading.layout.surroundings import mark_rest
from claims.reading.text.dates import dates_of_line

_CAPTION_WORDS: Final = 60
_SHORTEST_PARAGRAPH: Final = 20
_SHORTEST_COPY: Final = 20


@dataclass(frozen=True, slots=True)
class Marked:
    """A block, or a part of one, and what it is."""

    kind: SegmentKind
    start: int
    end: int
    text: str


def mark_page(blocks: Sequence[Block]) -> list[Marked]:
    """Mark the blocks of a whole page in plain text: it may open with a title and a byline."""
    kinds = _by_words(blocks)
    _mark_photo_neighbours(blocks, kinds)
    body = mark_header(blocks, kinds)
    mark_rest(blocks, kinds, body)
    return _split_datelines(blocks, kinds)


def mark_body(
    blocks: Sequence[Block], *, title: str | None, dek: str | None, headings: Collection[str]
) -> list[Marked]:
    """Mark the blocks of a body that a reader of markup has already cut out of its page.

    Args:
        title: The page's title, which bodies often repeat.
        dek: The page's own description of the article; often it is the first paragraph instead.
        headings: The texts that the markup says are headings.
    """
    kinds = _by_words(blocks)
    _mark_photo_neighbours(blocks, kinds)
    said = forms.folded(title) if title else None
    for index, block in enumerate(blocks):
        if title and index < HEADER_BLOCKS and forms.folded(block.text) == said:
            kinds[index] = SegmentKind.TITLE
        elif dek and index < 3 and _is_dek(block.text, dek):
            kinds[index] = SegmentKind.DEK
        elif kinds[index] is None and block.text in headings:
            kinds[index] = SegmentKind.HEADING
    mark_byline_lines(blocks, kinds, range(min(len(blocks), HEADER_BLOCKS)))
    body = _mark_key_points(blocks, kinds)
    mark_rest(blocks, kinds, body)
    return _split_datelines(blocks, kinds)


def _is_dek(text: str, description: str) -> bool:
    """Whether a block is the page's description, and no paragraph that was taken for it."""
    paragraph = forms.is_prose(text) and forms.ends_sentence(text)
    return not paragraph and forms.same_words(text, description)


def to_segments(marked: Sequence[Marked]) -> tuple[Segment, ...]:
    """The segments of an article."""
    return tuple(Segment(one.kind, one.start, one.end) for one in marked)


def _mark_key_points(blocks: Sequence[Block], kinds: Kinds) -> int:
    """Mark the list of points that some pages put above the body; returns where that begins."""
    for index, block in enumerate(blocks[:HEADER_BLOCKS]):
        if kinds[index] is not None:
            continue
        if not forms.LIST_ITEM.match(block.text) or forms.ends_sentence(block.text):
            return index
        kinds[index] = SegmentKind.DEK
    return min(len(blocks), HEADER_BLOCKS)


def _by_words(blocks: Sequence[Block]) -> Kinds:
    """What blocks are by their own words alone; None where they do not tell."""
    return [_own_kind(block.text) for block in blocks]


def _own_kind(text: str) -> SegmentKind | None:
    if _is_tag_line(text):
        return SegmentKind.TAG
    if dates_of_line(text) is not None:
        return SegmentKind.DATELINE
    if is_reporting_credit(text):
        return SegmentKind.CREDIT
    return caption_kind(text) or furniture.furniture_kind(text)


def _is_tag_line(text: str) -> bool:
    """Whether a line is hashtags: each word stands within three words of a number sign."""
    count = text.count("#")
    if count == 0 or len(text) > 600:
        return False
    line = furniture.tidy(text)
    before, *tags = line.split("#")
    if before.strip() and count < 2 * len(before.split()):
        return False
    if forms.ends_sentence(line) and count < 3:
        return False
    return all(len(tag.split()) <= 3 for tag in tags) and any(tag.strip() for tag in tags)


def _mark_photo_neighbours(blocks: Sequence[Block], kinds: Kinds) -> None:
    """Mark the words between a picture's marker and its credit, and copies of captions."""
    for index, kind in enumerate(kinds):
        if kind is not SegmentKind.CREDIT or index == 0 or kinds[index - 1] is not None:
            continue
        words = blocks[index - 1].text
        marked = index > 1 and is_photo_marker(blocks[index - 2].text)
        close = not blocks[index].apart and blocks[index - 1].apart
        photo = caption_kind(blocks[index].text) is SegmentKind.CREDIT
        short = len(words.split()) <= _CAPTION_WORDS and not forms.reports(words)
        if photo and short and (marked or close or reads_as_caption(words)):
            kinds[index - 1] = SegmentKind.CAPTION
    captions = [b.text for b, k in zip(blocks, kinds, strict=True) if k is SegmentKind.CAPTION]
    by_start = {caption[:_SHORTEST_COPY]: caption for caption in captions}
    for index, block in enumerate(blocks):
        copied = by_start.get(block.text[:_SHORTEST_COPY], "")
        if kinds[index] is None and copied.startswith(block.text):
            kinds[index] = SegmentKind.CAPTION


def _split_datelines(blocks: Sequence[Block], kinds: Kinds) -> list[Marked]:
    """Cut "MOSCOW, May 16 (Reuters) —" off the paragraphs that open with it."""
    marked: list[Marked] = []
    for block, kind in zip(blocks, kinds, strict=True):
        assert kind is not None
        match = DATELINE.match(block.text) if kind is SegmentKind.PARAGRAPH else None
        if match is None or len(block.text) - match.end() < _SHORTEST_PARAGRAPH:
            marked.append(Marked(kind, block.start, block.end, block.text))
            continue
        cut = block.start + match.end()
        line = match[0].rstrip()
        marked.append(Marked(SegmentKind.DATELINE, block.start, block.start + len(line), line))
        marked.append(Marked(kind, cut, block.end, block.text[match.end() :]))
    return marked
