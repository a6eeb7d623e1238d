"""The columns of the claims table: what each shows, and which fit a given width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from db.claims.view import ClaimRow
from tui.text import words
from tui.widgets.lines.cells import GAP

LEAST_CONTENT: Final = 30
EASY_CONTENT: Final = 56


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Args:
        key: Its name; also the component class ``table--KEY`` its cells are drawn with.
        least: Cells it needs; 0 for the one column that takes what the others leave.
        most: Cells it takes where there is room.
        rank: Columns of high rank go first where the table is narrow.
        sort: The field to sort by on a click on the header; empty if there is none.
        usual: It is shown unless somebody hides it.
    """

    key: str
    title: str
    least: int
    most: int
    rank: int
    sort: str
    cell: Callable[[ClaimRow], str]
    usual: bool = True

    @property
    def style(self) -> str:
        """The component class of its cells."""
        return f"table--{self.key}"


COLUMNS: Final = (
    Column("date", "Date", 10, 10, 1, "published", words.published),
    Column("speaker", "Speaker", 17, 24, 0, "speaker", words.speakers),
    Column("affiliation", "Role, organization", 20, 34, 4, "organization", words.affiliations),
    Column("outlet", "Outlet", 12, 18, 5, "outlet", lambda r: r.outlet or words.NOTHING),
    Column("type", "Type", 5, 5, 3, "type", lambda r: words.QUOTED[r.type]),
    Column("class", "Class", 10, 10, 7, "class", lambda r: r.cue_class or words.NOTHING),
    Column("content", "Claim", 0, 0, 0, "content", lambda r: r.content),
    Column("confidence", "Conf", 5, 5, 6, "confidence", lambda r: f"{r.confidence:.2f}"),
    Column("article", "Article", 20, 40, 8, "article", words.article, usual=False),
    Column("source", "Source", 14, 24, 9, "source", lambda r: r.source or words.NOTHING, False),
    Column("articles", "Articles", 8, 8, 8, "articles", words.articles_of_thread, usual=False),
    Column("first_said", "First said", 10, 10, 8, "first_said", words.first_said, usual=False),
    Column("cue", "Cue", 10, 16, 10, "cue", lambda r: r.cue or words.NOTHING, usual=False),
)  # fmt: skip

ARTICLE: Final = next(column for column in COLUMNS if column.key == "article")

EXPORTED: Final[dict[str, tuple[str, ...]]] = {
    "date": ("published",),
    "speaker": ("speaker",),
    "affiliation": ("role", "organization"),
    "outlet": ("outlet",),
    "type": ("type",),
    "class": ("cue_class",),
    "content": ("content",),
    "confidence": ("confidence",),
    "article": ("article_title",),
    "source": ("source",),
    "articles": ("thread", "thread_label"),
    "first_said": ("thread", "thread_label"),
    "cue": ("cue",),
}
"""What exports call what stands in each column; of threads they tell which."""

USUAL: Final = tuple(column for column in COLUMNS if column.usual)
"""The columns that are shown unless somebody chose others."""


def blank_in(rows: Iterable[ClaimRow], among: Iterable[str]) -> frozenset[str]:
    """The columns that say nothing in any of some rows.

    Args:
        rows: Not empty.
        among: Keys of the columns in question.
    """
    rows = [*rows]
    return frozenset(
        column.key
        for column in COLUMNS
        if column.key in among and all(column.cell(row) in ("", words.NOTHING) for row in rows)
    )


@dataclass(frozen=True, slots=True)
class Fitted:
    """A column and where it is: cells from ``x``, ``width`` cells wide."""

    column: Column
    x: int
    width: int


def fit(width: int, columns: Sequence[Column] = USUAL, start: int = 0) -> tuple[Fitted, ...]:
    """Choose and place columns.

    Args:
        width: Cells for all of them, gaps included.
        start: The first cell's position.

    Returns:
        The columns that fit, in their order, filling the width exactly if there is a flexible one.
    """
    chosen = list(columns)
    while _least(chosen) > width and any(column.rank for column in chosen):
        chosen.remove(max(chosen, key=lambda column: column.rank))
    widths = {column.key: column.least for column in chosen}
    spare = width - _least(chosen) - (EASY_CONTENT - LEAST_CONTENT)
    for column in sorted(chosen, key=lambda column: column.rank):
        extra = max(0, min(spare, column.most - column.least))
        widths[column.key] += extra
        spare -= extra
    gaps = GAP * (len(chosen) - 1)
    rest = width - gaps - sum(widths.values())
    placed, x = [], start
    for column in chosen:
        cells = max(1, rest) if column.least == 0 else widths[column.key]
        placed.append(Fitted(column, x, cells))
        x += cells + GAP
    return tuple(placed)


def fit_around(
    width: int, columns: Sequence[Column], frozen: int, key: str | None, start: int = 0
) -> tuple[tuple[Fitted, ...], int]:
    """As `fit`, with as many columns left out at the left as it takes for one to be seen whole.

    Args:
        columns: In order.
        frozen: How many of the first ones are never left out.
        key: The column to be seen; None if none in particular.

    Returns:
        The columns as they fit, and how many were left out at the left.
    """
    for skipped in range(max(1, len(columns) - frozen)):
        placed = fit(width, [*columns[:frozen], *columns[frozen + skipped :]], start)
        if key is None:
            return placed, 0
        for one in placed:
            if one.column.key == key and one.x + one.width <= start + width:
                return placed, skipped
    return fit(width, columns, start), 0


def _least(columns: Sequence[Column]) -> int:
    needed = sum(column.least or LEAST_CONTENT for column in columns)
    return needed + GAP * (len(columns) - 1)
