"""The speaker screen and its rows."""

from __future__ import annotations

from datetime import date

from claims.claim import ClaimType
from tests.tui.archives import MadeArticle, MadeClaim
from tests.tui.driving import Desk
from tui.speaker.screen import SpeakerScreen

RAILS = MadeArticle(
    name="rails",
    outlet="Harbour Post",
    published=date(2024, 6, 2),
    paragraphs=(
        "Rails are late again",
        "The rails are late, Morozov said. The [bold]bill[/bold] is later, I. Morozov wrote.",
    ),
    claims=(
        MadeClaim("The rails are late", "said", "Morozov", "Morozov", ClaimType.INDIRECT),
        MadeClaim("The [bold]bill[/bold] is later", "wrote", "I. Morozov", "I. Morozov"),
    ),
)


def screen_of(desk: Desk) -> SpeakerScreen:
    screen = desk.app.screen
    assert isinstance(screen, SpeakerScreen)
    return screen
