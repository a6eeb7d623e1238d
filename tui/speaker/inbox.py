"""The source inbox: what is doubtful about who speaks, one question after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from claims.identity.verdict import Verdict
from db.claims.article_page import ArticlePage
from db.claims.model import NOBODY, ClaimRow
from db.claims.view import open_view
from db.identity import decisions
from db.identity.acts import Done
from db.identity.undo import undo as undo_act
from db.query.model import ClaimQuery
from db.query.vocabulary import Named
from db.review.actions import Reviewed, undo
from db.speakers.inbox import Question, answer, keep, list_questions
from tui.core.article_blocks import claim_blocks
from tui.core.background import do_in_background, in_background
from tui.core.copying import copy_command
from tui.core.navigation import ShowArticle, ShowSpeaker, go
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.review.actions import ClaimsChanged
from tui.review.correction_form import BETWEEN, names_in
from tui.session.user_name import user_name
from tui.speaker.inbox_rows import answers_of, lines_of, question_line
from tui.speaker.list import AnswerList, PaneList, QuestionList
from tui.speaker.rows import Answer
from tui.text import words
from tui.widgets.key_footer import KeyFooter
from tui.widgets.name_suggester import NameSuggester

CLAIMS_OF_A_SIDE: Final = 3
"""How many claims of each of two names are told."""
ROOM_FOR_PARAGRAPH: Final = 36
"""Lines of a screen from which a question is told with the paragraph of its first claim."""


OF_TWO_NAMES: Final = {
    "inbox.who": "Answers",
    "inbox.keep": "Same",
    "inbox.nobody": "Not",
    "inbox.read": "Speaker",
}
"""What keys do where two names may be one."""


class InboxScreen(Screen[bool]):
    """Questions with what they are about; gives back whether any was answered.

    Args:
        pages: Where articles are read from.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.INBOX
    AUTO_FOCUS = "#questions"

    def __init__(self, pages: ArticlePages) -> None:
        super().__init__()
        self._pages = pages
        self._engine = pages.engine
        self._questions: Sequence[Question] = ()
        self._changed = False
        self._undoing: list[tuple[Reviewed | Done, str]] = []

    def compose(self) -> ComposeResult:
        yield Static(Content("Source inbox"), id="headline")
        with Container(id="speaker"):
            yield QuestionList("Doubtful", id="questions")
            yield AnswerList("The question", id="question")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._read()

    @property
    def expects_soon(self) -> bool:
        return under_way(self, {"inbox", "decision"})

    @property
    def questions(self) -> Sequence[Question]:
        """What is asked."""
        return self._questions

    @property
    def question(self) -> Question | None:
        """The one under the cursor."""
        at = self.query_one("#questions", OptionList).highlighted
        return self._questions[at] if at is not None and at < len(self._questions) else None

    @property
    def key_words(self) -> Mapping[str, str]:
        """What keys do to the question under the cursor, where that is not the usual."""
        one = self.question
        return OF_TWO_NAMES if one is not None and one.suggestion is not None else {}

    def _read(self) -> None:
        in_background(self, "inbox", partial(list_questions, self._engine), self._show)

    def claims_reviewed(self, changed: ClaimsChanged) -> None:
        """Ask what is still to be asked after others, or another screen, reviewed claims."""
        if changed.by is not None or self.app.screen is not self:
            show = partial(self._show, at=self.question)
            in_background(self, "inbox", partial(list_questions, self._engine), show)

    def _show(self, found: list[Question], at: Question | None = None) -> None:
        self._questions = found
        title = f"Source inbox · {words.counted(len(found), 'question')}"
        if not found:
            title = "Source inbox · nothing is doubtful about who speaks"
        self.query_one("#headline", Static).update(Content(title))
        listed = self.query_one("#questions", PaneList)
        listed.fill(map(question_line, found))
        if at is not None:
            same = (n for n, one in enumerate(found) if _asks(one) == _asks(at))
            listed.highlighted = next(same, listed.highlighted)
        self._tell()

    @on(OptionList.OptionHighlighted, "#questions")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._tell()

    def on_resize(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """Tell all of the question under the cursor, with its paragraph where there is room."""
        one = self.question
        self._show_question(one)
        self.refresh_bindings()
        if one is not None and one.claims and self.size.height >= ROOM_FOR_PARAGRAPH:
            read = partial(self._pages.read, one.article_id, one.claims[0])
            in_background(self, "paragraph", read, partial(self._show_paragraph, one))
        elif one is not None and one.sides:
            in_background(
                self, "paragraph", partial(self._said, one), partial(self._show_said, one)
            )

    def _said(self, one: Question) -> list[ClaimRow]:
        """The first claims of both speakers of a pair."""
        queries = (ClaimQuery(speakers=(side.asked,), limit=CLAIMS_OF_A_SIDE) for side in one.sides)
        views = (open_view(self._engine, query) for query in queries)
        return [row for view in views for row in view.rows(0, CLAIMS_OF_A_SIDE)]

    def _show_said(self, one: Question, rows: list[ClaimRow]) -> None:
        if self.question == one:
            self._show_question(one, said=rows)

    def _show_paragraph(self, one: Question, page: ArticlePage) -> None:
        claim = next((each for each in page.claims if each.row.id == one.claims[0]), None)
        if claim is not None and self.question == one:
            _, paragraphs, _ = claim_blocks(page, claim)
            self._show_question(one, " ".join(block.text for block in paragraphs))

    def _show_question(
        self, one: Question | None, around: str = "", said: Iterable[ClaimRow] = ()
    ) -> None:
        brief = self.size.height < ROOM_FOR_PARAGRAPH
        listed = self.query_one("#question", PaneList)
        listed.border_subtitle = answers_of(one) if one and brief else ""
        listed.fill(lines_of(one, around, said, brief=brief) if one else ())

    @on(OptionList.OptionSelected, "#questions")
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_name()

    @on(OptionList.OptionSelected, "#question")
    async def _answered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        thing = self.query_one("#question", PaneList).thing
        if isinstance(thing, Answer):
            await self.run_action(thing.action)

    # Answering

    def _decide(self, act: Callable[[], Reviewed | Done], line: str) -> None:
        def done(step: Reviewed | Done) -> None:
            if isinstance(step, Reviewed) and step.step is None:
                self._show_done(step, "Nothing had to change")
                return
            self._undoing.append((step, line))
            self._show_done(step, f"{line} – u undoes it")

        do_in_background(self, "decision", act, done)

    def _take_back(self, step: Reviewed | Done) -> Reviewed | Done:
        """Undo this step, whatever else was done since."""
        if isinstance(step, Done):
            return undo_act(self._engine, step.number, user_name())
        return undo(self._engine, user_name(), step=step.step)

    def _show_done(self, step: Reviewed | Done, line: str) -> None:
        self._changed = True
        if isinstance(step, Reviewed):
            self.post_message(ClaimsChanged(step, [], line))
        else:
            self.notify(line, markup=False)
        self._read()

    def _answer(self, one: Question, names: Sequence[str]) -> None:
        line = f"{words.counted(len(one.claims), 'claim')}: {', '.join(names) or NOBODY}"
        self._decide(partial(answer, self._engine, one, names, user_name()), line)

    def _judge(self, one: Question, verdict: Verdict) -> None:
        assert one.suggestion is not None, "it is a suggestion"
        decide = partial(decisions.decide, self._engine, one.suggestion, verdict, user_name())
        self._decide(decide, f"{one.name}: {verdict}")

    def action_candidate(self, number: int) -> None:
        """Have one of those who speak in the article say it."""
        one = self.question
        if one is not None and number <= len(one.candidates):
            self._answer(one, [one.candidates[number - 1]])

    def action_name(self) -> None:
        """Ask who it is, or who they are; of two names, go to the answers."""
        one = self.question
        if one is None:
            return
        if one.suggestion is not None:
            self.query_one("#question", PaneList).focus()
            return

        def named(line: str | None) -> None:
            if names := names_in(line or ""):
                self._answer(one, names)

        claims = words.counted(len(one.claims), "claim")
        hint = f"Whose {claims}? Full names, {BETWEEN} between them; → or a click completes one"
        suggester = NameSuggester(self._engine, Named.SPEAKER, BETWEEN)
        ask = AskScreen(f"“{one.name}” is …", hint, suggester=suggester, does="Answer")
        self.app.push_screen(ask, named)

    def action_accept(self) -> None:
        """Leave the speaker as it is; two names are one."""
        one = self.question
        if one is None:
            return
        if one.suggestion is not None:
            self._judge(one, Verdict.SAME)
        else:
            self._decide(partial(keep, self._engine, one, user_name()), f"Kept “{one.name}”")

    def action_refuse(self) -> None:
        """Nobody is named; two names are two."""
        one = self.question
        if one is not None and one.suggestion is not None:
            self._judge(one, Verdict.DIFFERENT)
        elif one is not None:
            self._answer(one, [])

    def action_undo(self) -> None:
        """Undo the last answer that was given here."""
        if not self._undoing:
            self.notify("Nothing was answered here yet.")
            return
        step, line = self._undoing.pop()

        def undone(back: Reviewed | Done) -> None:
            self._show_done(back, f"Undone: {line}")

        do_in_background(self, "decision", partial(self._take_back, step), undone)

    def action_read(self) -> None:
        """Read the article; of two names, all that is known of the first."""
        one = self.question
        if one is not None and one.claims:
            go(self.app, self._pages, ShowArticle(one.article_id, one.claims[0]))
        elif one is not None and one.sides:
            go(self.app, self._pages, ShowSpeaker(one.sides[0].id), self._decided)

    def _decided(self, changed: bool | None) -> None:
        if changed:
            self._changed = True
            self._read()

    def action_copy_command(self) -> None:
        copy_command(self, self._engine, ["speakers", "inbox"])

    def action_leave(self) -> None:
        self.dismiss(self._changed)


def _asks(one: Question) -> tuple[object, ...]:
    """What a question asks, be it of fewer claims by now."""
    return one.doubt, one.article_id, one.name, one.suggestion
