"""The saved view that is open, and the columns, which are its own or those of no view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from sqlalchemy import Engine
from textual.content import Content

from db.query.model import NEWEST_FIRST, ClaimQuery, QueryError
from db.query.saved_views import SavedView, ViewError, keep_layout, saved_view
from tui.browse.opening import Opening
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.column_layout import ColumnLayout, LayoutMemory
from tui.browse.table.columns_dialog import ColumnsScreen
from tui.browse.views.dialog import NO_NEWS, ViewsScreen
from tui.core import queries
from tui.core.background import Host, in_background
from tui.core.claim_screen import ClaimScreen
from tui.text.command_line import filter_options
from tui.text.safe_text import safe_line


class SavedViews:
    """Opens saved views and keeps their columns; some attributes are set before it begins.

    ``memory`` keeps the columns of what is no saved view, ``first`` is the saved view that the
    first query comes from, ``left`` the one that was open when the app was left; it may be gone
    since.

    Args:
        screen: The one that has the table.
        engine: Of the archive.
        table: Shows the claims.
        opening: Has the view.
        show: Shows the claims of a query.
    """

    def __init__(
        self,
        screen: Host,
        engine: Engine,
        table: ClaimTable,
        opening: Opening,
        show: Callable[[ClaimQuery], None],
    ) -> None:
        self._screen = screen
        self._engine = engine
        self._table = table
        self._opening = opening
        self._show = show
        self._view: SavedView | None = None
        self.memory = LayoutMemory()
        self.news = NO_NEWS
        self.first: str | None = None
        self.left: str | None = None

    @property
    def name(self) -> str | None:
        """The name of the saved view that is open, or is about to be."""
        return self.left if self._view is None else self._view.name

    def begin(self) -> None:
        """Show the columns that were left, or those of the first view."""
        self._table.set_layout(self.memory.layout)
        if self.first is not None:
            self.left = None
            self._read(partial(saved_view, self._engine, self.first))
        elif self.left is not None:
            self._read(partial(self._if_still_there, self.left))

    def command(self) -> list[str] | None:
        """The command that lists what is shown; None where only marked claims are."""
        if self._opening.only_selected:
            return None
        words = ["list", *filter_options(self._opening.query)]
        if (columns := self._table.column_layout.in_export()) is not None:
            words += ["--columns", ",".join(columns)]
        return words

    def tell(self) -> None:
        """Say above the table which view it is."""
        title = "Claims"
        if self._opening.only_selected:
            title = "Marked claims"
        elif self._view is not None:
            changed = queries.as_line(self._opening.query) != self._view.line
            title = f"Claims · {self._view.name}{', changed' if changed else ''}"
        self._table.border_title = Content(safe_line(title))

    # Columns

    def keep(self, layout: ColumnLayout) -> None:
        """Keep columns for the view that is open, or for what is no saved view."""
        if self._view is None:
            self.memory.keep(layout)
        else:
            name = self._view.name
            work = partial(keep_layout, self._engine, name, layout.to_json())
            in_background(self._screen, "layout", work, exclusive=False)

    def choose_columns(self) -> None:
        """Ask which columns to show."""

        def choose(layout: ColumnLayout | None) -> None:
            if layout is not None:
                self._table.set_layout(layout)
                self.keep(layout)

        dialog = ColumnsScreen(self._table.column_layout, self._table.column_widths)
        self._screen.app.push_screen(dialog, choose)

    # Views

    def choose(self) -> None:
        """Ask which view to open, or what to save the present one as."""

        def open_view(view: SavedView | None) -> None:
            if view is None:
                return
            try:
                query = view.asked(NEWEST_FIRST)
            except QueryError as error:
                self._screen.post_message(ClaimScreen.Failed(str(error)))
                return
            self._enter(view)
            self._show(query)

        name = None if self._view is None else self._view.name
        layout = self._table.column_layout.to_json()
        dialog = ViewsScreen(self._engine, self._opening.query, layout, name, self.news)
        self._screen.app.push_screen(dialog, open_view)

    def was_saved(self, saved: ViewsScreen.Saved) -> None:
        """Know the open view by its name from now on, or know that it is gone."""
        if saved.view is None and self._view is not None and self._view.name == saved.before:
            self._view = None
        elif saved.view is not None:
            self._view = saved.view
        self.tell()

    def leave(self) -> None:
        """Be in no saved view any more, with the columns that there were before it."""
        self.left = None
        if self._view is not None:
            self._view = None
            self._table.set_layout(self.memory.layout)
            self.tell()

    def _read(self, read: Callable[[], SavedView | None]) -> None:
        in_background(self._screen, "views", read, self._begin_in, exclusive=False)

    def _if_still_there(self, name: str) -> SavedView | None:
        try:
            return saved_view(self._engine, name)
        except ViewError:
            return None

    def _begin_in(self, view: SavedView | None) -> None:
        wanted = self.first is not None or self.left is not None
        self.left = None
        if view is not None and wanted:
            self._enter(view)

    def _enter(self, view: SavedView) -> None:
        self._view, self.left = view, None
        self._table.columns.leave()
        self._table.set_layout(ColumnLayout.from_json(view.layout))
        self.tell()
