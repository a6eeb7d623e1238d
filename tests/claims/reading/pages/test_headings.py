"""Headings between paragraphs."""

from __future__ import annotations

from pathlib import Path

from claims.article import SegmentKind
from tests.claims.reading.markup_pages import TITLE, read
from tests.claims.reading.samples import P1, P2, P3, P4, PARAGRAPHS, texts


def test_a_heading_between_paragraphs_is_kept(tmp_path: Path) -> None:
    # Where no class tells the body, trafilatura gathers paragraphs and leaves headings out.
    first, second = (f"<p>{one}</p><p>{two}</p>" for one, two in ((P1, P2), (P3, P4)))
    sections = f"<section>{first}</section><section><h2>Half past</h2>{second}</section>"
    article = read(tmp_path, f"<div class='longform'><h1>{TITLE}</h1>{sections}</div>")
    assert texts(article) == PARAGRAPHS
    assert texts(article, SegmentKind.HEADING) == ["Half past"]
