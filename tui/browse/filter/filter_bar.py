"""The filter line: typing filters, tab completes, one line below says what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from tui.browse.filter.completion import TEXT, Completion, Vocabulary, complete
from tui.browse.filter.recent import Recent
from tui.keys import keymap
from tui.text.safe_text import safe_line
from tui.textual_private import draw_by, ring_once
from tui.widgets.lines.line_cache import KeptLines
from tui.widgets.safe_input import SafeInput

DEBOUNCE_SECONDS: Final = 0.2


class FilterInput(SafeInput):
    """The line itself."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.FILTER

    @property
    def bar(self) -> FilterBar:
        assert isinstance(self.parent, FilterBar)
        return self.parent

    def action_complete(self) -> None:
        self.bar.complete()

    def action_suggestion(self, step: int) -> None:
        self.bar.move_suggestion(step)

    def action_leave(self) -> None:
        self.bar.leave()


class FilterBar(Vertical):
    """The filter line with its completions."""

    @dataclass
    class Changed(Message):
        """The line reads differently, and nothing was typed for a moment."""

        line: str

    @dataclass
    class Entered(Message):
        """Something is about to be typed."""

    @dataclass
    class Left(Message):
        """Back to the claims."""

    def __init__(self, line: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        draw_by(self, KeptLines())
        self.known = Vocabulary()
        self.recent = Recent()
        self.input = FilterInput(
            placeholder='a name or words, speaker:gabuev type:direct since:2023 "gas pipeline"',
            compact=True,
            select_on_focus=False,
        )
        self.options = OptionList(compact=True, markup=False)
        self.options.can_focus = False
        self.options.display = False
        self._completions: list[Completion] = []
        self._chosen = False
        self._timer: Timer | None = None
        self._last = line
        self._meant: str | None = None

    def compose(self) -> ComposeResult:
        yield self.input

    def on_mount(self) -> None:
        # Not earlier: while the app has no screen an Input cannot move its cursor.
        self.set_line(self._last)

    @property
    def line(self) -> str:
        return self.input.value

    def set_line(self, line: str) -> None:
        """Write a line that is already filtered by."""
        self._last = line
        self._meant = None
        with self.input.prevent(Input.Changed):
            self.input.value = line
            self.input.cursor_position = len(line)
        self._offer([])

    def focus_line(self) -> None:
        """Go to the end of the line, where the next word can be typed."""
        self.input.focus()
        if self.line and self.line == self._last and self.line.count('"') % 2 == 0:
            self.set_line(f"{self.line.rstrip()} ")
        self.input.cursor_position = len(self.input.value)
        if not self.line:
            self.call_after_refresh(self._offer_recent)

    def _offer_recent(self) -> None:
        if self.input.has_focus and not self.line:
            self._offer(self.recent.offers())

    @property
    def offers(self) -> bool:
        """Whether something that is called by the words at hand is offered."""
        return self.options.display and any(one.named for one in self._completions)

    def take_meant(self) -> str | None:
        """The line with the name in it that was offered first when its words were entered, once."""
        meant, self._meant = self._meant, None
        return meant

    def tell_found(self, line: str, claims: int) -> None:
        """Say beside the offers how many claims say the words of a line themselves."""
        if self._completions and line == self.line and self._completions[-1].shown.startswith(TEXT):
            last = len(self._completions) - 1
            hint = f"{self._completions[-1].shown}  {claims:,}"
            self.options.replace_option_prompt_at_index(last, Content(safe_line(hint)))

    # Typing

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._chosen = False
        self._meant = None
        self._offer(complete(event.value, self.input.cursor_position, self.known))
        if self._timer is not None:
            self._timer.stop()
        self._timer = ring_once(self, DEBOUNCE_SECONDS, self._tell)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self._chosen and self._completions:
            self._take()
            return
        if self._completions and self._completions[0].sure:
            self.options.highlighted = 0
            self.complete()
        elif self._completions and self._completions[0].named:
            self._meant = self._with(self._completions[0])[0]
        self.leave()

    def _tell(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if self.line != self._last:
            self._last = self.line
            self.post_message(self.Changed(self.line))

    def leave(self) -> None:
        """Close the completions, or if there are none go back to the claims."""
        if self._completions and self._chosen:
            self._offer([])
            return
        self._offer([])
        self._tell()
        self.post_message(self.Left())

    # Completions

    def _offer(self, completions: list[Completion]) -> None:
        self._completions = completions
        if not self.options.is_attached:
            if not completions:
                return
            # Not before: an app that begins need not wait for it.
            self.mount(self.options)
        self.options.clear_options()
        self.options.add_options([Option(Content(safe_line(c.shown))) for c in completions])
        self.options.display = bool(completions) and self.input.has_focus
        if completions:
            self.options.highlighted = 0
            start = completions[0].start
            left = self.input.cursor_screen_offset.x - (self.input.cursor_position - start)
            self.options.absolute_offset = self.options.absolute_offset
            self.options.styles.offset = (max(0, left - 1), 0)

    def move_suggestion(self, step: int) -> None:
        """Highlight another completion; without any, down goes to the claims."""
        if not self._completions:
            if step > 0:
                self.leave()
            return
        at = self.options.highlighted or 0
        if self._chosen or step < 0:
            at = (at + step) % len(self._completions)
        self._chosen = True
        self.options.highlighted = at

    def complete(self) -> None:
        """Write the highlighted completion into the line; without any, go on to the claims."""
        if not self._completions:
            self.leave()
            return
        chosen = self._completions[self.options.highlighted or 0]
        self.input.value, self.input.cursor_position = self._with(chosen)

    def _take(self) -> None:
        """Complete, and go on to the claims where nothing is left to write."""
        whole = self._completions[self.options.highlighted or 0].whole
        self.complete()
        if whole:
            self._offer([])
            self.leave()

    def _with(self, chosen: Completion) -> tuple[str, int]:
        """The line with a completion written into it, and where the cursor is then."""
        line, cursor = self.input.value, self.input.cursor_position
        rest = line[cursor:].lstrip() if chosen.text.endswith(" ") else line[cursor:]
        before = line[: chosen.start] + chosen.text
        return before + rest, len(before)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.options.highlighted = event.option_index
        self.input.focus()
        self._take()

    def on_descendant_focus(self) -> None:
        self.post_message(self.Entered())

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        if not self.input.has_focus:
            self.options.display = False
