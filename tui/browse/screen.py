"""The main screen: one filter as table, sentence and numbers; the rest opens from here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from sqlalchemy import Engine
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from db.analysis.facets.facets import choosing
from db.claims.model import SpeakerRef
from db.claims.view import ClaimRow
from db.query.model import ClaimQuery
from db.review.actions import Reviewed
from db.schema.choices import ReviewAction
from tui.browse.export.exporting import offer_export
from tui.browse.facets.facet_pane import FacetPane
from tui.browse.facets.side_panes import SidePanes
from tui.browse.filter.filter_bar import FilterBar
from tui.browse.filter.filtering import Filtering
from tui.browse.find.find_bar import FindBar
from tui.browse.find.finder import Finder
from tui.browse.first_hint import FirstHint
from tui.browse.going_back import GoingBack
from tui.browse.numbers import ClaimNumbers
from tui.browse.opening import Opening
from tui.browse.order import ask_order
from tui.browse.panes import Panes
from tui.browse.results import Results
from tui.browse.table.claim_table import ClaimTable
from tui.browse.table.open_view import OpenedView
from tui.browse.views.dialog import ViewsScreen
from tui.browse.views.saved_views import SavedViews
from tui.browse.which_dialog import choose_claims
from tui.compare.comparisons import MOST_COMPARED, Comparisons
from tui.core import navigation, queries
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.core.selection import Selected, Selection
from tui.core.selection_keys import Selecting
from tui.keys import keymap
from tui.review.actions import Reviewing
from tui.session.state import ScreenState
from tui.widgets.bare import BareRow
from tui.widgets.key_footer import KeyFooter
from tui.widgets.sentence_line import SentenceLine


class BrowseScreen(ClaimScreen):
    """Finding claims. The filter line is the state: keys and clicks that filter rewrite it."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.BROWSE_SCREEN
    AUTO_FOCUS = "#claims"
    EXPECTED = ClaimScreen.EXPECTED | {"same", "fold"}

    def __init__(self, engine: Engine, query: ClaimQuery) -> None:
        super().__init__(ArticlePages(engine))
        self.filter = FilterBar(queries.as_line(query), id="filter")
        self.number = ClaimNumbers(engine, id="number")
        self.sentence_line = SentenceLine(self.number)
        self.side = SidePanes(engine, id="side")
        self.hint = FirstHint(id="hint")
        self.selection = Selection(lambda: self.opening.ids)
        self.results = Results(self._pages, self.selection, id="results")
        self.opening = Opening(self, engine, query)
        self.filtering = Filtering(self, self.filter, self.opening)
        self.panes = Panes(self, self.side, self.results, self.opening)
        self.finder = Finder(self, engine, self.table, self.results.find_bar, self.opening)
        self.views = SavedViews(self, engine, self.table, self.opening, self.filter_by)
        self.selecting = Selecting(self, engine)
        self.reviewing = Reviewing(self, self._pages, self._choose_claims)
        self.comparisons = Comparisons(self, self._pages, self._tell_numbers)
        self.shown_command = self.views.command
        nearer = [self.comparisons.stop, self.side.stop_counting, self.panes.leave_side]
        nearer += [self.finder.stop, self.table.columns.leave]
        self.back = GoingBack(self, self.filter, self.opening, self.views, nearer)

    def compose(self) -> ComposeResult:
        yield self.filter
        yield self.sentence_line
        with BareRow(id="panes"):
            yield self.side
            yield self.results
        yield self.hint
        yield KeyFooter()

    def on_mount(self) -> None:
        self.views.begin()
        self.open_query(self.opening.asked)

    def on_unmount(self) -> None:
        self.opening.stop()
        self.comparisons.stop()

    def on_screen_suspend(self) -> None:
        self.hint.display = False

    def on_resize(self) -> None:
        self.panes.fit()
        self._tell_numbers()

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
            line=queries.as_line(self.opening.query),
            claim=self.current_id if self.table.cursor else None,
            panes=self.panes.state(),
            view=self.views.name,
            recent=self.filter.recent.lines,
        )

    # Opening views

    def filter_by(self, query: ClaimQuery, *, goes_on: bool = False) -> None:
        """Show another query, and write it in the filter line."""
        self.filter.set_line(queries.as_line(query))
        self.open_query(query, goes_on=goes_on)

    def open_query(self, query: ClaimQuery, *, clears: bool = False, goes_on: bool = False) -> None:
        """Show another query, as `Opening.open` does."""
        # Two threads that read many rows hinder each other: the rows to look at come first.
        self.side.stop()
        # A claim that nobody went to is not worth a jump to wherever it is now.
        keep = self.current_id if self.table.cursor else None
        self.opening.open(query, keep, clears=clears, goes_on=goes_on)

    def show_view(self, opened: OpenedView, first: OpenedView | None) -> None:
        if first is None:
            self.results.show(opened, offering=self.filter.offers)
        else:
            self.results.grow(opened, first)
        if opened.complete:
            self.side.count(opened.query, self.opening.claims)
            self.finder.find_again()
            self.number.count(opened)
            self.filtering.opened(opened)
        self.tell()

    @on(ClaimNumbers.Counted)
    def _counted(self, event: ClaimNumbers.Counted) -> None:
        event.stop()
        offering = self.filter.offers
        self.results.tell_unseen(self.number.hidden, self.number.meant, offering=offering)
        self.tell()

    @on(ClaimTable.NothingToRead)
    def _take_meant(self, event: ClaimTable.NothingToRead) -> None:
        event.stop()
        if self.number.meant is not None:
            self.filter_by(self.number.meant)

    # Telling

    def tell(self, problem: str | None = None) -> None:
        """Say in words what is shown, and how many, or what is wrong with the filter."""
        self.sentence_line.say(problem or self.opening.in_words(), problem=problem is not None)
        self._tell_numbers()
        self.views.tell()

    def _tell_numbers(self) -> None:
        self.number.tell(self.opening, len(self.selection), reading=self.comparisons.reading)

    @on(FilterBar.Entered)
    def _line_entered(self, event: FilterBar.Entered) -> None:
        event.stop()
        self.number.want_names()

    @on(ClaimNumbers.Known)
    def _know(self, event: ClaimNumbers.Known) -> None:
        event.stop()
        self.filter.known = event.known

    # Filtering and sorting

    @on(FilterBar.Changed)
    def _line_changed(self, event: FilterBar.Changed) -> None:
        event.stop()
        self.filtering.typed(event.line)

    @on(FilterBar.Left)
    def _line_left(self, event: FilterBar.Left) -> None:
        event.stop()
        self.table.focus()
        self.results.tell_unseen(self.number.hidden, self.number.meant)
        self.filtering.left()

    @on(ClaimTable.SortAsked)
    def _sort_asked(self, event: ClaimTable.SortAsked) -> None:
        event.stop()
        self.filter_by(queries.sorted_next(self.opening.asked, event.field))

    def action_filter(self) -> None:
        self.filter.focus_line()

    def action_hidden(self) -> None:
        self.filter_by(queries.hiding_or_not(self.opening.asked))

    def action_sort(self) -> None:
        ask_order(self.app, self.opening.asked, self.filter_by)

    def action_back(self) -> None:
        """Undo the nearest thing: a running query, a pane, the marked-only view, the filter."""
        counts = self.opening.busy and not self.opening.clears
        self.back()
        if counts and self.opening.shown is not None:
            self.side.count(self.opening.asked, self.opening.claims)

    def action_previous_filter(self) -> None:
        if (query := self.opening.previous()) is not None:
            self.filter_by(query, goes_on=True)

    def action_reload(self, changed: bool | None = True) -> None:
        if not changed:
            return
        self._pages.forget()
        self.side.forget()
        self.number.forget()
        self.open_query(self.opening.asked)

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
            self.go(navigation.ReviewClaims(self.opening.query, ids))

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

    @on(ClaimTable.MarkAsked)
    def _mark(self, event: ClaimTable.MarkAsked) -> None:
        event.stop()
        self.selecting.mark(event.claims, several=event.several)

    # Folding, reading, comparing

    @on(ClaimTable.FoldAsked)
    def _fold(self, event: ClaimTable.FoldAsked) -> None:
        event.stop()
        self.opening.fold(event.row)

    @on(ClaimTable.ReadAsked)
    def _read(self, event: ClaimTable.ReadAsked) -> None:
        event.stop()
        self.go(navigation.ShowArticle(event.row.article_id, event.row.id))

    def action_speaker(self) -> None:
        self.with_speaker("Which speaker?", self._open_speaker)

    def _open_speaker(self, speaker: SpeakerRef) -> None:
        """Decide who somebody is; what shows of it is read again afterwards."""
        self.go(navigation.ShowSpeaker(speaker.id), self.action_reload)

    def action_sources(self) -> None:
        """Correct what is known of articles; what shows of them is read again afterwards."""
        self.go(navigation.ShowSources(), self.action_reload)

    def action_inbox(self) -> None:
        self.go(navigation.ShowInbox(), self.action_reload)

    def action_matrix(self) -> None:
        self.go(navigation.ShowMatrix(self.claims_asked))

    def action_export(self) -> None:
        offer_export(self, self._pages, self.opening.shown, self.selected, self.number.total)

    def action_only_selected(self) -> None:
        self.opening.toggle_selected([*self.selection], self.current_id)

    def action_compare_selected(self) -> None:
        self.comparisons.compare_claims(self.selected)

    def action_compare_by(self) -> None:
        shown = self.opening.shown
        many = shown is not None and (shown.rows.n > MOST_COMPARED or not shown.complete)
        self.comparisons.ask_by_what(self.opening.query, self.selected, too_many=many)
