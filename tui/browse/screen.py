"""The main screen: one filter as table, sentence and numbers; the rest opens from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from sqlalchemy import Engine
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from db.analysis.facets import choosing
from db.claims.view import ClaimRow
from db.query.line import parse_filter
from db.query.model import SORT_FIELDS, ClaimQuery, QueryError
from db.review.actions import Reviewed
from db.schema.choices import ReviewAction
from tui.browse.exporting import offer_export
from tui.browse.facets.facet_pane import FacetPane
from tui.browse.facets.side_panes import SidePanes
from tui.browse.filter.filter_bar import FilterBar
from tui.browse.find_bar import FindBar
from tui.browse.finder import Finder
from tui.browse.numbers import ClaimNumbers
from tui.browse.opening import Opening
from tui.browse.panes import Panes
from tui.browse.results import Results
from tui.browse.saved_views import SavedViews
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.open_view import OpenedView
from tui.browse.views_dialog import ViewsScreen
from tui.browse.which_dialog import choose_claims
from tui.compare.comparisons import MOST_COMPARED, Comparisons
from tui.core import queries
from tui.core.claim_screen import ClaimScreen
from tui.core.navigation import ShowArticle, ShowMatrix
from tui.core.page_cache import ArticlePages
from tui.core.selecting import Selecting
from tui.core.selection import Selected, Selection
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.review.actions import Reviewing
from tui.review_queue.screen import ReviewScreen
from tui.session.state import ScreenState
from tui.speaker.of_claim import SpeakersOfClaims
from tui.text import words
from tui.text.safe_text import safe_line
from tui.widgets.bare import BareRow
from tui.widgets.key_footer import KeyFooter


class BrowseScreen(ClaimScreen):
    """Finding claims. The filter line is the state: keys and clicks that filter rewrite it."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.BROWSE_SCREEN
    AUTO_FOCUS = "#claims"
    EXPECTED = ClaimScreen.EXPECTED | {"same"}

    def __init__(self, engine: Engine, query: ClaimQuery) -> None:
        super().__init__(ArticlePages(engine))
        self.filter = FilterBar(query.to_filter(), id="filter")
        self.sentence = Static(Content(""), id="sentence")
        self.number = ClaimNumbers(engine, id="number")
        self.side = SidePanes(engine, id="side")
        self.selection = Selection(lambda: self.opening.ids)
        self.results = Results(self._pages, self.selection, id="results")
        self.opening = Opening(self, engine, query)
        self.panes = Panes(self, self.side, self.results, self.opening)
        self.finder = Finder(self, engine, self.results, self.opening)
        self.views = SavedViews(self, engine, self.table, self.opening, self.filter_by)
        self.selecting = Selecting(self, engine)
        self.reviewing = Reviewing(self, self._pages, self._choose_claims)
        self.comparisons = Comparisons(self, self._pages, self._tell_numbers)
        self.speakers = SpeakersOfClaims(
            self,
            self._pages,
            lambda: self.filter.known.values.get("speaker", ()),
            self.action_reload,
        )

    def compose(self) -> ComposeResult:
        yield self.filter
        with BareRow(id="told"):
            yield self.sentence
            yield self.number
        with BareRow(id="panes"):
            yield self.side
            yield self.results
        yield KeyFooter()

    def on_mount(self) -> None:
        self.views.begin()
        self._open(self.opening.asked)

    def on_unmount(self) -> None:
        self.opening.stop()
        self.comparisons.stop()

    def on_resize(self) -> None:
        self.panes.fit()

    @property
    def table(self) -> ClaimTable:
        return self.results.table

    @property
    def expects_soon(self) -> bool:
        # Keys in the table are about the rows that were asked for.
        opening = self.opening.busy and self.opening.first is None and self.table.has_focus
        soon = opening or self.panes.expects_soon or self.finder.expects_soon
        return soon or super().expects_soon

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.table.current_row

    @property
    def current_id(self) -> int | None:
        return self.table.current_id

    @property
    def claims_asked(self) -> ClaimQuery:
        return self.opening.query

    def state(self) -> ScreenState | None:
        if self.opening.shown is None:
            return None
        return ScreenState(
            line=self.opening.query.to_filter(),
            claim=self.current_id if self.table.cursor else None,
            panes=self.panes.state(),
            view=self.views.name,
        )

    # Opening views

    def filter_by(self, query: ClaimQuery) -> None:
        """Show another query, and write it in the filter line."""
        self.filter.set_line(query.to_filter())
        self._open(query)

    def _open(self, query: ClaimQuery, *, clears: bool = False) -> None:
        # Two threads that read many rows hinder each other: the rows to look at come first.
        self.side.stop()
        # A claim that nobody went to is not worth a jump to wherever it is now.
        self.opening.open(query, self.current_id if self.table.cursor else None, clears=clears)

    def show_view(self, opened: OpenedView, first: OpenedView | None) -> None:
        if first is None:
            self.results.show(opened)
        else:
            moved = self.table.cursor != first.cursor
            self.table.grow(opened.rows, self.table.cursor if moved else opened.cursor)
        if opened.complete:
            self.side.count(opened.query)
            self.finder.find_again()
            self.number.count(opened)
        self.tell()

    @on(ClaimNumbers.Counted)
    def _counted(self, event: ClaimNumbers.Counted) -> None:
        event.stop()
        if event.rejected:
            self.results.tell_rejected()
        self.tell()

    # Telling

    def tell(self, problem: str | None = None) -> None:
        """Say in words what is shown, and how many, or what is wrong with the filter."""
        self.sentence.set_class(problem is not None, "-problem")
        text = self.opening.in_words() if problem is None else f"! {problem}"
        self.sentence.update(Content(safe_line(text)))
        self._tell_numbers()
        self.views.tell()

    def _tell_numbers(self) -> None:
        self.number.update(Content(self._numbers()))

    def _numbers(self) -> str:
        if self.comparisons.reading:
            return "reading what to compare… esc cancels"
        first, shown = self.opening.first, self.opening.shown
        if first is not None:
            return f"first {first.rows.n:,}, searching on… esc stops"
        if self.opening.busy:
            return "searching… esc cancels"
        if shown is None:
            return "cancelled; f5 searches again"
        if not shown.complete:
            return f"only the first {shown.rows.n:,}; f5 finds all"
        total = self.number.total or 0
        return words.numbers(shown.rows.n, total, len(self.selection), self.number.rejected)

    @on(ClaimNumbers.Known)
    def _know(self, event: ClaimNumbers.Known) -> None:
        event.stop()
        self.filter.known = event.known

    # Filtering and sorting

    @on(FilterBar.Changed)
    def _line_changed(self, event: FilterBar.Changed) -> None:
        event.stop()
        try:
            query = parse_filter(event.line)
        except QueryError as error:
            self.opening.stop()
            self.tell(problem=str(error))
            return
        self._open(query)

    @on(FilterBar.Left)
    def _line_left(self, event: FilterBar.Left) -> None:
        event.stop()
        self.table.focus()

    @on(ClaimTable.SortAsked)
    def _sort_asked(self, event: ClaimTable.SortAsked) -> None:
        event.stop()
        self.filter_by(queries.sorted_next(self.opening.asked, event.field))

    def action_filter(self) -> None:
        self.filter.focus_line()

    def action_sort(self) -> None:
        def sort(field: str | None) -> None:
            if field is not None:
                self.filter_by(queries.sorted_next(self.opening.asked, field))

        fields = [(field, field) for field in SORT_FIELDS]
        title = "Sort by – once more: descending"
        self.app.push_screen(PickScreen(title, fields, self.opening.asked.sort), sort)

    def action_back(self) -> None:
        """Undo the nearest thing: a running query, a pane, the marked-only view, the filter."""
        if self.opening.busy and not self.opening.clears:
            self.opening.return_to_shown()
            if self.opening.shown is not None:
                self.filter.set_line(self.opening.asked.to_filter())
                self.side.count(self.opening.asked)
            self.tell()
        elif self.comparisons.stop() or self.side.stop_counting():
            return
        elif self.side.has_focus_within and not self.table.has_focus:
            self.table.focus()
        elif self.finder.stop() or self.table.leave_column():
            return
        elif self.opening.only_selected:
            self._open(self.opening.asked)
        elif self.filter.line:
            self.views.leave()
            self.filter.set_line("")
            # A second escape does not bring back what the first took away.
            self._open(ClaimQuery(), clears=True)

    def action_reload(self) -> None:
        self._pages.forget()
        self.side.forget()
        self.number.forget()
        self._open(self.opening.asked)

    @on(FacetPane.Chosen)
    def _facet_chosen(self, event: FacetPane.Chosen) -> None:
        event.stop()
        self.filter_by(queries.with_value(self.opening.asked, event.pane.facet, event.key))

    @on(FacetPane.Cleared)
    def _facet_cleared(self, event: FacetPane.Cleared) -> None:
        event.stop()
        self.filter_by(choosing(self.opening.asked, event.pane.facet, ()))

    # Panes, columns, saved views, finding text

    def action_facet(self, facet: str = "") -> None:
        self.panes.to_facet(facet)

    def action_detail(self) -> None:
        self.panes.toggle_detail()

    def action_focus_pane(self, step: int) -> None:
        self.panes.focus_next(step)

    @on(ClaimTable.LayoutChanged)
    def _layout_changed(self, event: ClaimTable.LayoutChanged) -> None:
        event.stop()
        self.views.keep(event.layout)

    def action_columns(self) -> None:
        self.views.choose_columns()

    @on(ViewsScreen.Saved)
    def _view_saved(self, event: ViewsScreen.Saved) -> None:
        event.stop()
        self.views.was_saved(event)

    def action_views(self) -> None:
        self.views.choose()

    @on(FindBar.Asked)
    def _find_asked(self, event: FindBar.Asked) -> None:
        event.stop()
        self.finder.find(event.text)

    @on(FindBar.Closed)
    def _find_closed(self, event: FindBar.Closed) -> None:
        event.stop()
        self.finder.stop()

    def action_find(self) -> None:
        self.finder.ask()

    def action_find_next(self, step: int) -> None:
        self.finder.next(step)

    # Reviewing

    def claims_here(self) -> list[int]:
        source = self.table.source
        return [] if source is None else [row.id for row in source.loaded()]

    def show_reviewed(self, done: Reviewed, rows: Sequence[ClaimRow]) -> None:
        self.table.replace(rows)
        self.results.follow()
        if done.action is ReviewAction.CORRECT:
            self.side.forget()
            self.panes.count()
        else:
            # What was rejected counts until the view is read again, as it shows until then.
            self.side.expire()
        self.number.expire()

    def _choose_claims(self, do: Callable[[list[int]], None]) -> None:
        here = None if self.current_id is None else [self.current_id]
        choose_claims(self, self.selected, "the claim under the cursor", here, do)

    def action_review(self, what: str) -> None:
        self.reviewing.do(what)

    def action_open_queue(self) -> None:
        def review(ids: list[int]) -> None:
            self.app.push_screen(ReviewScreen(self._pages, self.opening.query, ids))

        choose_claims(self, self.selected, "what this view has to review", [], review)

    # Marking

    @property
    def selected(self) -> Selected:
        """The marked claims, as the view on the screen has them."""
        return self.opening.selected(self.selection)

    def show_selection(self) -> None:
        self.table.refresh_content()
        self.tell()

    def after_toggle(self) -> None:
        self.table.cursor += 1

    def action_selection(self, what: str) -> None:
        self.selecting.do(what)

    # Reading, comparing

    @on(ClaimTable.ReadAsked)
    def _read(self, event: ClaimTable.ReadAsked) -> None:
        event.stop()
        self.go(ShowArticle(event.row.article_id, event.row.id))

    def action_speaker(self) -> None:
        if self.current_id is not None:
            self.speakers.show(self.current_id)

    def action_matrix(self) -> None:
        """Count the claims that are asked for, by speaker and article or month."""
        self.go(ShowMatrix(self.claims_asked))

    def action_export(self) -> None:
        offer_export(self, self._pages, self.opening.shown, self.selected, self.number.total)

    def action_only_selected(self) -> None:
        if self.opening.only_selected:
            self._open(self.opening.asked)
        elif not self.selection:
            self.notify("No claims are marked; space marks one.", severity="warning")
        else:
            self.opening.open_selected([*self.selection], self.current_id)

    def action_compare_selected(self) -> None:
        self.comparisons.compare_claims(self.selected)

    def action_compare_by(self) -> None:
        shown = self.opening.shown
        many = shown is not None and (shown.rows.n > MOST_COMPARED or not shown.complete)
        self.comparisons.ask_by_what(self.opening.query, self.selected, too_many=many)
