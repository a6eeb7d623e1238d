"""Headlines and lines like them: no claim goes over their edge into the text or another line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from claims.extraction.document.prediction import Prediction
from claims.extraction.document.ranges import Range
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.labels import label_of
from claims.extraction.rules.verbs import bare_candidate

_ENDS: Final = ".!?…"
_DASHES: Final = frozenset({"-", "–", "—", "--"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_PLACES: Final = frozenset({"NNP", "NNPS", ",", "."})
_LONGEST_DATELINE: Final = 4
_GOES_ON: Final = ":;,"
_CLOSING: Final = "\"”’')]"


def stays(page: Page, cue: Range, content: Range) -> bool:
    """Whether content is the cue's although a headline, or a line without an end, may lie between.

    What is in a title, dek or heading that its cue is not in is none of its; from elsewhere a
    quotation may be taken up, but no words of the text.
    """
    line = page.line_of(content[0])
    if line is not None and line != page.line_of(cue[0]):
        return False
    return page.quote_of[content[0]] >= 0 or not _is_cut_off(page, cue[0], content[0])


def near_source(page: Page, head: int, cue: Range, source: Range) -> Range | None:
    """A source beyond the edge of a line, replaced by what stands in the cue's own paragraph.

    Args:
        page: The article.
        head: Token of the cue that governs the others.
        cue: The words of attribution.
        source: Whose they were taken for.

    Returns:
        The source where no edge lies between; else the cue's own subject or the label before its
        colon, and for want of both None in a line, the source in the text.
    """
    if not _is_cut_off(page, cue[0], source[0]):
        return source
    around = page.spoken_around(cue[0])
    if around is None:
        return source
    own = None
    if page.tree.is_verb(head):
        own = bare_candidate(page.tree, head).source
    elif page.tree.lower[head] == ":":
        own = _past_numbers(page, label_of(page.tree, *around))
    own = own and page.trim(page.outside(own, page.quote_of[head]))
    if own and around[0] <= own[0] and own[1] <= around[1]:
        return own
    return None if _is_line(page, cue[0]) else source


def past_dateline(page: Page, cue: Range, source: Range) -> Range:
    """The source without a dateline, or what stands behind one: "Oslo – The council said …".

    Args:
        page: The article.
        cue: The words of attribution.
        source: Whose they were taken for.
    """
    dash = _dateline_end(page, source[0], cue[0])
    if dash is None:
        return source
    if dash < source[1] - 1:
        return dash + 1, source[1]
    tree, head = page.tree, dash + 1
    while tree.pos[tree.head[head]] in _NOUNS and head < tree.head[head] < cue[0]:
        head = tree.head[head]
    low, high = tree.span(head)
    found = page.trim((max(low, dash + 1), min(high, cue[0])))
    return found if found and tree.pos[head] in _NOUNS else source


def _dateline_end(page: Page, start: int, end: int) -> int | None:
    """The dash behind a dateline at ``start``.

    A dateline is names alone, opens its paragraph and has one dash behind it, before a sentence:
    "Lund – the mayor – said" has two, and goes on in lower case.

    Args:
        page: The article.
        start: Where the dateline may begin.
        end: Of the cue, before which there may be no other dash.
    """
    around = page.spoken_around(start)
    dashes = [
        i
        for i in range(start + 1, end)
        if page.doc[i].text in _DASHES and page.doc[i - 1].whitespace_
    ]
    if around is None or around[0] != start or len(dashes) != 1 or dashes[0] + 1 >= end:
        return None
    [dash] = dashes
    names = all(page.tree.tag[i] in _PLACES for i in range(start, dash))
    short = dash - start <= _LONGEST_DATELINE
    return dash if names and short and page.doc[dash + 1].text[0].isupper() else None


def left_over(page: Page, predictions: Iterable[Prediction]) -> list[bool]:
    """For each token, whether its sentence lost what a line above had taken of it as content."""
    left = [False] * len(page.doc)
    for one in predictions:
        for part in (part for whole in one.content for part in page.spoken(whole)):
            if page.line_of(part[0]) is None and not stays(page, one.cue, part):
                first = page.tree.first[part[0]]
                _, end = page.spoken_around(part[0]) or part
                for i in range(part[0], end):
                    left[i] |= page.tree.first[i] == first
    return left


def _past_numbers(page: Page, label: Range | None) -> Range | None:
    """A label without the time before it: "13:05 Harbour master:"."""
    if label is None:
        return None
    low, high = label
    while low < high and not page.doc[low].text[0].isalpha():
        low += 1
    return (low, high) if low < high else None


def _is_cut_off(page: Page, cue: int, other: int) -> bool:
    """Whether two tokens stand in different paragraphs of which one is a line by itself."""
    first, last = (page.spoken_around(i) for i in sorted((cue, other)))
    if first is None or last is None or first == last:
        return False
    goes_on = _last_sign(page, first) in _GOES_ON or page.doc[last[0]].text[0].islower()
    return not goes_on and (_is_line(page, cue) or _is_line(page, other))


def _is_line(page: Page, i: int) -> bool:
    """Whether token ``i`` is in a title, dek or heading, or in a paragraph that has no end."""
    around = page.spoken_around(i)
    if around is None or page.line_of(i) is not None:
        return around is not None
    return _last_sign(page, around) not in _ENDS + _GOES_ON


def _last_sign(page: Page, part: Range) -> str:
    return page.doc[part[0] : part[1]].text.rstrip().rstrip(_CLOSING)[-1:]
