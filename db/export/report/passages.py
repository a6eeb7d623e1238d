"""The paragraphs that claims stand in, with the words of each marked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, select

from claims.article import Segment
from db.claims.article_page import article_text, segments_of
from db.claims.model import ClaimRow
from db.export.provenance import Provenance
from db.query.tables import article

_KEPT_TEXTS: Final = 8

_TEXT: Final = (
    select(article_text.c.id, article_text.c.text)
    .join(article, article.c.id == article_text.c.article_id)
    .where(
        article.c.public_id == bindparam("article"), article_text.c.version == bindparam("version")
    )
)


class Piece(NamedTuple):
    """A stretch of a paragraph: words of the ``content``, ``cue`` or ``source``, or "" of none."""

    text: str
    part: str


Paragraph = tuple[Piece, ...]


class Passages:
    """Reads the paragraphs of claims; the texts that were read last are kept.

    Args:
        connection: Of the archive.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._texts: OrderedDict[tuple[str, int], tuple[str, tuple[Segment, ...]]] = OrderedDict()

    def of(self, row: ClaimRow, origin: Provenance) -> list[Paragraph]:
        """The paragraphs that any words of the claim stand in, in their order."""
        text, segments = self._text(row.article_id, origin.text.version)
        marked = [
            (start, end, part)
            for part, spans in (
                ("content", origin.content),
                ("cue", origin.cue),
                ("source", origin.source),
            )
            for start, end in spans
        ]
        return [
            paragraph(text, one.start, one.end, marked)
            for one in segments
            if any(start < one.end and end > one.start for start, end, _ in marked)
        ]

    def _text(self, article_id: str, version: int) -> tuple[str, tuple[Segment, ...]]:
        key = (article_id, version)
        if key not in self._texts:
            asked = {"article": article_id, "version": version}
            ident, text = self._connection.execute(_TEXT, asked).one()
            self._texts[key] = text, segments_of(self._connection, ident)
            if len(self._texts) > _KEPT_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(key)
        return self._texts[key]


def paragraph(text: str, start: int, end: int, marked: Sequence[tuple[int, int, str]]) -> Paragraph:
    """``text[start:end]`` in pieces.

    Args:
        text: Of the article.
        start: Where the paragraph begins.
        end: Where it ends, exclusive.
        marked: Spans with what each is; what comes first goes before the others.
    """
    edges = {start, end}
    for first, last, _ in marked:
        edges |= {min(max(first, start), end), min(max(last, start), end)}
    return tuple(_pieces(text, sorted(edges), marked))


def _pieces(
    text: str, edges: Sequence[int], marked: Iterable[tuple[int, int, str]]
) -> Iterator[Piece]:
    spans = [*marked]
    for first, last in pairwise(edges):
        part = next((part for a, b, part in spans if a <= first and last <= b), "")
        yield Piece(text[first:last], part)
