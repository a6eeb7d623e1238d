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
    """

    rows: Sequence[str]
    columns: Sequence[tuple[str, str]]
    cells: Mapping[tuple[int, int], int]
    speakers: int
    of: str


def grid(numbers: Numbers) -> Grid:
    """Speakers by article, or by month or year where there are too many of these to draw."""
    rows = [name for name, _ in numbers.speakers.most_common(MOST_ROWS)]
    dated = {ident: known or UNDATED for ident, (known, _) in numbers.articles.items()}
    for of, cut in (("article", 0), ("month", 7), ("year", 4)):
        key_of = {
            ident: known[:cut] if cut and known != UNDATED else known if cut else ident
            for ident, known in dated.items()
        }
        order = sorted(set(key_of.values()), key=lambda key: _time(dated.get(key) or key))
        if len(order) <= MOST_COLUMNS or of == "year":
            break
    # Of more years than can be drawn the last ones tell most.
    order = order[-MOST_COLUMNS:]
    place = {key: at for at, key in enumerate(order)}
    cells: Counter[tuple[int, int]] = Counter()
    for (name, ident), claims in numbers.cells.items():
        if name in rows and key_of[ident] in place:
            cells[rows.index(name), place[key_of[ident]]] += claims
    columns = [_column(*numbers.articles[key]) if of == "article" else (key, key) for key in order]
    return Grid(rows, columns, cells, len(numbers.speakers), of)


def _column(known: str, title: str) -> tuple[str, str]:
    """What heads the column of an article, and what it is called in full: by its date or, where
    that is not known, as much of its title as there is room for."""
    short = title if len(title) <= _LONGEST_HEAD else f"{title[: _LONGEST_HEAD - 1].rstrip()}…"
    return known or short, title


def _time(known: str) -> tuple[bool, str]:
    return known == UNDATED, known
