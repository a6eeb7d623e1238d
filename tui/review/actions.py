"""What the keys of review do: acts in the background, and all screens told of what they changed."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol, runtime_checkable

from sqlalchemy import Engine
from textual.app import App
from textual.message import Message
from textual.notifications import SeverityLevel

from db.claims.view import ClaimRow, rows_by_id
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.vocabulary import Named
from db.review.actions import Reviewed, ReviewError, accept, note, redo, reject, reopen, tag, undo
from db.review.history import history
from db.schema.choices import ReviewAction
from db.sql.steps import HistoryEvent
from tui.core.background import Host, in_background
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.dialogs.note import NoteScreen
from tui.review.correct_dialog import CorrectOffer, CorrectScreen, read_offer
from tui.review.history import HistoryScreen
from tui.session.user_name import user_name
from tui.text import words
from tui.widgets.name_suggester import NameSuggester

ACTING: Final = "review"
"""The group of the workers that act."""

Act = Callable[[Engine, str], Reviewed]
"""What is done to claims, in the name of somebody."""
Choose = Callable[[Callable[[list[int]], None]], None]
"""Has something done to the claims that a key is about, if there are any."""


class ReviewHost(Host, Protocol):
    """A screen on which claims can be reviewed."""

    @property
    def current_claim(self) -> ClaimRow | None:
        """The claim that is looked at, if it is here."""

    @property
    def current_id(self) -> int | None:
        """Its number, be it here or still to be read."""

    def claims_here(self) -> Collection[int]:
        """The claims that are to be shown as they are after an act."""

    def show_reviewed(self, done: Reviewed, rows: Sequence[ClaimRow]) -> None:
        """Show the claims that are here as they are now, in their places."""


@dataclass
class ClaimsChanged(Message):
    """Claims show something else: for the app, which has all screens told.

    Args:
        done: What was done, to which claims.
        rows: Those of them that a screen had when it began, as they are now.
        line: What is told of it, where not its kind and number.
        by: Who did it, if it was somebody else.
        overruled: How many of the claims were judged otherwise before.
    """

    done: Reviewed
    rows: list[ClaimRow]
    line: str | None = None
    by: str | None = None
    overruled: int = 0


class Reviewing:
    """Reviews claims from one screen; acts run one after the other, in the order of the keys.

    Args:
        screen: The one that has the claims.
        pages: Where articles are read from.
        choose: Chooses what a key is about; if None, it is the current claim.
    """

    def __init__(
        self, screen: ReviewHost, pages: ArticlePages, choose: Choose | None = None
    ) -> None:
        self._screen = screen
        self._pages = pages
        self._engine = pages.engine
        self._choose = choose or self._current
        self._waiting: deque[Act] = deque()
        self._acting = False
        self._keys: dict[str, Callable[[], None]] = {
            "accept": partial(self._act_on_claims, accept),
            "reject": partial(self._act_on_claims, reject),
            "reopen": partial(self._act_on_claims, reopen),
            "undo": partial(self.act, undo),
            "redo": partial(self.act, redo),
            "note": partial(self._choose, self._ask_note),
            "tag": partial(self._choose, self._ask_tags),
            "correct": partial(self._choose, self._read_offer),
            "history": self._read_history,
        }

    def do(self, what: str) -> None:
        """Do what a key asks for by its word in the keymap."""
        self._keys[what]()

    def _current(self, do: Callable[[list[int]], None]) -> None:
        if (claim := self._screen.current_id) is not None:
            do([claim])

    # Acting

    def act(self, act: Act) -> None:
        """Have something done once all before it is done."""
        self._waiting.append(act)
        if not self._acting:
            self._begin()

    def _begin(self) -> None:
        self._acting = True
        # By the app, which is told: the screen may have been left before it begins.
        app = self._screen.app
        here = claims_on_screens(app)
        work = partial(self._do_waiting, app, here)
        app.run_worker(work, group=ACTING, thread=True, exit_on_error=False)

    def _act_on_claims(self, act: Callable[[Engine, list[int], str], Reviewed]) -> None:
        self._choose(lambda ids: self.act(lambda engine, by: act(engine, ids, by)))

    def _do_waiting(self, app: App[Any], here: Collection[int]) -> None:
        while self._waiting:
            try:
                done = self._waiting.popleft()(self._engine, user_name())
                app.post_message(ClaimsChanged(done, self._rows_now(done, here)))
            except (ArchiveError, ReviewError) as error:
                app.call_later(partial(app.notify, str(error), severity="error", markup=False))
        app.call_later(self._rest)

    def _rest(self) -> None:
        self._acting = False
        if self._waiting:
            self._begin()

    def _rows_now(self, done: Reviewed, here: Collection[int]) -> list[ClaimRow]:
        """What those of the reviewed claims that are here show now, in their order."""
        with archive_errors(self._engine):
            return rows_by_id(self._engine, [ident for ident in done.ids if ident in here])

    # Being told

    @property
    def claims_here(self) -> Collection[int]:
        """The claims that the screen shows."""
        return self._screen.claims_here()

    def forget_pages(self) -> None:
        """Read articles anew from now on."""
        self._pages.forget()

    def claims_changed(self, changed: ClaimsChanged) -> None:
        """Show claims that were reviewed, here or on another screen, as they are now."""
        done = changed.done
        here = set(self.claims_here).intersection(done.ids)
        if here.issubset(row.id for row in changed.rows):
            self._screen.show_reviewed(done, [row for row in changed.rows if row.id in here])
        else:
            # Rows came here while it was done.
            read = partial(self._rows_now, done, here)
            show = partial(self._screen.show_reviewed, done)
            in_background(self._screen, "again", read, show, exclusive=False)

    # Asking first

    def _row_of(self, ids: list[int]) -> ClaimRow | None:
        """The current claim, if a key is about that one alone."""
        row = self._screen.current_claim
        return row if row is not None and ids == [row.id] else None

    def _ask_note(self, ids: list[int]) -> None:
        row = self._row_of(ids)

        def write(text: str | None) -> None:
            if text is not None:
                self.act(lambda engine, by: note(engine, ids, text, by))

        value = "" if row is None else row.note or ""
        title = f"Note on {words.counted(len(ids), 'claim')}"
        self._screen.app.push_screen(NoteScreen(title, value), write)

    def _ask_tags(self, ids: list[int]) -> None:
        row = self._row_of(ids)

        def write(text: str | None) -> None:
            names = [name.strip() for name in (text or "").split(",") if name.strip()]
            on_ = [name for name in names if not name.startswith("-")]
            off = [name.removeprefix("-") for name in names if name.startswith("-")]
            if names:
                self.act(lambda engine, by: tag(engine, ids, on_, by, off=off))

        label = "Tags with commas between; -tag takes one off"
        if row is not None and row.tags:
            label = f"{label}; it has {', '.join(row.tags)}"
        suggester = NameSuggester(self._engine, Named.TAG, ",")
        title = f"Tag {words.counted(len(ids), 'claim')}"
        self._screen.app.push_screen(AskScreen(title, label, suggester=suggester), write)

    def _read_offer(self, ids: list[int]) -> None:
        read = partial(read_offer, self._engine, self._pages, ids)
        in_background(self._screen, "correct", read, self._correct)

    def _correct(self, offer: CorrectOffer) -> None:
        def corrected(done: Reviewed | None) -> None:
            if done is not None:
                self.act(lambda engine, by: done)

        self._screen.app.push_screen(CorrectScreen(self._engine, offer), corrected)

    def _read_history(self) -> None:
        if (row := self._screen.current_claim) is not None:

            def show(events: list[HistoryEvent]) -> None:
                self._screen.app.push_screen(HistoryScreen(row.content, events))

            read = partial(history, self._engine, row.claim_id)
            in_background(self._screen, "history", read, show)


@runtime_checkable
class _Reviewed(Protocol):
    """A screen whose claims can be reviewed."""

    @property
    def reviewing(self) -> Reviewing:
        """Has it done."""


@runtime_checkable
class Follows(Protocol):
    """A screen that shows what follows from reviews, and has no claims to review."""

    def claims_reviewed(self, changed: ClaimsChanged) -> None:
        """Learn that claims were reviewed, here or elsewhere."""


def _on_screens(app: App[Any]) -> list[Reviewing]:
    """Those of all screens that show claims, the uppermost first."""
    return [one.reviewing for one in reversed(app.screen_stack) if isinstance(one, _Reviewed)]


def claims_on_screens(app: App[Any]) -> set[int]:
    """The claims that any screen shows."""
    return {ident for one in _on_screens(app) for ident in one.claims_here}


def tell_screens(app: App[Any], changed: ClaimsChanged) -> None:
    """Have all screens show claims as they are now, and tell what was done to them."""
    screens = _on_screens(app)
    for one in screens:
        one.forget_pages()
    for one in screens:
        one.claims_changed(changed)
    for screen in app.screen_stack:
        if isinstance(screen, Follows):
            screen.claims_reviewed(changed)
    done = changed.done
    if changed.line is not None:
        app.notify(changed.line, markup=False)
        return
    if changed.by is not None:
        line = words.reviewed_by(
            changed.by,
            words.reviewed(
                done.action.value, len(done.ids), undone=done.undone, redone=done.redone
            ),
            changed.overruled,
        )
        severity: SeverityLevel = "warning" if changed.overruled else "information"
        app.notify(line, severity=severity, timeout=5, markup=False)
        return
    # Of one claim its mark in the table tells enough.
    one_verdict = len(done.ids) == 1 and done.action in (ReviewAction.ACCEPT, ReviewAction.REJECT)
    if not one_verdict or done.undone or done.redone:
        line = words.reviewed(
            done.action.value, len(done.ids), undone=done.undone, redone=done.redone
        )
        app.notify(f"{line[0].upper()}{line[1:]}.", timeout=3, markup=False)
