"""What a screen of claims does to have them judged: acts in the background, shows them in place."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import Engine
from textual import on, work
from textual.binding import BindingType
from textual.message import Message

from db.claims.view import ClaimRow, rows_by_id
from db.connection.engine import ArchiveError
from db.connection.errors import archive_errors
from db.query.model import QueryError
from db.query.vocabulary import Named
from db.review.actions import Judged, ReviewError, accept, note, redo, reject, reopen, tag, undo
from db.review.history import HistoryEvent, history
from db.schema.choices import ReviewAction
from tui.core.claim_screen import ClaimScreen
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.dialogs.note import NoteScreen
from tui.keys import keymap
from tui.review.correct_dialog import CorrectOffer, CorrectScreen, read_offer
from tui.review.history import HistoryScreen
from tui.session.who import who
from tui.text import words
from tui.widgets.name_suggester import NameSuggester

Act = Callable[[Engine, str], Judged]
"""What is done to claims, in the name of somebody."""


@dataclass
class ClaimsChanged(Message):
    """Claims show something else.

    Args:
        judged: What was done, to which claims.
        rows: Those of them that a screen had when it began, as they are now.
    """

    judged: Judged
    rows: list[ClaimRow]


class JudgingScreen(ClaimScreen):
    """A screen of claims on which they can be judged.

    Acts run one after the other, in the order of the keys. All screens that show claims are told
    of each by one message.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.JUDGE

    @dataclass
    class _ReadAgain(Message):
        """What this screen has of the claims that were judged, as they are now."""

        judged: Judged
        rows: list[ClaimRow]

    @dataclass
    class _Rested(Message):
        """All that was waiting is done."""

    @dataclass
    class _ToCorrect(Message):
        offer: CorrectOffer

    @dataclass
    class _ToTell(Message):
        claim_id: str
        events: list[HistoryEvent]

    def __init__(self, pages: ArticlePages) -> None:
        super().__init__(pages)
        self._waiting: deque[Act] = deque()
        self._acting = False

    # What the screen is of

    @property
    def current_claim(self) -> ClaimRow | None:
        return self.row_to_judge()

    def to_judge(self) -> list[int]:
        """Numbers of the claims that a key is about."""
        raise NotImplementedError

    def row_to_judge(self) -> ClaimRow | None:
        """The claim under the cursor, if it is here."""
        raise NotImplementedError

    def ids_here(self) -> Collection[int]:
        """The claims that are here, so that they are to be shown as they are after an act."""
        raise NotImplementedError

    def show_judged(self, judged: Judged, rows: Sequence[ClaimRow]) -> None:
        """Show the claims that are here as they are now, in their places."""
        raise NotImplementedError

    # Acting

    def act(self, act: Act) -> None:
        """Have something done once all before it is done."""
        self._waiting.append(act)
        if not self._acting:
            self._begin_acting()

    def _begin_acting(self) -> None:
        self._acting = True
        self._do_waiting({ident for one in self._judging_screens() for ident in one.ids_here()})

    def _judging_screens(self) -> list[JudgingScreen]:
        """This and the others that show claims."""
        return [one for one in self.app.screen_stack if isinstance(one, JudgingScreen)]

    def on_claims(self, do: Callable[[list[int]], None]) -> None:
        """Do something to the claims that a key is about, if there are any."""
        if ids := self.to_judge():
            do(ids)

    def _act_on_claims(self, act: Callable[[Engine, list[int], str], Judged]) -> None:
        self.on_claims(lambda ids: self.act(lambda engine, by: act(engine, ids, by)))

    @work(thread=True, group="judge", exit_on_error=False)
    def _do_waiting(self, here: Collection[int]) -> None:
        while self._waiting:
            try:
                judged = self._waiting.popleft()(self._engine, who())
                self.post_message(ClaimsChanged(judged, self._rows_now(judged, here)))
            except (ArchiveError, ReviewError) as error:
                self.post_message(self.Failed(str(error)))
        self.post_message(self._Rested())

    def _rows_now(self, judged: Judged, here: Collection[int]) -> list[ClaimRow]:
        """What those of the judged claims that are here show now, in their order."""
        with archive_errors(self._engine):
            return rows_by_id(self._engine, [ident for ident in judged.ids if ident in here])

    def claims_changed(self, changed: ClaimsChanged) -> None:
        """Show claims that were judged, here or on another screen, as they are now."""
        judged = changed.judged
        here = set(self.ids_here()).intersection(judged.ids)
        if here.issubset(row.id for row in changed.rows):
            self.show_judged(judged, [row for row in changed.rows if row.id in here])
        else:
            # Rows came here while it was done.
            self._read_again(judged, here)

    @work(thread=True, group="again", exit_on_error=False)
    def _read_again(self, judged: Judged, here: Collection[int]) -> None:
        try:
            self.post_message(self._ReadAgain(judged, self._rows_now(judged, here)))
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))

    @on(_ReadAgain)
    def _was_read_again(self, event: _ReadAgain) -> None:
        event.stop()
        self.show_judged(event.judged, event.rows)

    @on(_Rested)
    def _go_on(self, event: _Rested) -> None:
        event.stop()
        self._acting = False
        if self._waiting:
            self._begin_acting()

    @on(ClaimsChanged)
    def _tell_all(self, event: ClaimsChanged) -> None:
        event.stop()
        self._pages.forget()
        judged = event.judged
        self.claims_changed(event)
        for screen in self._judging_screens():
            if screen is not self:
                screen.claims_changed(event)
        # Of one claim its mark in the table tells enough.
        one = len(judged.ids) == 1 and judged.action in (ReviewAction.ACCEPT, ReviewAction.REJECT)
        if not one or judged.undone or judged.redone:
            told = words.judged(
                judged.action.value, len(judged.ids), undone=judged.undone, redone=judged.redone
            )
            self.notify(f"{told[0].upper()}{told[1:]}.", timeout=3, markup=False)

    # Actions

    def action_accept(self) -> None:
        self._act_on_claims(accept)

    def action_reject(self) -> None:
        self._act_on_claims(reject)

    def action_reopen(self) -> None:
        self._act_on_claims(reopen)

    def action_undo(self) -> None:
        self.act(undo)

    def action_redo(self) -> None:
        self.act(redo)

    def action_note(self) -> None:
        self.on_claims(self._ask_note)

    def _ask_note(self, ids: list[int]) -> None:
        row = self.row_to_judge()

        def write(text: str | None) -> None:
            if text is not None:
                self.act(lambda engine, by: note(engine, ids, text, by))

        value = row.note or "" if row is not None and ids == [row.id] else ""
        title = f"Note on {words.counted(len(ids), 'claim')}"
        self.app.push_screen(NoteScreen(title, value), write)

    def action_tag(self) -> None:
        self.on_claims(self._ask_tags)

    def _ask_tags(self, ids: list[int]) -> None:
        row = self.row_to_judge()

        def write(text: str | None) -> None:
            names = [name.strip() for name in (text or "").split(",") if name.strip()]
            on_ = [name for name in names if not name.startswith("-")]
            off = [name.removeprefix("-") for name in names if name.startswith("-")]
            if names:
                self.act(lambda engine, by: tag(engine, ids, on_, by, off=off))

        label = "Tags with commas between; -tag takes one off"
        if row is not None and ids == [row.id] and row.tags:
            label = f"{label}; it has {', '.join(row.tags)}"
        suggester = NameSuggester(self._engine, Named.TAG, ",")
        title = f"Tag {words.counted(len(ids), 'claim')}"
        self.app.push_screen(AskScreen(title, label, suggester=suggester), write)

    def action_correct(self) -> None:
        def offer(ids: list[int]) -> None:
            self._offer_correction(ids)

        self.on_claims(offer)

    @work(thread=True, group="correct", exclusive=True)
    def _offer_correction(self, ids: list[int]) -> None:
        try:
            offer = read_offer(self._engine, self._pages, ids)
        except (ArchiveError, QueryError, ReviewError) as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._ToCorrect(offer))

    @on(_ToCorrect)
    def _correct(self, event: _ToCorrect) -> None:
        event.stop()

        def corrected(judged: Judged | None) -> None:
            if judged is not None:
                self.act(lambda engine, by: judged)

        self.app.push_screen(CorrectScreen(self._engine, event.offer), corrected)

    def action_history(self) -> None:
        row = self.row_to_judge()
        if row is not None:
            self._read_history(row.claim_id)

    @work(thread=True, group="history", exclusive=True)
    def _read_history(self, claim_id: str) -> None:
        try:
            self.post_message(self._ToTell(claim_id, history(self._engine, claim_id)))
        except (ArchiveError, ReviewError) as error:
            self.post_message(self.Failed(str(error)))

    @on(_ToTell)
    def _show_history(self, event: _ToTell) -> None:
        event.stop()
        self.app.push_screen(HistoryScreen(event.claim_id, event.events))
