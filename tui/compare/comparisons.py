"""Comparing what a screen of claims shows: read in the background, then shown above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from db.analysis.alignment import align_columns
from db.analysis.comparison import By
from db.analysis.summary import list_articles
from db.claims.view import open_view, rows_by_id
from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.model import ClaimQuery, QueryError
from tui.compare.align_screen import AlignScreen
from tui.compare.alignment import Sides, by_people, with_only
from tui.compare.by_topic import by_topic, fitting
from tui.compare.columns import ComparedColumn, columns_by, selected_columns
from tui.compare.screen import MOST_COLUMNS, CompareScreen
from tui.core import queries
from tui.core.background import Host
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.core.selection import Selected
from tui.dialogs.pick import PickScreen
from tui.text.command_line import filter_options

MOST_COMPARED: Final = 5_000
"""Claims that are compared without being marked."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """What is set side by side, under a title, and the command that gives the same."""

    title: str
    columns: list[ComparedColumn]
    command: list[str] | None = None


_Found = _Columns | Sides | None
"""What is to be shown; None where it is not clear which two articles to align."""
_Read = Callable[[Cancel], _Found]


class Comparisons:
    """Reads what a screen wants compared in the background, then opens the screen that shows it.

    Args:
        screen: The one above which it is shown.
        pages: Where articles are read from.
        tell: Called whenever reading begins or ends.
    """

    def __init__(self, screen: Host, pages: ArticlePages, tell: Callable[[], None]) -> None:
        self._screen = screen
        self._pages = pages
        self._engine = pages.engine
        self._tell = tell
        self._cancel: Cancel | None = None

    @property
    def reading(self) -> bool:
        """Whether something to compare is being read."""
        return self._cancel is not None

    def stop(self) -> bool:
        """Stop reading what is to be compared; tells whether anything was being read."""
        if self._cancel is None:
            return False
        self._cancel.cancel()
        self._cancel = None
        self._tell()
        return True

    # What can be compared

    def compare_claims(self, selected: Selected) -> None:
        """Show the marked claims side by side, or say how many can be."""
        if not 2 <= len(selected.ids) <= MOST_COLUMNS:
            line = f"Mark 2 to {MOST_COLUMNS} claims with space to compare them"
            self._screen.notify(f"{line}; {selected.in_words}.", severity="warning")
            return

        def read(_: Cancel) -> _Columns:
            columns = selected_columns(self._pages, rows_by_id(self._engine, selected.ids))
            return _Columns(f"Marked claims{selected.outside}", columns)

        self._begin(read)

    def ask_by_what(self, query: ClaimQuery, selected: Selected, *, too_many: bool) -> None:
        """Ask by what to compare marked claims, else those of a query.

        Args:
            query: What the view shows.
            selected: The marked claims.
            too_many: Whether it has more than `MOST_COMPARED`.
        """

        def compare(by: str | None) -> None:
            if by == "people":
                self.align_articles(query, selected)
            elif by is not None:
                kind, _, aligned = by.partition(" ")
                compared: By = "article" if kind == "article" else "speaker"
                self.compare_by(compared, query, selected, aligned=bool(aligned))

        if too_many and not selected.ids:
            line = f"Filter to at most {MOST_COMPARED:,} claims, or mark claims of those to compare"
            self._screen.notify(f"{line}.", severity="warning")
            return
        by = [("article", "articles"), ("speaker", "speakers")]
        by.append(("people", "two articles, by the people both quote"))
        by += [
            ("article topics", "articles, by what both say and speak about"),
            ("speaker topics", "speakers, by what both say and speak about"),
        ]
        self._screen.app.push_screen(PickScreen("Compare side by side", by), compare)

    def compare_by(
        self, by: By, query: ClaimQuery, selected: Selected, *, aligned: bool = False
    ) -> None:
        """Show the articles or speakers of marked claims side by side, else those of a query.

        Args:
            by: What makes a column.
            query: What the view shows.
            selected: The marked claims.
            aligned: Whether by topic.
        """
        width = self._screen.app.size.width

        def read(cancel: Cancel) -> _Columns | Sides:
            rows = rows_by_id(self._engine, selected.ids)
            columns = columns_by(self._engine, queries.in_time(query), by, rows, cancel)
            of_selected = f" – {selected.in_words}" if selected.out_of_view else ""
            title = f"By {by}: {queries.scope(queries.in_time(query))}{of_selected}"
            named = [column for column in columns if not column.nobody]
            asked = filter_options(queries.in_time(query))
            together = ["--align", "both"] if aligned else []
            command = None if selected.ids else ["compare", "--by", by, *together, *asked]
            if not aligned or len(named) < 2:
                return _Columns(title, named if aligned else columns, command)
            shown = fitting(named, width)
            cancel.check()
            found = align_columns(
                self._engine, [column.rows for column in shown], ("thread", "topic")
            )
            return by_topic(title, shown, found, len(named), command)

        self._begin(read)

    def align_articles(self, query: ClaimQuery, selected: Selected) -> None:
        """Show the two articles of marked claims, else those of a query, by whom both quote.

        Of the articles of marked claims show all that the view may have, whatever its filter.
        """

        def read(cancel: Cancel) -> Sides | None:
            shown = query
            if selected.ids:
                rows = rows_by_id(self._engine, selected.ids)
                ids = list(dict.fromkeys(row.article_id for row in rows))
                shown = replace(queries.everything(query), articles=tuple(ids))
            else:
                # A third tells that there are too many.
                found = list_articles(self._engine, replace(query, limit=3), cancel)
                ids = [article.article_id for article in found if article.claims]
            if len(ids) != 2:
                return None
            wanted = {*open_view(self._engine, shown, cancel).ids}
            asked = filter_options(replace(queries.in_time(shown), articles=tuple(ids)))
            sides = by_people(*(with_only(self._pages.read(ident), wanted) for ident in ids))
            return replace(sides, command=["compare", "--align", "speaker", *asked])

        if selected.out_of_view:
            self._screen.notify(f"{selected.in_words}.")
        self._begin(read)

    # Reading and showing

    def _begin(self, read: _Read) -> None:
        self.stop()
        self._cancel = Cancel()
        work = partial(self._read, read, self._cancel)
        self._screen.run_worker(work, group="compare", exclusive=True, thread=True)
        self._tell()

    def _read(self, read: _Read, cancel: Cancel) -> None:
        found: _Found | str
        try:
            with archive_errors(self._engine):
                found = read(cancel)
        except Cancelled:
            return
        except (ArchiveError, QueryError) as error:
            found = str(error)
        self._screen.call_later(self._show, cancel, found)

    def _show(self, cancel: Cancel, found: _Found | str) -> None:
        if cancel is not self._cancel:
            return
        self._cancel = None
        self._tell()
        if isinstance(found, str):
            self._screen.post_message(ClaimScreen.Failed(found))
        elif isinstance(found, _Columns):
            self._show_columns(found)
        elif found is not None:
            self._screen.app.push_screen(AlignScreen(self._pages, found))
        else:
            line = "Mark a claim in each of two articles, or filter to two of them."
            self._screen.notify(line, severity="warning")

    def _show_columns(self, found: _Columns) -> None:
        if len(found.columns) < 2:
            self._screen.notify("There is only one to compare.", severity="warning")
        else:
            shown = CompareScreen(self._pages, found.title, found.columns, found.command)
            self._screen.app.push_screen(shown)
