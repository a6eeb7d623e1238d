"""What a screen of claims does to show who speaks one: picks among several, opens the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on, work
from textual.message import Message

from db.connection.engine import ArchiveError
from db.speakers.page import speakers_of_claim
from tui.compare.launch import ComparingScreen
from tui.dialogs.pick import PickScreen
from tui.speaker.screen import SpeakerScreen


class SpeakingScreen(ComparingScreen):
    """A screen over an archive that can show a speaker."""

    @dataclass
    class _Speakers(Message):
        """Public ids and names of the speakers of a claim."""

        found: list[tuple[str, str]]

    @property
    def known_speakers(self) -> Sequence[str]:
        """Names to complete with."""
        return ()

    def action_reload(self) -> None:
        """Read everything anew, as names may have changed."""
        raise NotImplementedError

    @work(thread=True, group="speaker", exclusive=True)
    def show_speaker_of(self, claim: int) -> None:
        """Show the speaker of a claim, chosen if there are several."""
        try:
            found = speakers_of_claim(self._engine, claim)
        except ArchiveError as error:
            self.post_message(self.Failed(str(error)))
        else:
            self.post_message(self._Speakers(found))

    @on(_Speakers)
    def _choose(self, event: _Speakers) -> None:
        event.stop()
        if not event.found:
            self.notify("Nobody is named as the speaker of this claim.")
        elif len(event.found) == 1:
            self.show_speaker(event.found[0][0])
        else:
            self.app.push_screen(PickScreen("Which speaker?", event.found), self.show_speaker)

    def show_speaker(self, name: str | None) -> None:
        """Show a speaker by public id or name; names may have changed afterwards."""

        def left(changed: bool | None) -> None:
            if changed:
                self.action_reload()

        if name is not None:
            screen = SpeakerScreen(self._engine, self._pages, name, self.known_speakers)
            self.app.push_screen(screen, left)
