"""The help."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, running
from tui.dialogs.help import HelpScreen
from tui.dialogs.pick import PickScreen


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_help_opens_and_closes(archive: Engine, key: str) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press(key)
        assert isinstance(desk.app.screen, HelpScreen)
        await desk.press("escape")
        assert desk.table.has_focus


async def test_the_help_begins_with_what_holds_here(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("question_mark")
        lines = desk.paper("Paper").splitlines()
        assert lines.index("Claims table") < lines.index("Elsewhere") < lines.index("Article")
        await desk.press("escape", "enter", "question_mark")
        lines = desk.paper("HelpScreen Paper").splitlines()
        assert lines.index("Article") < lines.index("Elsewhere") < lines.index("Claims table")


async def test_what_moves_about_comes_last_of_what_holds_here(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("question_mark")
        assert "/                    Filter" in desk.screen_text
        lines = desk.paper("HelpScreen Paper").splitlines()
        assert lines.index("Main screen") < lines.index("Lists") < lines.index("Elsewhere")


async def test_dialogs_have_help_too(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("s", "question_mark")
        lines = desk.paper("HelpScreen Paper").splitlines()
        assert lines.index("Dialogs") < lines.index("Elsewhere")
        await desk.press("escape")
        assert isinstance(desk.app.screen, PickScreen)


async def test_what_a_key_does_stays_in_its_column(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("question_mark")
        lines = desk.screen_text.splitlines()
        begun = next(n for n, line in enumerate(lines) if "Show the claims that came in" in line)
        assert lines[begun + 1].index("visit") == lines[begun].index("Show the claims")
