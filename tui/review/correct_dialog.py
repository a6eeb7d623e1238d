"""Correcting a claim: its places by keys in the text, the rest in a form; or many in the form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from sqlalchemy import Engine
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Grid, Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Button, Input, Label, Select, Static

from claims.claim import ClaimType, Span, SpeakerKind
from db.claims.article_page import ArticlePage, ClaimDetail, claim_detail
from db.connection.engine import ArchiveError
from db.query.vocabulary import Named
from db.review.actions import Correction, Reviewed, ReviewError, correct
from tui.core.page_cache import ArticlePages
from tui.dialogs.dialog import close_button
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.review.correction_form import BETWEEN, CorrectionForm, correction, form_of, spans_of
from tui.review.span_draft import SpanDraft
from tui.review.span_editor import SpanEditor
from tui.session.user_name import user_name
from tui.text import words
from tui.text.safe_text import safe_line
from tui.widgets.drop_down import DropDown
from tui.widgets.key_footer import KeyFooter
from tui.widgets.name_suggester import NameSuggester
from tui.widgets.problem_line import ProblemLine
from tui.widgets.safe_input import SafeInput

_LINES: Final = ("speaker", "role", "organization")


@dataclass(frozen=True, slots=True)
class CorrectOffer:
    """What is to be corrected: one claim in its article, or several claims in the form only."""

    ids: tuple[int, ...]
    claim: ClaimDetail | None = None
    page: ArticlePage | None = None


def read_offer(engine: Engine, pages: ArticlePages, ids: list[int]) -> CorrectOffer:
    """What correcting these claims needs to know.

    Raises:
        ReviewError: The claim is gone.
        ArchiveError: The database failed.
    """
    if len(ids) > 1:
        return CorrectOffer(tuple(ids))
    claim = claim_detail(engine, ids[0])
    if claim is None:
        raise ReviewError("the claim is no longer in the database")
    return CorrectOffer(tuple(ids), claim, pages.read(claim.row.article_id, ids[0]))


class _Line(SafeInput):
    """A line of the form, which says in the footer that enter saves."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.CORRECT_LINE


class CorrectScreen(Screen[Reviewed | None]):
    """Gives back what was done, or None."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.CORRECT

    @dataclass
    class _Ended(Message):
        outcome: Reviewed | str

    def __init__(self, engine: Engine, offer: CorrectOffer) -> None:
        super().__init__()
        self._engine = engine
        self._offer = offer
        self._leaving = False
        self._saving = False
        self.problem = ProblemLine()
        self._before = CorrectionForm() if offer.claim is None else form_of(offer.claim)
        self._spans: dict[str, list[Span]] = {} if offer.claim is None else spans_of(offer.claim)
        self.editor: SpanEditor | None = None
        if offer.page is not None:
            draft = SpanDraft(offer.page.text, self._spans)
            self.editor = SpanEditor(offer.page, draft, id="spans")

    def compose(self) -> ComposeResult:
        if self.editor is not None:
            yield self.editor
        yield Static(Content(""), id="active-end")
        with Grid(id="form"):
            yield from self._line("speaker", NameSuggester(self._engine, Named.SPEAKER, BETWEEN))
            yield from self._choice("kind", [kind.value for kind in SpeakerKind])
            yield from self._line("role", None)
            yield from self._line(
                "organization", NameSuggester(self._engine, Named.ORGANIZATION, BETWEEN)
            )
            yield from self._choice("type", [kind.value for kind in ClaimType])
            yield Label("Why")
            yield _Line("", id="why", compact=True, placeholder="the reason, if you like")
        yield self.problem
        with Horizontal(classes="buttons"):
            yield Button("Save", variant="primary", id="save", compact=True)
            yield close_button()
        yield KeyFooter()

    def _choice(self, name: str, values: list[str]) -> ComposeResult:
        yield Label(name.capitalize())
        now: str = getattr(self._before, name)
        options = [(value, value) for value in values]
        if now:
            yield DropDown(options, value=now, allow_blank=False, id=name, compact=True)
        else:
            yield DropDown(options, prompt="as it is", id=name, compact=True)

    def _line(self, name: str, suggester: NameSuggester | None) -> ComposeResult:
        yield Label(name.capitalize())
        hint = "" if self._offer.claim is not None else "as it is"
        yield _Line(
            getattr(self._before, name),
            id=name,
            compact=True,
            suggester=suggester,
            placeholder=hint,
        )

    def on_mount(self) -> None:
        if self.editor is None:
            many = words.counted(len(self._offer.ids), "claim")
            self.query_one("#active-end", Static).update(
                Content(f"{many} are corrected in one step; what is left empty stays as it is.")
            )
            self.query_one("#speaker", Input).focus()
        else:
            self.editor.border_title = "Correct the claim"
            self.editor.focus()

    # What is asked for

    @property
    def form(self) -> CorrectionForm:
        """The form as it is filled now."""
        chosen = {name: self.query_one(f"#{name}", Select).value for name in ("type", "kind")}
        written = {name: self.query_one(f"#{name}", Input).value for name in _LINES}
        return CorrectionForm(
            **{n: v if isinstance(v, str) else "" for n, v in chosen.items()}, **written
        )

    @property
    def correction(self) -> Correction | None:
        """What is changed so far; None if nothing is."""
        spans = {} if self.editor is None else self.editor.draft.spans
        return correction(self._before, self.form, self._spans, spans)

    @on(SpanEditor.Edited)
    def _tell_active_end(self, event: SpanEditor.Edited) -> None:
        event.stop()
        self._leaving = False
        draft = event.editor.draft
        active, number = draft.active, len(draft.pieces)
        if active is None:
            line = f"{draft.part}: none; + adds one"
        else:
            piece = f" {draft.piece + 1} of {number}" if number > 1 else ""
            end = "end" if draft.at_end else "start"
            said = " ".join(draft.text[active.start : active.end].split())
            line = f"{draft.part}{piece}, moving its {end}, {active.start}–{active.end} ▸ {said}"
        self.query_one("#active-end", Static).update(Content(safe_line(line)))
        event.editor.border_subtitle = "drag over the words of a part; a click changes to another"

    def on_text_selected(self) -> None:
        """Have the active piece hold the words that were dragged over."""
        if self.editor is not None:
            self.editor.take_selection()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._leaving = False
        self.problem.tell("")

    # Saving

    @property
    def expects_soon(self) -> bool:
        return under_way(self, {"save"})

    @on(Input.Submitted)
    @on(Button.Pressed, "#save")
    def _save(self, event: Message) -> None:
        event.stop()
        self.action_save()

    def action_save(self) -> None:
        if self._saving:
            return
        wanted = self.correction
        if wanted is None:
            self.problem.tell("Nothing is changed yet.")
            return
        self._saving = True
        self.problem.tell("")
        self._correct(wanted, self.query_one("#why", Input).value)

    @work(thread=True, group="save")
    def _correct(self, wanted: Correction, why: str) -> None:
        try:
            done = correct(self._engine, self._offer.ids, wanted, user_name(), why)
        except (ArchiveError, ReviewError) as error:
            self.post_message(self._Ended(str(error)))
        else:
            self.post_message(self._Ended(done))

    @on(_Ended)
    def _end(self, event: _Ended) -> None:
        event.stop()
        self._saving = False
        if isinstance(event.outcome, str):
            self.problem.tell(event.outcome)
        else:
            self.dismiss(event.outcome)

    def action_leave(self) -> None:
        """Leave, after a warning if something would be lost."""
        if self._saving:
            return
        if self.correction is not None and not self._leaving:
            self._leaving = True
            self.problem.tell("Changes are not saved; once more leaves them.")
            return
        self.dismiss(None)
