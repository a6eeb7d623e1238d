"""Plain text: unchanged, with what its own lines say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.reading.samples import BODY, PARAGRAPHS, read_page, texts


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_kept_as_they_are(tmp_path: Path, newline: str) -> None:
    page = f"Pipeline Talks Stall\n\n{BODY}\n".replace("\n", newline)
    article = read_page(tmp_path, page)
    assert article.text == page
    assert texts(article) == PARAGRAPHS
    assert article.encoding == "utf-8"
    assert not article.html


def test_a_byte_order_mark_stays_in_the_text_but_in_no_segment(tmp_path: Path) -> None:
    article = read_page(tmp_path, b"\xef\xbb\xbf" + f"Pipeline Talks Stall\n\n{BODY}".encode())
    assert article.text[0] == "\ufeff"
    assert article.segments[0].start == 1
    assert article.title == "Pipeline Talks Stall"
    assert article.encoding == "utf-8-sig"


def test_an_address_on_a_line_of_its_own_is_the_articles(tmp_path: Path) -> None:
    url = "https://courier.example/2021/05/talks"
    article = read_page(tmp_path, f"Talks Stall Again\n\n{BODY}\n\nSource: {url}")
    assert article.url == url
    assert texts(article) == PARAGRAPHS
