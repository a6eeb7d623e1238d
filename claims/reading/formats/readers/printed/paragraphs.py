"""Lines of printed pages as paragraphs, words that were parted at the ends of lines whole again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from statistics import quantiles
from typing import Final

from claims.article import SegmentKind
from claims.language.word_lists import all_words
from claims.reading.formats.documents import Part
from claims.reading.formats.readers.printed.lines import Line, usual_size
from claims.reading.layout.bylines import is_byline, names_persons
from claims.reading.text.dates import without_dates

_HYPHEN: Final = re.compile(r"(\w+)(?:-| ?[‐\u00ad])$")
_ENDED: Final = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM: Final = re.compile("[•‣◦▪●\uf0b7]")
_AROUND_DATES: Final = " |•·,–—-"
_NOTE: Final = re.compile(r"(?:\d{1,3}|[*†‡§])\s?[^\W\d_]")
_NOTE_SIZE: Final = 0.93
_TITLE_SIZE: Final = 1.2
_HEADING_SIZE: Final = 1.08
_PARAGRAPH_GAP: Final = 1.45
_LINE_PITCH: Final = 1.2
_INDENT: Final = 6.0
_SHORT: Final = 0.85
_LONGEST_HEADER: Final = 80
"""Characters of a line above which it is of the text and no longer of what stands over that."""


def parts_of(lines: Sequence[Line]) -> list[Part]:
    """Lines as paragraphs, and which of them are title and headings by their size or weight.

    Args:
        lines: Of all pages, in the order in which they are read.
    """
    usual = usual_size(lines)
    largest = max((line.size for line in lines if line.page == 0 and line.text[2:]), default=0.0)
    plain = sum(not line.bold for line in lines) > len(lines) / 2
    whole = " ".join(line.text for line in lines)
    parts: list[Part] = []
    titled = False
    signed = _signatures(lines, largest)
    for group, is_note in _groups(lines, usual, signed):
        text = _joined([line.text for line in group], whole)
        pages = _pages_of(group, whole)
        size = group[0].size
        larger = size >= _HEADING_SIZE * usual or (plain and group[0].bold and not is_byline(text))
        if is_note:
            parts.append(Part(text, SegmentKind.JUNK, pages))
        elif id(group[0]) in signed:
            parts.append(Part(text, SegmentKind.BYLINE, pages))
        elif not titled and size == largest >= _TITLE_SIZE * usual and group[0].page == 0:
            parts.append(Part(text, SegmentKind.TITLE, pages))
            titled = True
        elif larger and not _ENDED.search(text) and len(text) < 200:
            parts.append(Part(text, SegmentKind.HEADING, pages))
        else:
            parts.append(Part(text, pages=pages))
    return parts


def _signatures(lines: Sequence[Line], largest: float) -> set[int]:
    """The identities of the lines between title and text that name who wrote it, however large."""
    found: set[int] = set()
    titled = False
    for line in takewhile(lambda one: one.page == 0, lines):
        if line.size == largest:
            titled = True
        elif titled and (is_byline(line.text) or names_persons(line.text)):
            found.add(id(line))
        elif titled and (_ENDED.search(line.text) or len(line.text) > _LONGEST_HEADER):
            break
    return found


def _groups(
    lines: Sequence[Line], usual: float, signed: set[int]
) -> Iterator[tuple[list[Line], bool]]:
    """The lines of each paragraph, and whether it is a footnote.

    Footnotes come behind the paragraph that they part. Those that are ``signed`` stand alone.
    """
    notes = _notes(lines, usual)
    pitch = _pitch(lines, usual)
    group: list[Line] = []
    waiting: list[list[Line]] = []
    for at, line in enumerate(lines):
        if at in notes:
            if notes[at] or not waiting:
                waiting.append([])
            waiting[-1].append(line)
        elif (
            group and not signed & {id(line), id(group[-1])} and _goes_on(group, line, pitch, usual)
        ):
            group.append(line)
        else:
            if group:
                yield group, False
            yield from ((note, True) for note in waiting)
            group, waiting = [line], []
    if group:
        yield group, False
    yield from ((note, True) for note in waiting)


def _notes(lines: Sequence[Line], usual: float) -> dict[int, bool]:
    """Which lines are of footnotes, small ones at the foot of a column; whether one opens there."""
    found: dict[int, bool] = {}
    run: dict[int, bool] = {}
    for at, line in enumerate(lines):
        if run and (line.page != lines[at - 1].page or line.box[1] >= lines[at - 1].box[1]):
            found |= run
            run = {}
        opens = _NOTE.match(line.text) is not None
        if line.size <= _NOTE_SIZE * usual and (opens or run):
            run[at] = opens
        else:
            run = {}
    return found | run


def _pages_of(group: Sequence[Line], whole: str) -> tuple[tuple[int, int], ...]:
    """The pages that a paragraph stands on, from 1, and where in it each begins."""
    starts = {group[0].page + 1: 0}
    for at, (above, line) in enumerate(pairwise(group), start=1):
        if line.page != above.page:
            before = _joined([one.text for one in group[:at]], whole)
            parted = _HYPHEN.search(before) is not None
            starts.setdefault(line.page + 1, len(before) if parted else len(before) + 1)
    return tuple(starts.items())


def _pitch(lines: Sequence[Line], usual: float) -> float:
    """How far the lines of a paragraph are apart."""
    gaps = [
        above.box[1] - below.box[1]
        for above, below in pairwise(lines)
        if above.size == below.size == usual and 0 < above.box[1] - below.box[1] < 4 * usual
    ]
    # Where paragraphs have few lines, most gaps are between paragraphs.
    return quantiles(gaps, n=4)[0] if len(gaps) > 1 else 1.2 * usual


def _goes_on(group: Sequence[Line], line: Line, pitch: float, usual: float) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = group[-1]
    opens = not line.text[:1].islower()
    if abs(last.size - line.size) > 0.6 or (last.bold != line.bold and opens):
        return False
    if _is_apart(group, line):
        return False
    large = line.size > _HEADING_SIZE * usual
    drop = last.box[1] - line.box[1]
    ended = _ENDED.search(last.text) is not None
    column = _last_column(group)
    width = max(one.box[2] for one in column) - min(one.box[0] for one in column)
    if last.page != line.page or drop <= 0:
        # A new column or page: only a sentence that is not finished goes on.
        full = last.box[2] - last.box[0] > _SHORT * max(width, line.box[2] - line.box[0])
        return not ended and last.size == line.size and (full or not opens)
    pitch = max(pitch, _LINE_PITCH * line.size) if large else pitch
    if drop > _PARAGRAPH_GAP * pitch:
        return False
    # The first line of all may be indented itself.
    left = min(one.box[0] for one in (column if len(column) < len(group) else group[1:] or group))
    indented = line.box[0] > left + _INDENT and len(group) > 1
    short = last.box[2] - last.box[0] < _SHORT * max(width, line.box[2] - line.box[0])
    return not (indented and ended) and not (short and ended)


def _last_column(group: Sequence[Line]) -> Sequence[Line]:
    """The lines of a paragraph that stand in its last column."""
    for at in range(len(group) - 1, 0, -1):
        above, line = group[at - 1], group[at]
        if line.page != above.page or line.box[1] >= above.box[1]:
            return group[at:]
    return group


def _is_apart(group: Sequence[Line], line: Line) -> bool:
    """Whether a line is an item of a list or a byline, or a byline or a date stands above it."""
    if _ITEM.match(line.text) or (is_byline(line.text) and not is_byline(group[0].text)):
        return True
    above = " ".join(one.text for one in group)
    if _is_date(above) or _is_date(line.text):
        return True
    return is_byline(above) and not is_byline(f"{above} {line.text}")


def _is_date(text: str) -> bool:
    return not without_dates(text).strip(_AROUND_DATES)


def _joined(texts: Sequence[str], whole: str) -> str:
    """The lines of a paragraph as one, words that were parted at their ends whole again."""
    found = texts[0]
    for text in texts[1:]:
        match = _HYPHEN.search(found)
        if match is None:
            found = f"{found} {text}"
            continue
        follows = re.match(r"\w*", text)
        parted = text[:1].islower() and not _is_compound(
            match[1], follows[0] if follows else "", whole
        )
        found = (found[: match.end(1)] if parted else found) + text
    return found.replace("\u00ad", "")


def _is_compound(first: str, second: str, whole: str) -> bool:
    """Whether two halves at a line's end are words that a hyphen joins: "well-known"."""
    together = f"{first}{second}"
    common = all_words("comparison/common")
    if together in whole or together.lower() in common:
        return False
    return f"{first}-{second}" in whole or {first.lower(), second.lower()} <= common
