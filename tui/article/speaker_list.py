"""The speakers of an article with their letters: the legend of its marks, and a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from textual import on
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.core.speaker_letters import SpeakerLetters
from tui.keys import keymap
from tui.widgets.lines.cells import in_cells
from tui.widgets.lines.line_list import LineList
from tui.widgets.lines.paper import SPEAKER_COLOURS
from tui.widgets.lines.styling import lay_over

CHOSEN: Final = "✓"
EVERYONE: Final = "everyone"


class SpeakerList(LineList):
    """Everyone, then each speaker; one of them is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = keymap.SPEAKER_LIST
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "speaker-list--cursor",
        "speaker-list--cursor-blurred",
        "speaker-list--chosen",
        *(f"speaker-list--speaker-{n}" for n in range(SPEAKER_COLOURS)),
    }

    @dataclass
    class Chosen(Message):
        """Claims of one speaker are wanted only; of everyone if ``key`` is None."""

        key: str | None

    @dataclass
    class Left(Message):
        """The list is done with."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, classes="pane")
        self.letters = SpeakerLetters()
        self.chosen: str | None = None
        """The key of a speaker, empty for nobody named."""
        self._claims = 0

    @property
    def chosen_label(self) -> str | None:
        """What the one that is chosen is called; None if none is."""
        labels = {one.speaker.id: one.label for one in self.letters.speakers}
        return None if self.chosen is None else labels[self.chosen]

    def show(self, letters: SpeakerLetters, claims: int, chosen: str | None = None) -> None:
        """List the speakers of an article with so many claims; one may be chosen already."""
        keys = [one.speaker.id for one in letters.speakers]
        self.letters, self._claims = letters, claims
        self.chosen = chosen if chosen in keys else None
        self.set_rows(len(keys) + 1, self.cursor if chosen is not None else 0)

    def draw_row(self, index: int, width: int) -> Strip:
        one = self.letters.speakers[index - 1] if index else None
        chosen = self.chosen == (one.speaker.id if one else None)
        base = self.base_style
        if chosen:
            base = lay_over(self, base, "speaker-list--chosen")
        letter_style = base
        if one is not None and one.speaker.id:
            letter_style = lay_over(
                self, base, f"speaker-list--speaker-{(index - 1) % SPEAKER_COLOURS}"
            )
        if index == self.cursor:
            focus = "speaker-list--cursor" if self.has_focus else "speaker-list--cursor-blurred"
            base = lay_over(self, base, focus)
        count = f" {one.claims if one else self._claims:,} "
        name = in_cells(one.label if one else EVERYONE, max(1, width - 5 - len(count)))
        segments = [
            Segment(f"{CHOSEN if chosen else ' '} ", base),
            Segment(f" {one.letter if one else ' '}", letter_style),
            Segment(f" {name}{count}", base),
        ]
        return Strip(segments).adjust_cell_length(width, base)

    @on(LineList.Opened)
    def _double_clicked(self, event: LineList.Opened) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Choose the speaker under the cursor; once more: everyone."""
        key = self.letters.speakers[self.cursor - 1].speaker.id if self.cursor else None
        self.chosen = None if key == self.chosen else key
        self.redraw()
        self.post_message(self.Chosen(self.chosen))

    def action_leave(self) -> None:
        self.post_message(self.Left())
