"""Prose for the pages that these tests read, and how they read it."""

from __future__ import annotations

from pathlib import Path

from claims.article import Article, SegmentKind
from claims.reading import read_article

P1 = "The two governments said on Thursday that they would study the plan again before autumn."
P2 = "“Nobody has signed anything,” said Ilse Brandt, a fellow at the Harbour Institute in Oslo."
P3 = "Ms. Brandt said the line would be built only if both sides shared the cost of the pipes."
P4 = "An official in the capital, who asked not to be named, called that “a matter of weeks.”"
PARAGRAPHS = [P1, P2, P3, P4]
BODY = "\n\n".join(PARAGRAPHS)


def read_page(folder: Path, page: str | bytes, name: str = "page.txt") -> Article:
    """Write a page to a file and read it."""
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_article(path)


def texts(article: Article, kind: SegmentKind = SegmentKind.PARAGRAPH) -> list[str]:
    """The texts of an article's segments of one kind."""
    return [article.text[s.start : s.end] for s in article.segments if s.kind is kind]


def kinds(article: Article) -> dict[str, str]:
    """The kind of each segment's text, by the text."""
    return {article.text[s.start : s.end]: s.kind.value for s in article.segments}
