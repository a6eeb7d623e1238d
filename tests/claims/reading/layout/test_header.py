"""Title, dek and byline above the body."""

from __future__ import annotations

from pathlib import Path

from claims.article import SegmentKind
from tests.claims.reading.samples import BODY, P1, P2, P3, P4, PARAGRAPHS, read_page, texts


def test_a_text_without_title_is_all_body(tmp_path: Path) -> None:
    article = read_page(tmp_path, BODY)
    assert article.title is None
    assert texts(article) == PARAGRAPHS


def test_a_first_sentence_that_quotes_somebody_is_no_title(tmp_path: Path) -> None:
    lead = "“It is over,” the minister said."
    assert texts(read_page(tmp_path, f"{lead}\n\n{BODY}")) == [lead, *PARAGRAPHS]


def test_a_dek_stands_between_title_and_byline(tmp_path: Path) -> None:
    dek = "Neither side wants to pay first"
    article = read_page(tmp_path, f"Talks Stall Again\n{dek}\nBy Ruth Aas\n{P1}\n{P2}\n{P3}\n{P4}")
    assert texts(article, SegmentKind.DEK) == [dek]
    assert texts(article) == PARAGRAPHS
