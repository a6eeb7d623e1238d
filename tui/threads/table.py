"""The columns of the table of threads."""

from __future__ import annotations

from datetime import date
from typing import Final

from db.analysis.threads import ThreadRow
from tui.text import words
from tui.widgets.lines.column_table import Column, ColumnTable

_LEAST_LABEL: Final = 32


def _who(row: ThreadRow) -> str:
    if row.speakers is None:
        return "…"
    return ", ".join(speaker.label for speaker in row.speakers) or words.NOTHING


def _day(value: date | None) -> int | None:
    return None if value is None else value.toordinal()


COLUMNS: Final[tuple[Column[ThreadRow], ...]] = (
    Column(
        *("label", "Thread", _LEAST_LABEL, 0),
        lambda r: r.label,
        lambda r: r.label.casefold(),
        descending=False,
        takes_rest=True,
        style="label",
    ),
    Column("claims", "Claims", 7, 2, lambda r: f"{r.claims:,}", lambda r: r.claims, right=True),
    Column(
        *("articles", "Articles", 9, 0),
        lambda r: f"{r.articles:,}",
        lambda r: r.articles,
        right=True,
    ),
    Column("stories", "Stories", 8, 5, lambda r: f"{r.stories:,}", lambda r: r.stories, right=True),
    Column(
        "first", "First said", 11, 3, lambda r: words.dated(r.first), lambda r: _day(r.first.value)
    ),
    Column("last", "Last", 10, 4, lambda r: words.dated(r.last), lambda r: _day(r.last.value)),
    Column(
        *("speakers", "Speakers", 22, 1, _who, lambda r: len(r.speakers or ())),
        most=44,
        style="more",
    ),
)


class ThreadTable(ColumnTable[ThreadRow]):
    """Threads, those of most articles first: what one article repeats is the lesser find."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(COLUMNS, "articles", lambda row: row.thread, id=id)
