"""What people write for articles, and what was set of them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from claims.article import DatedFact
from claims.reading.text.dates import read_given
from db.articles.values import EMPTY, Value
from db.claims.articles import ArticleRow
from db.schema.choices import ArticleField

HINTS: Final = {
    ArticleField.TITLE: "The title; an empty line clears it",
    ArticleField.OUTLET: "Who published it; → or a click completes, an empty line clears",
    ArticleField.BYLINE: "Who wrote it, names with ; between; an empty line clears it",
    ArticleField.PUBLISHED: "2024-05-16, 2024-05 or 2024; an empty line clears it",
    ArticleField.URL: "The web address; an empty line clears it",
}
"""What a dialog that asks for a field says."""


def given(field: ArticleField, text: str, evidence: str) -> tuple[Value] | None:
    """What somebody wrote for a field, nothing known if it is empty; None if it is no date."""
    text = text.strip()
    if not text:
        return (EMPTY[field],)
    if field is ArticleField.BYLINE:
        return (tuple(name.strip() for name in text.split(";") if name.strip()),)
    if field is not ArticleField.PUBLISHED:
        return (text,)
    found = read_given(text)
    return None if found is None else (DatedFact(found.value, found.precision, evidence),)


def written(row: ArticleRow, field: ArticleField) -> str:
    """What is known of an article in a field, as one would write it."""
    known = {
        ArticleField.TITLE: row.title or "",
        ArticleField.OUTLET: row.outlet or "",
        ArticleField.BYLINE: "; ".join(row.byline),
        ArticleField.PUBLISHED: row.published.as_known,
        ArticleField.URL: row.url or "",
    }
    return known[field]


def outlets_of(rows: Iterable[ArticleRow]) -> list[str]:
    """The outlets of articles, each once, that of most first."""
    numbers = Counter(row.outlet for row in rows if row.outlet)
    return [outlet for outlet, _ in numbers.most_common()]
