"""What the pictures of a report count: claims by month, and by speaker and article or time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.article import shown_title
from claims.partial_date import Precision
from db.analysis.timeline import months_between
from db.claims.model import ClaimRow

MOST_MONTHS: Final = 60
MOST_ROWS: Final = 15
MOST_COLUMNS: Final = 16

_LONGEST_HEAD: Final = 16
UNDATED: Final = "undated"


@dataclass(slots=True)
class Numbers:
    """Counts over the claims of a report.

    ``months`` and ``years`` have claims of articles dated so exactly; ``undated`` the others.
    """

    claims: int = 0
    undated: int = 0
    months: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    cells: Counter[tuple[str, str]] = field(default_factory=Counter)
    articles: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, row: ClaimRow) -> None:
        """Count a claim."""
        self.claims += 1
        when = row.published
        known = when.as_known or ""
        if not known:
            self.undated += 1
        else:
            self.years[known[:4]] += 1
            if when.precision != Precision.YEAR:
                self.months[known[:7]] += 1
        title = " ".join(shown_title(row.article_title, row.article_path).split())
        self.articles.setdefault(row.article_id, (known, title))
        for name in dict.fromkeys(row.names):
            self.speakers[name] += 1
            self.cells[name, row.article_id] += 1

    @property
    def over_time(self) -> list[tuple[str, int]]:
        """Claims by month, by year where there would be too many months, without gaps."""
        exact = sum(self.months.values()) == sum(self.years.values())
        if self.months and exact:
            months = [*months_between(min(self.months), max(self.months))]
            if len(months) <= MOST_MONTHS:
                return [(month, self.months[month]) for month in months]
        if not self.years:
            return []
        span = range(int(min(self.years)), int(max(self.years)) + 1)
        return [(f"{year:04}", self.years[f"{year:04}"]) for year in span]


@dataclass(frozen=True, slots=True)
class Grid:
    """A matrix to draw.

    Args:
        rows: Names of speakers, those with most claims first.
        columns: Each with what it is called in full; in order of time, undated last.
        cells: By place of row and column.
        speakers: How many there are, drawn or not.
        of: ``article``, ``month`` or ``year``: what the columns are.
        column_total: How many of these there are, drawn or not.
    """

    rows: Sequence[str]
    columns: Sequence[tuple[str, str]]
    cells: Mapping[tuple[int, int], int]
    speakers: int
    of: str
    column_total: int

    @property
    def part(self) -> str:
        """What is drawn of all there is, in words; empty where all is."""
        rows, columns = len(self.rows), len(self.columns)
        parts = []
        if rows < self.speakers:
            parts.append(f"the {rows} of {self.speakers:,} speakers with most claims")
        if columns < self.column_total:
            which = "with most claims" if self.of == "article" else "that are the latest"
            parts.append(f"the {columns} of {self.column_total:,} {self.of}s {which}")
        return " and ".join(parts)


def grid(numbers: Numbers) -> Grid:
    """Speakers by article, or by month or year where there are too many of these to draw and most
    claims are of dated ones."""
    rows = [name for name, _ in numbers.speakers.most_common(MOST_ROWS)]
    of, key_of = _columns(numbers)
    claims: Counter[str] = Counter()
    for (name, ident), number in numbers.cells.items():
        if name in rows:
            claims[key_of[ident]] += number
    keys = sorted(dict.fromkeys(key_of.values()), key=lambda key: _time(numbers, key))
    # Of more years than can be drawn the last ones tell most.
    order = keys[-MOST_COLUMNS:]
    if of == "article" and len(keys) > MOST_COLUMNS:
        most = {key for key, _ in claims.most_common(MOST_COLUMNS)}
        order = [key for key in keys if key in most]
    index = {key: at for at, key in enumerate(order)}
    cells: Counter[tuple[int, int]] = Counter()
    for (name, ident), number in numbers.cells.items():
        if name in rows and key_of[ident] in index:
            cells[rows.index(name), index[key_of[ident]]] += number
    columns = [_column(*numbers.articles[key]) if of == "article" else (key, key) for key in order]
    return Grid(rows, columns, cells, len(numbers.speakers), of, len(keys))


def _columns(numbers: Numbers) -> tuple[str, dict[str, str]]:
    """What columns are of, and in which one each article stands."""
    articles = numbers.articles
    if len(articles) > MOST_COLUMNS and numbers.undated * 2 <= numbers.claims:
        for of, cut in (("month", 7), ("year", 4)):
            key_of = {ident: known[:cut] or UNDATED for ident, (known, _) in articles.items()}
            if len({*key_of.values()}) <= MOST_COLUMNS or of == "year":
                return of, key_of
    return "article", {ident: ident for ident in articles}


def _column(known: str, title: str) -> tuple[str, str]:
    """What heads the column of an article, and what it is called in full: by its date or, where
    that is not known, as much of its title as there is room for."""
    short = title if len(title) <= _LONGEST_HEAD else f"{title[: _LONGEST_HEAD - 1].rstrip()}…"
    return known or short, title


def _time(numbers: Numbers, key: str) -> tuple[bool, str]:
    """By what a column is put in order of time, be it an article or a time itself."""
    known, _ = numbers.articles.get(key, (key, ""))
    return known in ("", UNDATED), known
