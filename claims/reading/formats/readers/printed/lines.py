"""The lines of a printed page, as pdfminer.six finds them, with their words as they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Final
from unicodedata import normalize

from pdfminer.layout import LTChar, LTPage, LTTextContainer, LTTextLine

Box = tuple[float, float, float, float]
"""Left, lower, right and upper edge; upwards counts more."""

_MARGIN: Final = 0.08
"""Share of a page's height at its top and its foot in which running lines stand."""
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_BOLD: Final = re.compile(r"bold|black|heavy|demi|bx\d", re.IGNORECASE)
_NOTE_MARK: Final = re.compile(r"[\d*†‡§]")
_SMALL: Final = 0.8
_RAISED: Final = 0.15
_DROP_CAP: Final = re.compile(r"[\"'“‘]?[^\W\d_]")
_CAP_SIZE: Final = 1.8
_FEWEST_SPACED: Final = 5
_SPACED_SHARE: Final = 0.8
_WORD_GAP: Final = 1.6
"""How much wider gaps between words are than those between letters that stand apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    Args:
        size: Of most of its letters.
        page: Number of its page, from 0.
        edge: Whether it stands where running headers and footers do.
        bold: Whether all of its letters are.
    """

    text: str
    box: Box
    size: float
    page: int
    edge: bool = False
    bold: bool = False


def middle(line: Line) -> float:
    """How high on its page a line stands."""
    return (line.box[1] + line.box[3]) / 2


def lines_of(page: LTPage, number: int) -> list[Line]:
    """The lines of a page with where they stand and how large they are.

    Args:
        page: As pdfminer.six gives it.
        number: Of the page, from 0.
    """
    height = page.height or 1
    found = []
    for box in page:
        for line in box if isinstance(box, LTTextContainer) else ():
            if not isinstance(line, LTTextLine) or not (text := _text(line)):
                continue
            letters = _letters(line)
            size = round(median(one.size for one in letters), 1) if letters else 0.0
            # A large first letter reaches down to other lines.
            own = [one for one in letters if one.size < _CAP_SIZE * size]
            lower = min((one.y0 for one in own), default=line.y0)
            upper = max((one.y1 for one in own), default=line.y1)
            found.append(
                Line(
                    text,
                    (line.x0, lower, line.x1, upper),
                    size,
                    number,
                    lower > (1 - _MARGIN) * height or upper < _MARGIN * height,
                    bool(letters) and all(_BOLD.search(one.fontname) for one in letters),
                )
            )
    return _with_drop_caps(found)


def usual_size(lines: Iterable[Line]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _letters(line: LTTextLine) -> list[LTChar]:
    return [one for one in line if isinstance(one, LTChar) and one.get_text().strip()]


def _text(line: LTTextLine) -> str:
    """A line's words: without note marks, letters that are printed as one or far apart as usual."""
    letters = _letters(line)
    marks = _note_marks(letters)
    text = "".join(one.get_text() for one in line if id(one) not in marks)
    if len(letters) > 1 and letters[0].size >= _CAP_SIZE * median(one.size for one in letters):
        first = letters[0].get_text()
        text = first + text.strip().removeprefix(first).lstrip()
    tokens = text.split()
    single = sum(len(one) == 1 for one in tokens)
    if len(tokens) >= _FEWEST_SPACED and single >= _SPACED_SHARE * len(tokens):
        text = _spaced(letters) or text
    return " ".join(_LIGATURE.sub(lambda one: normalize("NFKC", one[0]), text).split())


def _note_marks(letters: Sequence[LTChar]) -> frozenset[int]:
    """The small raised marks behind words and signs, by identity; not those of units: m²."""
    if not letters:
        return frozenset()
    size = median(one.size for one in letters)
    floor = median(one.y0 for one in letters)
    found: set[int] = set()
    before = ""
    for one in letters:
        raised = one.size <= _SMALL * size and one.y0 > floor + _RAISED * size
        if (
            raised
            and _NOTE_MARK.fullmatch(one.get_text())
            and re.search(r"(?:\W|[^\W\d_]{3})$", before)
        ):
            found.add(id(one))
        elif not raised:
            before = (before + one.get_text())[-3:]
    return frozenset(found)


def _spaced(letters: Sequence[LTChar]) -> str | None:
    """The words of letters that stand apart, by the wider gaps between words; None if too far."""
    gaps = [other.x0 - one.x1 for one, other in pairwise(letters)]
    usual = median(gaps)
    if not 0 < usual < letters[0].size:
        return None
    pieces = [letters[0].get_text()]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        pieces.append(f" {letter.get_text()}" if gap > _WORD_GAP * usual else letter.get_text())
    return "".join(pieces)


def _with_drop_caps(lines: Sequence[Line]) -> list[Line]:
    """The lines, a large first letter put before the words that stand beside it."""
    usual = usual_size(lines)
    found = list(lines)
    for cap in lines:
        if cap.size < _CAP_SIZE * usual or not _DROP_CAP.fullmatch(cap.text):
            continue
        beside = [one for one in found if _is_beside(cap, one)]
        if not beside:
            continue
        found.remove(cap)
        first = max(beside, key=middle)
        for one in beside:
            text = cap.text + one.text if one is first else one.text
            found[found.index(one)] = replace(one, text=text, box=(cap.box[0], *one.box[1:]))
    return found


def _is_beside(cap: Line, line: Line) -> bool:
    near = -2 <= line.box[0] - cap.box[2] < cap.size / 2
    return near and line.size < cap.size / 1.5 and cap.box[1] < middle(line) < cap.box[3]
