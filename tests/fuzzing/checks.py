"""What must hold of each kind of input; what does not raises an error that is no refusal."""

from __future__ import annotations

import csv
import io
import itertools
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Any, Final, NamedTuple

from hypothesis.strategies import SearchStrategy
from sqlalchemy import Engine

from claims.article import Article
from claims.quotations.find import find_quotations, paragraphs_of
from claims.reading import PassedOver, ReadingError, read_articles
from db.archive import open_archive
from db.claims.view import open_view
from db.export.table import tame, write_table
from db.query.grammar import QueryError
from db.query.line import parse_filter
from tests.db.library import stock
from tests.fuzzing.inputs import CELLS, FILES_OF_ANY_FORMAT, QUOTED
from tests.fuzzing.lines import LINES

MOST_SECONDS: Final = 20.0
"""Processor time within which anything that is as short as these inputs is done with."""

_OURS: Final = ("/claims/", "/db/")


class Target(NamedTuple):
    """What is tried.

    Args:
        inputs: What it may be given.
        check: Raises an error where something does not hold of one.
        written: An input as the ending of a file and its bytes.
        read: An input from those.
    """

    inputs: SearchStrategy[Any]
    check: Callable[[Any], None]
    written: Callable[[Any], tuple[str, bytes]]
    read: Callable[[str, bytes], Any]


def check_file(one: tuple[str, bytes]) -> None:
    """A file gives articles whose segments lie in their texts, or one line that says why not."""
    ending, data = one
    with TemporaryDirectory() as folder, _soon():
        path = Path(folder) / f"file.{ending}"
        path.write_bytes(data)
        try:
            for found in read_articles(path):
                if isinstance(found, Article):
                    _check_article(found)
                elif isinstance(found, ReadingError):
                    _check_refusal(found)
                else:
                    assert isinstance(found, PassedOver)
        except ReadingError as error:
            _check_refusal(error)


def _check_article(article: Article) -> None:
    assert article.sha256
    assert "\0" not in article.text
    assert article.title is None or "\n" not in article.title
    for one in article.segments:
        assert 0 <= one.start < one.end <= len(article.text)
    for one, following in itertools.pairwise(article.segments):
        assert one.end <= following.start
    for told in (article.path, article.title, article.outlet, article.url, *article.byline):
        assert told is None or told.encode()


def _check_refusal(error: ReadingError) -> None:
    assert error.reason
    _check_line(str(error))
    cause = error.__cause__
    unforeseen = cause is not None and type(cause).__name__ in error.reason
    if cause is None or not unforeseen or isinstance(cause, RecursionError | MemoryError):
        return
    # Libraries break on damaged files; what breaks in our own code is ours to mend.
    last = traceback.extract_tb(cause.__traceback__)[-1].filename
    if "/site-packages/" not in last and any(part in last for part in _OURS):
        raise AssertionError(repr(cause)) from cause


def _check_line(told: str) -> None:
    assert told
    assert "\n" not in told


def check_quotations(text: str) -> None:
    """Quotations lie in their text, by start, each within another or apart from it."""
    with _soon():
        found = find_quotations(text, paragraphs_of([(0, len(text))], text))
    assert found == sorted(found, key=lambda one: (one.start, -one.end))
    open_: list[int] = []
    for one in found:
        assert 0 <= one.start <= one.inner_start < one.inner_end <= one.end <= len(text)
        while open_ and open_[-1] <= one.start:
            open_.pop()
        assert not open_ or one.end <= open_[-1]
        assert one.depth == len(open_)
        open_.append(one.end)


def check_line(line: str) -> None:
    """A filter line is refused in one line, or is a query that can be asked and written again."""
    with _soon():
        try:
            query = parse_filter(line)
        except QueryError as refused:
            _check_line(str(refused))
            return
        assert parse_filter(query.to_filter()) == query
        open_view(_library(), query)


def check_cells(rows: list[list[str]]) -> None:
    """Cells come back from CSV as they were, or as what no spreadsheet runs."""
    columns = ("title", "content", "cue")
    records = [dict(zip(columns, row, strict=True)) for row in rows]
    for raw in (True, False):
        out = io.StringIO(newline="")
        write_table(records, out, columns, raw=raw)
        out.seek(0)
        header, *found = csv.reader(out)
        assert tuple(header) == columns
        assert found == [row if raw else [tame(cell) for cell in row] for row in rows]


@cache
def _library() -> Engine:
    engine = open_archive(str(Path(mkdtemp()) / "claims.db"))
    stock(engine)
    return engine


@contextmanager
def _soon() -> Iterator[None]:
    begun = time.process_time()
    yield
    assert time.process_time() - begun < MOST_SECONDS, "it takes too long"


def _text(one: str) -> tuple[str, bytes]:
    return "txt", one.encode("utf-8", "surrogatepass")


def _of_text(_: str, data: bytes) -> str:
    return data.decode("utf-8", "surrogatepass")


TARGETS: Final = {
    "files": Target(FILES_OF_ANY_FORMAT, check_file, lambda one: one, lambda *one: one),
    "quotations": Target(QUOTED, check_quotations, _text, _of_text),
    "lines": Target(LINES, check_line, _text, _of_text),
    "cells": Target(
        CELLS,
        check_cells,
        lambda rows: ("txt", "\x1e".join("\x1f".join(row) for row in rows).encode()),
        lambda _, data: [row.split("\x1f") for row in data.decode().split("\x1e")],
    ),
}
