"""A matrix: what its rows and columns are of, and the numbers of claims in its cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from claims.partial_date import UNKNOWN_DATE, PartialDate

MatrixOf = Literal["speaker", "topic", "thread"]
MatrixBy = Literal["article", "month", "topic", "thread", "speaker"]

ROWS: Final[tuple[MatrixOf, ...]] = ("speaker", "topic", "thread")
"""What rows can be of."""

COLUMNS: Final[Mapping[MatrixOf, tuple[MatrixBy, ...]]] = {
    "speaker": ("article", "month", "topic", "thread"),
    "topic": ("month", "speaker", "article"),
    "thread": ("speaker", "month", "article"),
}
"""What columns can be of, by what rows are of; the usual one first."""

MOST_ROWS: Final = 500
MOST_COLUMNS: Final = 300

UNDATED: Final = "undated"
"""Label of the column of claims in articles without a date."""


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A row or a column.

    Args:
        key: Public id of the article, topic, thread or speaker; ``2024-05``, ``2024`` or "" for a
            month.
        label: The article's title, or the name of its file if it has none; the month; the label
            of the topic or thread; the name of the speaker.
        claims: How many it has; of a column, in the rows that are listed.
        outlet: Who published the article; None for what is no article.
        published: When; unknown for what is no article.
    """

    key: str
    label: str
    claims: int
    outlet: str | None = None
    published: PartialDate = UNKNOWN_DATE


@dataclass(frozen=True, slots=True)
class Position:
    """How many claims of a speaker agree with what others say in a thread, and how many deny it."""

    agrees: int
    denies: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers of claims by row and column; only cells with claims are held.

    A joint statement counts for each of its speakers, a claim on two topics for each of them.
    ``row_total`` and ``column_total`` tell how many rows and columns there are, listed or not.

    Args:
        rows: Those with most claims first.
        columns: Those with most claims first; months in order, undated last.
        cells: By place of the row and of the column.
        total: How many claims the rows that are listed have, each once.
        without: How many claims have no speaker known by name, no topic, or no thread of several
            claims, by what they lack: they stand in no cell.
        positions: Of threads and speakers, by the places of a cell: who agrees and who denies, also
            where none of a speaker's claims stands in the thread.
    """

    of: MatrixOf
    by: MatrixBy
    rows: tuple[MatrixLine, ...]
    columns: tuple[MatrixLine, ...]
    cells: dict[tuple[int, int], int]
    row_total: int
    column_total: int
    total: int
    without: Mapping[str, int]
    positions: Mapping[tuple[int, int], Position] = field(default_factory=dict)

    @property
    def has_undated(self) -> bool:
        """Whether a column, of months, has what no date is known of."""
        return self.by == "month" and any(not column.key for column in self.columns)

    @property
    def most(self) -> int:
        """The greatest number in a cell; 0 if there is none."""
        return max(self.cells.values(), default=0)


@dataclass(frozen=True, slots=True)
class Counted:
    """A matrix as it is being counted, by what identifies rows and columns in the database.

    Args:
        rows: In order.
        columns: In order, without their numbers of claims.
        cells: By row and column.
        totals: Claims of each column; each once, be it in several rows.
        total: Claims of all rows, in columns that are listed or not; each once.
    """

    rows: Mapping[Any, MatrixLine]
    columns: Mapping[Any, MatrixLine]
    cells: Mapping[tuple[Any, Any], int]
    totals: Mapping[Any, int]
    total: int
    row_total: int
    column_total: int
