"""Choosing columns of an export by their names."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from db.export.columns import CHOOSABLE, COLUMNS
from db.export.errors import NotOfferedError

SHORT: Final = (
    *("speaker", "role", "organization", "content", "type", "published", "outlet"),
    *("article_title", "article_url", "confidence", "review", "note"),
)
"""What most readers of a table look for."""

ALL_NAME: Final = "all"
SHORT_NAME: Final = "short"


def columns_named(text: str) -> tuple[str, ...]:
    """The columns that are listed with commas between them; ``all`` and ``short`` stand for theirs.

    Each comes once, where it was named first.

    Raises:
        NotOfferedError: There is no such column, or none is named.
    """
    named = [name for word in text.split(",") for name in _meant(word.strip())]
    if not named:
        raise NotOfferedError("name a column at least")
    return tuple(dict.fromkeys(named))


def _meant(word: str) -> Iterable[str]:
    if word == ALL_NAME:
        return COLUMNS
    if word == SHORT_NAME:
        return SHORT
    if not word:
        return ()
    name = word.lower().replace("-", "_").replace(" ", "_")
    if name not in CHOOSABLE:
        near = difflib.get_close_matches(name, [*CHOOSABLE, SHORT_NAME, ALL_NAME], n=1)
        near = near or [column for column in CHOOSABLE if name in column.split("_")][:1]
        hint = f"; did you mean {near[0]}?" if near else "; 'claims columns' lists them"
        raise NotOfferedError(f"there is no column {word!r}{hint}")
    return (name,)
