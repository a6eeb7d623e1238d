"""PDF files with a text layer, by pdfminer.six: paragraphs in reading order, nothing repeated."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from statistics import median
from typing import Any, Final
from unicodedata import normalize

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar, LTTextContainer, LTTextLine
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException

from claims.article import SegmentKind
from claims.language.word_lists import sections, words
from claims.reading.formats.documents import Known, Part, article_of_parts
from claims.reading.formats.readers.columns import Line, in_reading_order, joined_in_rows
from claims.reading.formats.source import BOOK_LIMIT, Options, Outcome, Source
from claims.reading.layout.bylines import is_byline
from claims.reading.text.errors import ReadingError

_MARGIN: Final = 0.08
"""Share of a page's height at its top and its foot in which running lines stand."""
_DIGITS: Final = re.compile(r"\d+|\b[ivxl]+\b")
_PAGE_NUMBER: Final = re.compile(
    r"\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE
)
_HYPHEN: Final = re.compile(r"(\w+)(?:-| ?[‐\u00ad])$")
_ENDED: Final = re.compile(r"[.!?:…][\"'”’)\]]*$")
_LIGATURE: Final = re.compile("[\ufb00-\ufb06]")
_TITLE_SIZE: Final = 1.2
_HEADING_SIZE: Final = 1.08
_PARAGRAPH_GAP: Final = 1.45
_LINE_PITCH: Final = 1.2
_INDENT: Final = 6.0
_SHORT: Final = 0.85

logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(source: Source, options: Options) -> Iterator[Outcome]:
    """One article; its title is what stands in the largest letters on the first page."""
    source.data(BOOK_LIMIT)
    with source.open() as stream:
        try:
            pages = [_lines(page, number) for number, page in enumerate(_pages(stream))]
        except PDFPasswordIncorrect:
            raise ReadingError(source.path, "it is locked by a password") from None
        except (PDFSyntaxError, PSException) as error:
            raise ReadingError(source.path, f"it is damaged, or no PDF ({error})") from error
    if not any(pages):
        raise ReadingError(source.path, "it has no text layer; pictures of pages are not read")
    kept = [
        line for page in _without_running(pages) for line in in_reading_order(joined_in_rows(page))
    ]
    parts = _parts(kept)
    title = next((part.text for part in parts if part.kind is SegmentKind.TITLE), None)
    plain = [
        replace(part, kind=SegmentKind.PARAGRAPH) if part.kind is SegmentKind.TITLE else part
        for part in parts
    ]
    yield article_of_parts(source.path, plain, Known(title=title))


def _pages(stream: Any) -> Iterator[Any]:
    yield from extract_pages(stream, laparams=LAParams(boxes_flow=None))


def _lines(page: Any, number: int) -> list[Line]:
    """The lines of a page with where they stand and how large they are."""
    found = []
    for box in page:
        if not isinstance(box, LTTextContainer):
            continue
        for line in box:
            if not isinstance(line, LTTextLine) or not line.get_text().strip():
                continue
            sizes = [one.size for one in line if isinstance(one, LTChar)]
            height = page.height or 1
            found.append(
                Line(
                    _plain(line.get_text()),
                    (line.x0, line.y0, line.x1, line.y1),
                    round(median(sizes), 1) if sizes else 0.0,
                    number,
                    line.y0 > (1 - _MARGIN) * height or line.y1 < _MARGIN * height,
                )
            )
    return found


def _plain(text: str) -> str:
    """A line's words, letters that are printed as one apart."""
    return " ".join(_LIGATURE.sub(lambda one: normalize("NFKC", one[0]), text).split())


def _without_running(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without what stands at the edge of several of them, page numbers apart."""
    counts = Counter(
        text for page in pages for text in {_masked(line) for line in page if line.edge}
    )
    often = max(2, len(pages) // 3)

    def runs(line: Line) -> bool:
        if not line.edge:
            return False
        numbered = _PAGE_NUMBER.fullmatch(line.text) is not None
        return numbered or (len(pages) > 1 and counts[_masked(line)] >= often)

    return [[line for line in page if not runs(line)] for page in pages]


def _masked(line: Line) -> str:
    return _DIGITS.sub("0", line.text.casefold())


def _parts(lines: Sequence[Line]) -> list[Part]:
    """Lines as paragraphs, and which of them are title and headings by their size."""
    usual = _usual_size(lines)
    largest = max((line.size for line in lines if line.page == 0), default=0.0)
    pitch = _pitch(lines, usual)
    whole = " ".join(line.text for line in lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, pitch, usual):
            groups[-1].append(line)
        else:
            groups.append([line])
    parts: list[Part] = []
    titled = False
    for group in groups:
        text = _joined([line.text for line in group], whole)
        pages = _pages_of(group, whole)
        size = group[0].size
        if not titled and size == largest >= _TITLE_SIZE * usual and group[0].page == 0:
            parts.append(Part(text, SegmentKind.TITLE, pages))
            titled = True
        elif size >= _HEADING_SIZE * usual and not _ENDED.search(text) and len(text) < 200:
            parts.append(Part(text, SegmentKind.HEADING, pages))
        else:
            parts.append(Part(text, pages=pages))
    return parts


def _pages_of(group: Sequence[Line], whole: str) -> tuple[tuple[int, int], ...]:
    """The pages that a paragraph stands on, from 1, and where in it each begins."""
    starts = {group[0].page + 1: 0}
    for at, (above, line) in enumerate(pairwise(group), start=1):
        if line.page != above.page:
            before = _joined([one.text for one in group[:at]], whole)
            parted = _HYPHEN.search(before) is not None
            starts.setdefault(line.page + 1, len(before) if parted else len(before) + 1)
    return tuple(starts.items())


def _usual_size(lines: Sequence[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _pitch(lines: Sequence[Line], usual: float) -> float:
    """How far the lines of a paragraph are apart."""
    gaps = [
        above.box[1] - below.box[1]
        for above, below in pairwise(lines)
        if above.size == below.size == usual and 0 < above.box[1] - below.box[1] < 4 * usual
    ]
    return median(gaps) if gaps else 1.2 * usual


def _goes_on(group: Sequence[Line], line: Line, pitch: float, usual: float) -> bool:
    """Whether a line belongs to the paragraph before it."""
    last = group[-1]
    if abs(last.size - line.size) > 0.6:
        return False
    if is_byline(group[0].text) and _ends_byline(group, line):
        return False
    large = line.size > _HEADING_SIZE * usual
    drop = last.box[1] - line.box[1]
    ended = _ENDED.search(last.text) is not None
    if last.page != line.page or drop <= 0:
        # A new column or page: only a sentence that is not finished goes on.
        return not ended and last.size == line.size and not line.text[:1].isupper()
    pitch = max(pitch, _LINE_PITCH * line.size) if large else pitch
    near = drop <= _PARAGRAPH_GAP * pitch
    if not near:
        return False
    left = min(one.box[0] for one in group[1:]) if len(group) > 1 else last.box[0]
    width = max(one.box[2] for one in group) - min(one.box[0] for one in group)
    indented = line.box[0] > left + _INDENT and len(group) > 1
    short = last.box[2] - last.box[0] < _SHORT * max(width, line.box[2] - line.box[0])
    return not (indented and ended) and not (short and ended)


def _ends_byline(group: Sequence[Line], line: Line) -> bool:
    """Whether a paragraph is a byline, and a line is none of it."""
    above = " ".join(one.text for one in group)
    return is_byline(above) and not is_byline(f"{above} {line.text}")


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
    if together in whole or together.lower() in _common():
        return False
    return f"{first}-{second}" in whole or {first.lower(), second.lower()} <= _common()


@cache
def _common() -> frozenset[str]:
    """The words of news that are not rare."""
    return frozenset(
        word for name in sections("comparison/common") for word in words("comparison/common", name)
    )
