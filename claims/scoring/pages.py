"""Gold of web pages: how well the body that was read agrees with the one that a reader sees."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.article import Article, SegmentKind

_ARTICLE: Final = frozenset({SegmentKind.PARAGRAPH, SegmentKind.HEADING, SegmentKind.DEK})
_TOKEN: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A saved page and what it holds.

    Args:
        path: The page.
        byline: Its authors, and nobody else.
        published: The day in ISO 8601, None where the page does not tell it.
        body: Its article: deks, headings and paragraphs, without the title.
        junk: Texts of the page that are no part of the article.
    """

    path: Path
    title: str
    byline: tuple[str, ...]
    published: str | None
    outlet: str | None
    body: tuple[str, ...]
    junk: tuple[str, ...]


def gold_pages(folder: Path) -> list[GoldPage]:
    """The pages of a folder, each ``NAME.html`` with its gold in ``NAME.json``."""
    return [_gold_page(path) for path in sorted(folder.glob("*.html"))]


def _gold_page(path: Path) -> GoldPage:
    gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
    byline, body, junk = (tuple(gold.pop(name)) for name in ("byline", "body", "junk"))
    return GoldPage(path, byline=byline, body=body, junk=junk, **gold)


def body_of(article: Article) -> str:
    """What of an article's text is its body: deks, headings and paragraphs."""
    return "\n".join(
        article.text[one.start : one.end] for one in article.segments if one.kind in _ARTICLE
    )


def token_f1(text: str, gold: str) -> float:
    """F1 of the words of a text against those of another, each as often as it occurs there."""
    found, wanted = (Counter(_TOKEN.findall(one.lower())) for one in (text, gold))
    shared = (found & wanted).total()
    return 2 * shared / (found.total() + wanted.total()) if shared else 0.0
