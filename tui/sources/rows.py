"""Articles as the desk lists them: what they are filtered and sorted by, and their lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from rich.cells import cell_len

from claims.article import LANGUAGE, UNDETERMINED, DatedFact, shown_title
from claims.language.folding import fold
from claims.partial_date import Precision
from db.claims.articles import ArticleRow
from tui.text.words import NOTHING, counted, dated, field_name
from tui.widgets.lines.cells import in_cells

SORTS: Final[Mapping[str, str]] = {
    "undated": "undated first, then by title",
    "newest": "newest first",
    "title": "by title",
    "outlet": "by outlet",
    "claims": "most claims first",
}
"""How the list may be sorted, and how that is told."""

_KEYS: Final[Mapping[str, Callable[[ArticleRow], Any]]] = {
    "undated": lambda row: (row.published.value is not None, _title(row)),
    "newest": lambda row: (-(row.published.value or date.min).toordinal(), _title(row)),
    "title": lambda row: _title(row),
    "outlet": lambda row: ((row.outlet or "").casefold(), _title(row)),
    "claims": lambda row: (-row.claims, _title(row)),
}
_DATE: Final = 11
_LEAST_OUTLET: Final = 7
_MOST_OUTLET: Final = 20
_CLAIMS: Final = 6
_GAP: Final = 2
_HEADS: Final = {"newest": "Date", "outlet": "Outlet", "claims": "Claims", "title": "Title"}
"""What heads each column, by the order that it stands for."""
_ARROWS: Final = {"newest": "▼", "outlet": "▲", "claims": "▼", "title": "▲"}


def listed(rows: Iterable[ArticleRow], words: str, sort: str) -> list[ArticleRow]:
    """The articles that have all of these words, in order."""
    wanted = fold(words).split()
    found = [row for row in rows if not wanted or _has(row, wanted)]
    return sorted(found, key=_KEYS[sort])


def outlet_width(rows: Iterable[ArticleRow]) -> int:
    """Cells for the outlets of these articles: the titles have what they leave."""
    longest = max((cell_len(row.outlet or NOTHING) for row in rows), default=0)
    return max(_LEAST_OUTLET, min(longest, _MOST_OUTLET))


def line(
    row: ArticleRow, suggested: DatedFact | None, *, marked: bool, width: int, outlet: int
) -> str:
    """An article on one line: mark, date, outlet, number of claims, title.

    Args:
        row: The article.
        suggested: A date that is not known to be its own; it has a question mark.
        marked: Whether it is marked.
        width: Cells of the line.
        outlet: Cells of the outlet.

    What a person set is told by a pen.
    """
    when = dated(row.published)
    if row.published.value is None and suggested is not None:
        when = f"{suggested.as_known}?"
    parts = [
        "●" if marked else " ",
        in_cells(when, _DATE).ljust(_DATE),
        in_cells(row.outlet or NOTHING, outlet).ljust(outlet),
        f"{row.claims:,}".rjust(_CLAIMS),
        "✎" if row.corrected else " ",
    ]
    begin = " ".join(parts) + " "
    return begin + in_cells(shown_title(row.title, row.path), max(10, width - len(begin) - _GAP))


def heading(sort: str, width: int) -> str:
    """The heads of the columns of `line`, with an arrow at the one that the list is sorted by.

    Args:
        sort: The order.
        width: Cells of the outlet.
    """
    heads = {key: f"{title}{_ARROWS[key] if key == sort else ''}" for key, title in _HEADS.items()}
    claims = heads["claims"].rjust(_CLAIMS + 1)
    outlet = heads["outlet"].ljust(width)
    return f"  {heads['newest'].ljust(_DATE)} {outlet}{claims}   {heads['title']}"


def sort_at(cell: int, sort: str, outlet: int) -> str:
    """The order that a click on a cell of the heading asks for, with the one there is: once more
    on the date puts the undated first.

    Args:
        cell: Which, from the first column on.
        sort: The order there is.
        outlet: Cells of the outlet.
    """
    ends = (2 + _DATE, 3 + _DATE + outlet, 6 + _DATE + outlet + _CLAIMS)
    asked = [*_HEADS][sum(cell > end for end in ends)]
    return "undated" if asked == sort == "newest" else asked


def detail(row: ArticleRow, suggested: DatedFact | None) -> list[str]:
    """All that is known of an article, a line each."""
    when = dated(row.published)
    if row.published.value is not None:
        exact = (
            ""
            if row.published.precision is Precision.DAY
            else f", known to the {row.published.precision}"
        )
        when += f"{exact} – {row.evidence}" if row.evidence else exact
    elif suggested is not None:
        when += f"  suggested: {suggested.as_known} – {suggested.evidence} (a accepts)"
    further = {
        "byline": ", ".join(row.byline),
        "address": row.url,
        "set": ", ".join(map(field_name, row.corrected)),
    }
    return [
        shown_title(row.title, row.path),
        f"date     {when}",
        f"outlet   {row.outlet or NOTHING}",
        f"file     {_name_first(row.path)}",
        f"claims   {_claims(row)}",
        *(f"{name.ljust(9)}{value}" for name, value in further.items() if value),
    ]


def _claims(row: ArticleRow) -> str:
    """How many claims by whom, and in which language: none are taken from any but English."""
    told = f"{row.claims:,} by {counted(row.speakers, 'speaker')}"
    if row.language is None:
        return told
    if row.language == UNDETERMINED:
        return f"{row.claims:,} · not in English, so not analysed"
    if row.language != LANGUAGE:
        return f"{row.claims:,} · language: {row.language}, which is not analysed"
    return f"{told} · language: {row.language}"


def _name_first(path: str) -> str:
    """A file by its name, then its folder: where a line is too short, the folder is cut."""
    folder, slash, name = path.rpartition("/")
    return f"{name}  in {folder}" if slash and name else path


def _title(row: ArticleRow) -> str:
    return shown_title(row.title, row.path).casefold()


def _has(row: ArticleRow, wanted: Iterable[str]) -> bool:
    known = (row.title, row.outlet, row.path, *row.byline, row.published.as_known)
    text = f" {fold(' '.join(filter(None, known)))} {row.published.as_known}"
    return all(f" {word}" in text for word in wanted)
