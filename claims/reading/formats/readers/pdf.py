"""PDF files with a text layer, by pdfminer.six: paragraphs in reading order, nothing repeated."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfparser import PDFSyntaxError
from pdfminer.psparser import PSException

from claims.article import SegmentKind
from claims.reading.formats.documents import Known, article_of_parts
from claims.reading.formats.readers.printed.columns import in_reading_order, joined_in_rows
from claims.reading.formats.readers.printed.lines import lines_of
from claims.reading.formats.readers.printed.paragraphs import parts_of
from claims.reading.formats.readers.printed.running import without_running
from claims.reading.formats.source import BOOK_LIMIT, Options, Outcome, Source
from claims.reading.text.errors import ReadingError

logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(source: Source, options: Options) -> Iterator[Outcome]:
    """One article; its title is what stands in the largest letters on the first page."""
    source.data(BOOK_LIMIT)
    with source.open() as stream:
        try:
            pages = [lines_of(page, number) for number, page in enumerate(_pages(stream))]
        except PDFPasswordIncorrect:
            raise ReadingError(source.path, "it is locked by a password") from None
        except (PDFSyntaxError, PSException) as error:
            raise ReadingError(source.path, f"it is damaged, or no PDF ({error})") from error
    if not any(pages):
        raise ReadingError(source.path, "it has no text layer; pictures of pages are not read")
    kept = [
        line for page in without_running(pages) for line in in_reading_order(joined_in_rows(page))
    ]
    parts = parts_of(kept)
    title = next((part.text for part in parts if part.kind is SegmentKind.TITLE), None)
    plain = [
        replace(part, kind=SegmentKind.PARAGRAPH) if part.kind is SegmentKind.TITLE else part
        for part in parts
    ]
    yield article_of_parts(source.path, plain, Known(title=title))


def _pages(stream: Any) -> Iterator[Any]:
    yield from extract_pages(stream, laparams=LAParams(boxes_flow=None))
