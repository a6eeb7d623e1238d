"""Plain text: offsets, title, byline, outlet and address of pages as scraped."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import Article, SegmentKind
from claims.reading import read_article

P1 = "The two governments said on Thursday that they would study the plan again before autumn."
P2 = "“Nobody has signed anything,” said Ilse Brandt, a fellow at the Harbour Institute in Oslo."
P3 = "Ms. Brandt said the line would be built only if both sides shared the cost of the pipes."
BODY = f"{P1}\n\n{P2}\n\n{P3}"


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read_page(page: str | bytes) -> Article:
        path = tmp_path / "page.txt"
        path.write_bytes(page.encode() if isinstance(page, str) else page)
        return read_article(path)

    return read_page


def pieces(article: Article, kind: SegmentKind) -> list[str]:
    return [article.text[s.start : s.end] for s in article.segments if s.kind is kind]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_newlines_are_kept_as_they_are(read, newline: str) -> None:  # type: ignore[no-untyped-def]
    page = f"Pipeline Talks Stall\n\n{BODY}\n".replace("\n", newline)
    article = read(page)
    assert article.text == page
    assert pieces(article, SegmentKind.PARAGRAPH) == [P1, P2, P3]
