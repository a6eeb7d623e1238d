"""A claim as text to take away: its words, a citation, its cells."""

from __future__ import annotations

from typing import Final

from claims.claim import ClaimType
from db.claims.view import ClaimRow
from db.export.columns import cell
from db.export.records import record
from tui.text import words

_MARKS: Final = '“”"„‟«»'


def quote(row: ClaimRow) -> str:
    """The words of the claim as they stand in its article."""
    return row.content


def citation(row: ClaimRow) -> str:
    """``“…”, Ilya Morozov, senior fellow, Institute, in Northern Courier, “Title”, 2023-03-21``.

    What is not wholly quoted there is told to be the article's words, not the speaker's.
    """
    quoted = f"“{' '.join(row.content.split()).strip(_MARKS)}”"
    if row.type == ClaimType.INDIRECT.value:
        quoted += " (reported, not quoted)"
    elif row.type == ClaimType.MIXED.value:
        quoted += " (quoted in part)"
    title = " ".join((row.article_title or "").split())
    where = [row.outlet or "", f"“{title}”" if title else words.article(row)]
    parts = [
        quoted,
        "" if words.speakers(row) == words.NOTHING else words.speakers(row),
        words.affiliations(row),
        f"in {', '.join(part for part in where if part)}",
        row.published.as_known,
    ]
    return ", ".join(part for part in parts if part)


def cells(row: ClaimRow) -> dict[str, str]:
    """What stands in the columns of an export that has this claim, without the empty ones."""
    found = {name: cell(value) for name, value in record(row).items()}
    return {name: text for name, text in found.items() if text}
