"""One speaker: affiliations through time, names, suggestions; who is who is decided on here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from claims.claim import SpeakerKind
from claims.identity.verdict import Verdict
from db.claims.affiliation_period import Observation
from db.identity import decisions
from db.identity.acts import ActRow, Done
from db.identity.undo import undo
from db.query.vocabulary import Named
from db.speakers.page import speaker_page
from db.speakers.page_parts import MemberName, SpeakerPage
from db.speakers.suggestions import Suggestion
from tui.core.background import do_in_background, in_background
from tui.core.copying import copy_command
from tui.core.navigation import ShowArticle, ShowSpeaker, go
from tui.core.page_cache import ArticlePages
from tui.dialogs.ask import AskScreen
from tui.dialogs.pick import PickScreen
from tui.keys import keymap
from tui.keys.in_order import under_way
from tui.session.user_name import user_name
from tui.speaker.list import PaneList
from tui.speaker.rows import Thing, affiliation_lines, identity_lines
from tui.text.affiliations import appearing
from tui.text.safe_text import safe_line
from tui.widgets.key_footer import KeyFooter
from tui.widgets.name_suggester import NameSuggester


class SpeakerScreen(Screen[bool]):
    """A speaker by public id or name; gives back whether anything was decided.

    Args:
        pages: To read articles from.
        name: Public id or name of the speaker.
    """

    BINDINGS: ClassVar[list[BindingType]] = keymap.SPEAKER
    AUTO_FOCUS = "#affiliations"

    def __init__(self, pages: ArticlePages, name: str) -> None:
        super().__init__()
        self._engine = pages.engine
        self._pages = pages
        self._speaker = name
        self._page: SpeakerPage | None = None
        self._changed = False

    def compose(self) -> ComposeResult:
        yield Static(Content(""), id="headline")
        yield Static(Content("Reading…"), id="byline")
        with Container(id="speaker"):
            yield PaneList("Affiliations", id="affiliations")
            yield PaneList("Who it is", id="identity")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._read()

    @property
    def page(self) -> SpeakerPage | None:
        """What is shown, once it is read."""
        return self._page

    @property
    def expects_soon(self) -> bool:
        return under_way(self, {"speaker", "decision"})

    def _read(self) -> None:
        read = partial(speaker_page, self._engine, self._speaker)
        in_background(self, "speaker", read, self._show)

    def _show(self, page: SpeakerPage) -> None:
        if self._page is None:
            # Whoever is merged with others is to be found again when that is undone.
            self._speaker = page.speaker.id
        self._page = page
        self.query_one("#headline", Static).update(Content(safe_line(page.speaker.label)))
        parts = [page.kind, appearing(page), page.speaker.id]
        self.query_one("#byline", Static).update(Content(safe_line(" · ".join(parts))))
        self.query_one("#affiliations", PaneList).fill(affiliation_lines(page))
        self.query_one("#identity", PaneList).fill(identity_lines(page))

    def _decide(self, act: Callable[[], Done], how: str = "{} – u undoes it") -> None:
        do_in_background(self, "decision", act, partial(self._was_done, how))

    def _was_done(self, how: str, done: Done) -> None:
        self._changed = True
        self.notify(how.format(done.what), markup=False)
        self._read()

    @property
    def _thing(self) -> Thing | None:
        return next((each.thing for each in self.query(PaneList) if each.has_focus), None)

    @on(OptionList.OptionSelected)
    def _opened(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Read the article under the cursor; accept a suggestion is ``a``, which asks nothing."""
        thing = self._thing
        if isinstance(thing, Observation):
            go(self.app, self._pages, ShowArticle(thing.article_id))
        elif isinstance(thing, Suggestion):
            assert self._page is not None, "it lists the suggestion"
            other, _ = thing.other(self._page.speaker)
            go(self.app, self._pages, ShowSpeaker(other.id), self._returned)

    def _returned(self, changed: bool | None) -> None:
        if changed:
            self._changed = True
            self._read()

    def action_decide(self, verdict: str) -> None:
        """Decide on the pair of the suggestion under the cursor."""
        thing = self._thing
        if not isinstance(thing, Suggestion):
            self.notify("Stand on a suggestion (May be the same) to decide on it.")
            return
        number, by = thing.number, user_name()
        self._decide(lambda: decisions.decide(self._engine, number, Verdict(verdict), by))

    def action_merge(self) -> None:
        def merge(other: str | None) -> None:
            if other and other.strip():
                name, by = self._speaker, user_name()
                self._decide(lambda: decisions.merge(self._engine, name, [other], by))

        hint = "Name of the other speaker, or words of it; → or a click completes"
        title = f"Merge “{self._shown}” with…"
        kind = None if self._page is None else SpeakerKind(self._page.kind)
        suggester = NameSuggester(self._engine, Named.SPEAKER, "\n", kind)
        self.app.push_screen(AskScreen(title, hint, suggester=suggester, does="Merge"), merge)

    def action_split(self) -> None:
        """Split the name, or the article, under the cursor off."""
        thing, name, by = self._thing, self._speaker, user_name()
        if isinstance(thing, MemberName):
            member = thing.ref.id
            self._decide(lambda: decisions.split(self._engine, name, member, by))
        elif isinstance(thing, Observation):
            article_id = thing.article_id
            title = f"In this article {self._shown} is somebody else?"

            def split(answer: str | None) -> None:
                if answer == "yes":
                    self._decide(
                        lambda: decisions.split_articles(self._engine, name, [article_id], by)
                    )

            answers = [("yes", "yes, another one of that name"), ("no", "no")]
            self.app.push_screen(PickScreen(title, answers), split)
        else:
            self.notify("Stand on a name or an article to split it off.")

    def action_rename(self) -> None:
        def rename(new: str | None) -> None:
            if new and new.strip():
                name, by = self._speaker, user_name()
                self._decide(lambda: decisions.rename(self._engine, name, new, by))

        hint = "What to call this speaker; the old names still find it"
        self.app.push_screen(AskScreen("Rename", hint, self._shown, does="Rename"), rename)

    def action_alias(self) -> None:
        def alias(other: str | None) -> None:
            if other and other.strip():
                name, by = self._speaker, user_name()
                self._decide(lambda: decisions.alias(self._engine, name, other, by))

        hint = "One more name; articles that use it are linked to this speaker"
        self.app.push_screen(AskScreen(f"Alias of {self._shown}", hint, does="Add"), alias)

    def action_undo(self) -> None:
        """Undo the act under the cursor, else your last one that bears on this speaker."""
        thing, by = self._thing, user_name()
        acts = [act for act in (self._page.acts if self._page else ()) if not act.undone]
        own = [thing] if isinstance(thing, ActRow) else [act for act in acts if act.author == by]
        if not own:
            others = "; u on what others judged, in the list, undoes that" if acts else ""
            self.notify(f"You judged nothing about this speaker{others}.")
            return
        number = own[0].number
        self._decide(lambda: undo(self._engine, number, by), "undone: {}")

    def action_copy_command(self) -> None:
        copy_command(self, self._engine, ["speakers", "show", self._speaker])

    def action_pane(self, step: int) -> None:
        panes = list(self.query(PaneList))
        here = next((n for n, pane in enumerate(panes) if pane.has_focus), 0)
        panes[(here + step) % len(panes)].focus()

    def action_leave(self) -> None:
        self.dismiss(self._changed)

    @property
    def _shown(self) -> str:
        return self._page.speaker.label if self._page else self._speaker
