"""The sources desk: what is known of articles, set for one or many, with history and undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from claims.article import DatedFact, shown_title
from db.analysis.summary import list_articles
from db.articles.actions import Decided, merge_outlets, set_known
from db.articles.dates import Suggested, accept_dates, suggest_dates
from db.articles.delete import Deleted, delete_articles
from db.articles.undo import ArticleHistory, history, redo, undo
from db.claims.articles import ArticleRow
from db.query.model import ClaimQuery
from db.query.vocabulary import Named
from db.schema.choices import ArticleField
from tui.core.background import do_in_background, in_background
from tui.core.copying import copy_command
from tui.core.navigation import ShowArticle, go
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.review.history import HistoryScreen
from tui.session.user_name import user_name
from tui.sources.list import SourceFilter, SourceHeading, SourceList
from tui.sources.rows import SORTS, detail, heading, line, listed, outlet_width, sort_at
from tui.sources.values import HINTS, given, outlets_of, written
from tui.text.safe_text import safe_line
from tui.text.words import counted, decided, field_name
from tui.widgets.key_footer import KeyFooter
from tui.widgets.name_suggester import NameSuggester

MOST: Final = 2_000
"""Articles that are listed at once; a filter finds the others."""

_NAMED: Final = 3
"""Outlets that are named where they are merged."""

_AROUND: Final = 6
"""Cells of a line that padding and the scroll bar take."""


class SourcesScreen(Screen[bool]):
    """Articles with what is known of them; gives back whether anything was changed.

    Args:
        pages: Where articles are read from.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.SOURCES
    AUTO_FOCUS = "#sources"

    def __init__(self, pages: ArticlePages) -> None:
        super().__init__()
        self._pages = pages
        self._engine = pages.engine
        self._all: list[ArticleRow] = []
        self._shown: list[ArticleRow] = []
        self._outlet = outlet_width([])
        self._suggested: dict[str, DatedFact] = {}
        self._marked: set[str] = set()
        self._words = ""
        self._sort = "undated"
        self._changed = False

    def compose(self) -> ComposeResult:
        yield Static(Content("Reading…"), id="headline")
        yield SourceFilter(
            id="source-filter", compact=True, placeholder="title, outlet, name, path, date"
        )
        yield SourceHeading(Content(""), id="source-heading")
        yield SourceList(id="sources", markup=False)
        yield Static(Content(""), id="source-detail")
        yield KeyFooter()

    def on_mount(self) -> None:
        self.query_one(SourceFilter).display = False
        self._read()

    @property
    def expects_soon(self) -> bool:
        return under_way(self, {"sources", "decision"})

    @property
    def rows(self) -> list[ArticleRow]:
        """The articles that are listed."""
        return self._shown

    @property
    def _list(self) -> SourceList:
        return self.query_one(SourceList)

    @property
    def _row(self) -> ArticleRow | None:
        index = self._list.highlighted
        return None if index is None or index >= len(self._shown) else self._shown[index]

    # Reading and listing

    def _read(self) -> None:
        read = partial(list_articles, self._engine, ClaimQuery())
        in_background(self, "sources", read, self._was_read)

    def _was_read(self, rows: list[ArticleRow]) -> None:
        self._all = rows
        self._marked &= {row.article_id for row in rows}
        self._fill()
        undated = [row.article_id for row in rows if row.published.value is None][:MOST]
        in_background(
            self, "dates", partial(suggest_dates, self._engine, undated), self._were_suggested
        )

    def _were_suggested(self, found: list[Suggested]) -> None:
        self._suggested = {one.article_id: one.date for one in found}
        self._fill()

    def _fill(self) -> None:
        """List the articles that the filter leaves, with the cursor on the one that it was on."""
        before, index = self._row, self._list.highlighted
        found = listed(self._all, self._words, self._sort)
        self._shown = found[:MOST]
        self._outlet = outlet_width(self._shown)
        same = None if before is None else before.article_id
        at = next((n for n, row in enumerate(self._shown) if row.article_id == same), index)
        self._list.fill([self._line(row) for row in self._shown], at)
        self._tell(len(found))

    def _line(self, row: ArticleRow) -> str:
        suggested = self._suggested.get(row.article_id)
        marked = row.article_id in self._marked
        width = self.size.width - _AROUND
        return line(row, suggested, marked=marked, width=width, outlet=self._outlet)

    def _tell(self, found: int) -> None:
        undated = sum(row.published.value is None for row in self._shown)
        lines = [
            f"Sources  {counted(found, 'article')}",
            f"{undated:,} undated",
            *([f"{len(self._marked):,} marked"] if self._marked else []),
            *([f"with “{self._words}”"] if self._words else []),
            SORTS[self._sort],
            *([f"the first {MOST:,} listed"] if found > MOST else []),
        ]
        self.query_one("#headline", Static).update(Content(safe_line(" · ".join(lines))))
        self.query_one(SourceHeading).update(Content(heading(self._sort, self._outlet)))
        self._show_detail()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_detail()

    def _show_detail(self) -> None:
        row = self._row
        lines = [] if row is None else detail(row, self._suggested.get(row.article_id))
        shown = "\n".join(safe_line(one) for one in lines)
        self.query_one("#source-detail", Static).update(Content(shown or "No article."))

    def on_resize(self) -> None:
        for index, row in enumerate(self._shown):
            self._list.change(index, self._line(row))

    # Filtering, sorting, marking

    def action_filter(self) -> None:
        field = self.query_one(SourceFilter)
        field.display = True
        field.focus()

    @on(Input.Changed, "#source-filter")
    def _filtered(self, event: Input.Changed) -> None:
        event.stop()
        self._words = event.value
        self._fill()

    @on(Input.Submitted, "#source-filter")
    @on(SourceFilter.Left)
    def _filter_left(self, event: Input.Submitted | SourceFilter.Left) -> None:
        event.stop()
        self.query_one(SourceFilter).display = bool(self._words)
        self._list.focus()

    def action_sort(self) -> None:
        self.app.push_screen(PickScreen("Sort", list(SORTS.items()), self._sort), self._sort_by)

    def _sort_by(self, chosen: str | None) -> None:
        if chosen is not None:
            self._sort = chosen
            self._fill()

    @on(SourceHeading.Clicked)
    def _heading_clicked(self, event: SourceHeading.Clicked) -> None:
        event.stop()
        self._sort_by(sort_at(event.cell, self._sort, self._outlet))

    @on(SourceList.Clicked)
    def _clicked(self, event: SourceList.Clicked) -> None:
        event.stop()
        if event.marks:
            self._toggle()
        elif event.chain == 2:
            self.action_open()

    def action_mark(self) -> None:
        self._toggle()
        self._list.action_cursor_down()

    def _toggle(self) -> None:
        """Mark the article under the cursor, or no longer."""
        index = self._list.highlighted
        if (row := self._row) is None or index is None:
            return
        self._marked ^= {row.article_id}
        self._list.change(index, self._line(row))
        self._tell(len(listed(self._all, self._words, self._sort)))

    def action_mark_all(self) -> None:
        here = {row.article_id for row in self._shown}
        self._marked = self._marked - here if here <= self._marked else self._marked | here
        self._fill()

    @property
    def _chosen(self) -> list[str]:
        """The marked articles that are listed, else the one under the cursor."""
        marked = [row.article_id for row in self._shown if row.article_id in self._marked]
        return marked or ([] if self._row is None else [self._row.article_id])

    # Setting

    def action_set(self, name: str) -> None:
        field, ids, row = ArticleField(name), self._chosen, self._row
        if not ids or row is None:
            return

        def write(text: str | None) -> None:
            by = user_name()
            value = None if text is None else given(field, text, f"set by {by}")
            if value is not None:
                wanted = {ident: {field: value[0]} for ident in ids}
                self._decide(partial(set_known, self._engine, wanted, by))

        def problem_of(text: str) -> str | None:
            ok = given(field, text, "") is not None
            return None if ok else "That is not a date such as 2024-05-16, 2024-05 or 2024."

        title = f"{field_name(field).capitalize()} of {counted(len(ids), 'article')}"
        one = row if ids == [row.article_id] else None
        suggester = NameSuggester(self._engine, Named.OUTLET, "\n") if name == "outlet" else None
        now = "" if one is None else written(one, field)
        ask = AskScreen(
            title,
            HINTS[field],
            now,
            suggester,
            problem_of=problem_of if field is ArticleField.PUBLISHED else None,
        )
        self.app.push_screen(ask, write)

    def action_merge(self) -> None:
        """Have all articles of the outlets of the chosen ones be of one outlet."""
        chosen = set(self._chosen)
        outlets = outlets_of(row for row in self._shown if row.article_id in chosen)
        if not outlets:
            self.notify("No outlet is known of it: o sets one.")
            return

        def merge(into: str | None) -> None:
            if into and into.strip():
                merging = partial(merge_outlets, self._engine, outlets, into.strip(), user_name())
                self._decide(merging)

        one = len(outlets) == 1
        title = f"Merge “{outlets[0]}” with…" if one else f"Merge {len(outlets):,} outlets into…"
        named = " and ".join(outlets) if len(outlets) <= _NAMED else "these"
        hint = f"The outlet of all articles of {named}; → or a click completes"
        suggester = NameSuggester(self._engine, Named.OUTLET, "\n")
        now = "" if one else outlets[0]
        self.app.push_screen(AskScreen(title, hint, now, suggester, does="Merge"), merge)

    def action_accept(self) -> None:
        self._accept(self._chosen, "No date is suggested for it.")

    def action_accept_all(self) -> None:
        self._accept([row.article_id for row in self._shown], "No date is suggested here.")

    def _accept(self, ids: Iterable[str], otherwise: str) -> None:
        found = [Suggested(one, self._suggested[one]) for one in ids if one in self._suggested]
        if found:
            self._decide(partial(accept_dates, self._engine, found, user_name()))
        elif under_way(self, {"dates"}):
            self.notify("Suggested dates are still being read; try again soon.")
        else:
            self.notify(otherwise, severity="warning")

    def action_undo(self) -> None:
        self._decide(partial(undo, self._engine, user_name()))

    def action_redo(self) -> None:
        self._decide(partial(redo, self._engine, user_name()))

    def _decide(self, act: Callable[[], Decided]) -> None:
        do_in_background(self, "decision", act, self._was_decided)

    def _was_decided(self, done: Decided) -> None:
        line = decided(done)
        hint = " – u undoes it" if done.article_ids and not done.undone else ""
        self._has_changed(f"{line[0].upper()}{line[1:]}{hint}", bool(done.article_ids))

    def _has_changed(self, line: str, changed: bool) -> None:
        self.notify(line, markup=False)
        if changed:
            self._changed = True
            self._pages.forget()
            self._read()

    def action_delete(self) -> None:
        ids = self._chosen
        if not ids:
            return

        def deleted(done: Deleted) -> None:
            claims = counted(done.claims, "claim")
            self._has_changed(f"Deleted {counted(done.articles, 'article')}, {claims}.", True)

        def delete(answer: str | None) -> None:
            if answer == "yes":
                act = partial(delete_articles, self._engine, ids, user_name())
                do_in_background(self, "decision", act, deleted)

        title = f"Delete {counted(len(ids), 'article')}?"
        label = "Their claims go too, hidden ones as well, and all reviews."
        answers = [("no", "no, keep"), ("yes", "yes, delete; it cannot be undone")]
        self.app.push_screen(PickScreen(title, answers, label=label), delete)

    def action_history(self) -> None:
        if (row := self._row) is None:
            return
        title = shown_title(row.title, row.path)

        def show(events: list[ArticleHistory]) -> None:
            if events:
                self.app.push_screen(HistoryScreen(title, [one.event for one in events]))
            else:
                self.notify("Nothing was set of this article.")

        in_background(self, "sources", partial(history, self._engine, row.article_id), show)

    def action_copy_command(self) -> None:
        copy_command(self, self._engine, None if self._words else ["articles"])

    # Leaving

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Read the article under the cursor."""
        if (row := self._row) is not None:
            go(self.app, self._pages, ShowArticle(row.article_id))

    def action_leave(self) -> None:
        self.dismiss(self._changed)
