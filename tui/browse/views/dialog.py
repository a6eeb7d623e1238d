"""The views saved by name: open, save, rename, delete."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from sqlalchemy import Engine
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from db.connection.engine import ArchiveError
from db.query.model import NEWEST_FIRST, ClaimQuery
from db.query.saved_views import (
    SavedView,
    ViewError,
    delete_view,
    rename_view,
    save_view,
    saved_views,
)
from tui.core import queries
from tui.dialogs.dialog import Dialog
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.text.safe_text import safe_line
from tui.widgets.key_footer import KeyFooter
from tui.widgets.safe_input import SafeInput

NO_NEWS: Final[Mapping[str, int]] = {}


class ViewList(OptionList):
    """The saved views by name, each with what it shows in words."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.VIEWS

    def action_rename(self) -> None:
        assert isinstance(self.screen, ViewsScreen)
        self.screen.ask_for_name()

    def action_delete(self) -> None:
        assert isinstance(self.screen, ViewsScreen)
        self.screen.delete_current()

    def action_save(self) -> None:
        self.screen.query_one(Input).focus()


class ViewsScreen(Dialog[SavedView]):
    """Gives back the view to open, or None; ``saved`` is the view that was saved last.

    Args:
        engine: Of the archive.
        query: What can be saved.
        layout: Its columns, as text.
        name: Of the view that is open now.
        news: How many claims came in since the last visit, by view.
    """

    @dataclass
    class Saved(Message):
        """The present view was saved, or the open view has another name or is gone.

        Args:
            before: Its name until now; None if it had none.
            view: As it is now; None if it is gone.
        """

        before: str | None
        view: SavedView | None

    @dataclass
    class _Read(Message):
        views: Sequence[SavedView]
        line: str
        failure: bool = False

    def __init__(
        self,
        engine: Engine,
        query: ClaimQuery,
        layout: str | None,
        name: str | None,
        news: Mapping[str, int] = NO_NEWS,
    ) -> None:
        super().__init__()
        self._engine = engine
        self._query = query
        self._layout_text = layout
        self._open_name = name
        self._news = news
        self._views: Sequence[SavedView] = ()
        self._renaming: str | None = None
        self._sure: str | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog", id="views-dialog") as dialog:
            dialog.border_title = "Saved views"
            yield ViewList(id="views", markup=False, compact=True)
            yield Label(Content(self._saving_label), id="naming")
            yield SafeInput(self._open_name or "", placeholder="a name", id="name", compact=True)
            yield Static(Content(""), id="problem")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._act(None, "")

    @property
    def _saving_label(self) -> str:
        return safe_line(f"Save {queries.in_words(self._query)} as")

    @property
    def _current(self) -> SavedView | None:
        at = self.query_one(ViewList).highlighted
        return None if at is None or at >= len(self._views) else self._views[at]

    @property
    def expects_soon(self) -> bool:
        return under_way(self, {"views"})

    # Working on the database

    @work(thread=True, group="views")
    def _act(self, act: Callable[[], None] | None, line: str) -> None:
        failure = False
        try:
            if act is not None:
                act()
        except (ViewError, ArchiveError) as error:
            line, failure = str(error), True
        try:
            views = saved_views(self._engine)
        except ArchiveError as error:
            views, line, failure = [], str(error), True
        self.post_message(self._Read(views, line, failure))

    @on(_Read)
    def _show(self, event: _Read) -> None:
        event.stop()
        shown = self.query_one(ViewList)
        at = shown.highlighted or 0
        self._views = event.views
        shown.clear_options()
        shown.add_options([Option(self._in_words(view)) for view in event.views])
        shown.display = bool(event.views)
        if event.views:
            names = [view.name for view in event.views]
            if not self._sure and self._open_name in names and not event.line:
                at = names.index(self._open_name)
            shown.highlighted = min(at, len(event.views) - 1)
        if not event.views:
            self.query_one(Input).focus()
        elif not event.failure:
            shown.focus()
        self._tell(event.line, problem=event.failure)

    def _in_words(self, view: SavedView) -> Content:
        try:
            words = queries.in_words(view.asked(NEWEST_FIRST))
        except ViewError as error:
            words = f"! {error}"
        name = Content.styled(safe_line(view.name), "bold")
        mark = "▸ " if view.name == self._open_name else "  "
        new = self._news.get(view.name)
        suffix = f"  +{new:,} new" if new else ""
        return Content.assemble(mark, name, suffix, "  ", (safe_line(words), "$text-muted"))

    # Opening, saving, renaming, deleting

    @on(OptionList.OptionSelected)
    def _open(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._views[event.option_index])

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        name, renamed = event.value, self._renaming
        if renamed is not None:
            self._name_again()
            self._act(partial(self._rename, renamed, name), f"renamed to “{name.strip()}”")
            return
        taken = any(view.name.casefold() == name.strip().casefold() for view in self._views)
        if taken and self._sure != name and name != self._open_name:
            self._sure = name
            self._tell(f"“{name.strip()}” is there already. Enter again replaces it.")
            return
        self._sure = None
        self._act(partial(self._save, name, replace=taken), f"saved as “{name.strip()}”")

    def _save(self, name: str, *, replace: bool) -> None:
        line = queries.as_line(self._query)
        save_view(self._engine, name, line, self._layout_text, replace=replace)
        self._announce(None, name)

    def _rename(self, name: str, to: str) -> None:
        rename_view(self._engine, name, to)
        if name == self._open_name:
            self._announce(name, to)

    def _delete(self, name: str) -> None:
        delete_view(self._engine, name)
        if name == self._open_name:
            self._open_name = None
            self.app.call_from_thread(self._send, self.Saved(name, None))

    def _announce(self, before: str | None, name: str) -> None:
        view = next(v for v in saved_views(self._engine) if v.name == name.strip())
        self._open_name = view.name
        self.app.call_from_thread(self._send, self.Saved(before, view))

    def _send(self, message: Message) -> None:
        # Modal screens do not send messages up to the screen below.
        self.app.screen_stack[0].post_message(message)

    def ask_for_name(self) -> None:
        """Have another name written for the view under the cursor."""
        if (view := self._current) is not None:
            self._renaming = view.name
            self.query_one("#naming", Label).update(Content(safe_line(f"Rename {view.name} to")))
            line = self.query_one(Input)
            line.value = view.name
            line.cursor_position = len(line.value)
            line.focus()

    def delete_current(self) -> None:
        """Forget the view under the cursor, once asked for twice."""
        view = self._current
        if view is None:
            return
        if self._sure != view.name:
            self._sure = view.name
            self._tell(f"Once more deletes “{view.name}”.")
            return
        self._sure = None
        self._act(partial(self._delete, view.name), f"deleted “{view.name}”")

    def _name_again(self) -> None:
        self._renaming = None
        self.query_one("#naming", Label).update(Content(self._saving_label))
        self.query_one(Input).value = self._open_name or ""

    def _tell(self, text: str, *, problem: bool = False) -> None:
        line = self.query_one("#problem", Static)
        line.set_class(not problem, "-done")
        line.update(Content(safe_line(f"! {text}" if problem else text)))

    def action_leave(self) -> None:
        if self._renaming is not None:
            self._name_again()
            self.query_one(ViewList).focus()
        else:
            self.dismiss(None)
