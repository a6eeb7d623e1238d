"""What stands among and after the paragraphs: headings, lists, readers' comments, tails."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Sequence
from typing import Final

from claims.article import SegmentKind
from claims.reading.layout import block_forms as forms
from claims.reading.layout import furniture
from claims.reading.layout.blocks import Block
from claims.reading.layout.header import Kinds, is_followed_by_prose

_HEADING_WORDS: Final = 12
_HEADLINE_WORDS: Final = 20
_TEASER_WORDS: Final = 45
_TAIL_LINE_WORDS: Final = 8
_FEWEST_PARAGRAPHS: Final = 3
_LOOKAHEAD: Final = 80
_LIST_HEADINGS: Final = (SegmentKind.PROMO, SegmentKind.CREDIT, SegmentKind.JUNK)
_BIOGRAPHY: Final = re.compile(
    r"(?:[^\W\d_][\w.’'-]*\s+){1,4}(?:is|was)\s+(?:an?|the|our|chief|senior)\b[^.]{0,80}"
    r"\b(?:reporter|correspondent|columnist|journalist|staff writer|news editor|freelance\w*"
    r"|contributor|bureau chief|editor-in-chief|managing editor|reporting fellow)\b[^.]{0,160}\.?"
    r"(?:\s+(?:She|He|They|Follow|Contact|Email|Reach|Before|Previously)\b.{0,300})?"
)


def mark_rest(blocks: Sequence[Block], kinds: Kinds, body: int) -> None:
    """Mark what stands among and after the paragraphs, and make the rest paragraphs."""
    _mark_comments(blocks, kinds, body)
    _mark_lists(blocks, kinds, body)
    _mark_tail(blocks, kinds, body)
    _mark_headings(blocks, kinds, body)
    for index, kind in enumerate(kinds):
        kinds[index] = kind or SegmentKind.PARAGRAPH


def _open_prose(blocks: Sequence[Block], kinds: Kinds, start: int) -> list[int]:
    return [
        i for i in range(start, len(blocks)) if kinds[i] is None and forms.is_prose(blocks[i].text)
    ]


def _mark_comments(blocks: Sequence[Block], kinds: Kinds, body: int) -> None:
    """Mark all after the heading of the readers' comments."""
    headings = [
        index
        for index in range(body, len(blocks))
        if kinds[index] in (SegmentKind.COMMENT, SegmentKind.JUNK)
        and furniture.opens_comments(blocks[index].text)
    ]
    prose = _open_prose(blocks, kinds, body) if headings else []
    for index in headings:
        before = bisect(prose, index)
        # Near the top of a page the same words are a link to the comments.
        if before < _FEWEST_PARAGRAPHS:
            continue
        after = len(prose) - before
        below = blocks[index + 1 : index + 1 + _LOOKAHEAD]
        if before >= after or sum(furniture.is_comment_sign(b.text) for b in below) > after:
            kinds[index:] = [SegmentKind.COMMENT] * (len(kinds) - index)
            return


def _mark_lists(blocks: Sequence[Block], kinds: Kinds, body: int) -> None:
    """Mark the headlines and teasers below "Related articles" and the like."""
    if not any(kind in _LIST_HEADINGS for kind in kinds[body:]):
        return
    prose = _open_prose(blocks, kinds, body)
    for index in range(body, len(blocks)):
        if kinds[index] not in _LIST_HEADINGS or not furniture.opens_list(blocks[index].text):
            continue
        at_end = index > body and 4 * (len(prose) - bisect(prose, index)) <= len(prose)
        for later in range(index + 1, min(len(blocks), index + 1 + _LOOKAHEAD)):
            if kinds[later] is not None:
                continue
            if not _is_listed(blocks[later].text, at_end=at_end):
                break
            kinds[later] = SegmentKind.PROMO


def _is_listed(text: str, *, at_end: bool) -> bool:
    """Whether a block below a list's heading is a headline, or a teaser at the page's end."""
    words = len(text.split())
    ended = forms.ends_sentence(text)
    headline = not ended and words <= _HEADLINE_WORDS and not forms.QUOTE.match(text)
    return headline or (at_end and words <= _TEASER_WORDS and not forms.reports(text))


def _mark_tail(blocks: Sequence[Block], kinds: Kinds, body: int) -> None:
    """Mark lines after the last paragraph that are no sentences, or in another script."""
    script = forms.main_script(block.text for block in blocks)
    last = _last_sentence(blocks, kinds, body, script)
    if last is None:
        return
    for index in range(last + 1, len(blocks)):
        if kinds[index] is not None:
            continue
        text = blocks[index].text
        previous = blocks[index - 1].text
        if not forms.fits(text, script):
            kinds[index] = SegmentKind.TAG if "#" in text or "@" in text else SegmentKind.JUNK
        elif len(text.split()) <= _TAIL_LINE_WORDS and not (
            forms.QUOTE.search(text) or forms.leads_list(previous) or forms.LIST_ITEM.match(text)
        ):
            kinds[index] = SegmentKind.JUNK
    _mark_biography(blocks, kinds, last)


def _last_sentence(
    blocks: Sequence[Block], kinds: Kinds, body: int, script: str | None
) -> int | None:
    """The last open block that is a sentence in the page's own writing system."""
    for index in range(len(blocks) - 1, body - 1, -1):
        text = blocks[index].text
        if kinds[index] is None and forms.is_sentence(text) and forms.fits(text, script):
            return index
    return None


def _mark_biography(blocks: Sequence[Block], kinds: Kinds, last: int) -> None:
    """Mark the sentence that introduces the article's author at its end."""
    if last > 2 and _BIOGRAPHY.fullmatch(blocks[last].text) and len(blocks[last].text) < 500:
        kinds[last] = SegmentKind.CREDIT


def _mark_headings(blocks: Sequence[Block], kinds: Kinds, body: int) -> None:
    """Mark short lines without a full stop between paragraphs."""
    in_list = False
    for index in range(body, len(blocks)):
        if kinds[index] is not None:
            in_list = in_list and kinds[index] is not SegmentKind.HEADING
            continue
        text = blocks[index].text
        if forms.is_prose(text) or forms.ends_sentence(text):
            in_list = False
            continue
        previous = blocks[index - 1].text if index > body else ""
        in_list = in_list or bool(forms.leads_list(previous)) or bool(forms.LIST_ITEM.match(text))
        if not in_list and _is_heading(text) and is_followed_by_prose(blocks, kinds, index):
            kinds[index] = SegmentKind.HEADING


def _is_heading(text: str) -> bool:
    return (
        len(text.split()) <= _HEADING_WORDS
        and (text[0].isupper() or text[0].isdigit())
        and not forms.QUOTE.search(text)
        and text[-1] not in ",;:-–—"
        and "\n" not in text
    )
