"""The two claims of a relation, as lines, JSON and columns of CSV."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.io.records import claim_record
from tui.io.streams import one_line
from tui.text.words import article, speakers
from tui.widgets.lines.wrapping import shortened

if TYPE_CHECKING:
    from db.claims.model import ClaimRow

SIDES: Final = tuple(
    f"{side}_{name}"
    for side in ("left", "right")
    for name in ("article_id", "article_path", "published", "speaker", "content")
)
"""The columns of CSV for both claims."""

_TITLE: Final = 40
"""Cells of an undated article's title before a claim."""


def in_one_line(row: ClaimRow) -> str:
    """A claim on one line: when, or in which article, who and what."""
    when = row.published.as_known or shortened(article(row), _TITLE)
    return one_line(f"{when}, {speakers(row)}: {row.content}")


def claim_of(row: ClaimRow) -> dict[str, object]:
    """A claim as JSON, without its id, which stands beside it."""
    record = claim_record(row)
    del record["claim_id"]
    return record


def flat_sides(left: ClaimRow, right: ClaimRow) -> dict[str, object]:
    """Both claims under the names of `SIDES`."""
    return {
        f"{side}_{name}": value
        for side, row in (("left", left), ("right", right))
        for name, value in claim_of(row).items()
    }
