"""Problems in a dialog."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, running
from tui.dialogs.problem import ProblemScreen
from tui.session.config_check import checked_config
from tui.session.session import Session


async def test_the_app_tells_what_is_wrong_with_it(archive: Engine, file: Path) -> None:
    file.write_text('[keys]\nmark.togle = "m"\nmark.toggle = "comma"')
    settings, wrong = checked_config(file)
    async with running(archive, session=Session(settings, wrong)) as desk:
        assert isinstance(desk.app.screen, ProblemScreen)
        assert "no binding has this id; did you mean mark.toggle?" in desk.screen_text
        assert "“,” would mean mark.toggle and mark.speaker" in desk.screen_text
        await desk.press("escape")
        assert desk.table.has_focus
        assert desk.toasts == []


LONG = "the server cannot be reached: " + "connection refused by a host far away, " * 8

LINES = "first line\nsecond [/red] line"


@pytest.mark.parametrize("text", [LONG, LINES], ids=["long", "lines"])
async def test_what_is_longer_comes_in_a_dialog(archive: Engine, text: str) -> None:
    async with running(archive) as desk:
        desk.browse.notify(text, severity="error", markup=False)
        await desk.until(lambda: isinstance(desk.app.screen, ProblemScreen))
        assert isinstance(desk.app.screen, ProblemScreen)
        assert desk.app.screen.text == text
        assert text.split()[0] in desk.screen_text
        await desk.press("escape")
        assert desk.table.has_focus


async def test_it_can_be_copied(archive: Engine) -> None:
    async with running(archive) as desk:
        desk.app.notify(LINES, markup=False)
        await desk.until(lambda: isinstance(desk.app.screen, ProblemScreen))
        await desk.press("c")
        assert desk.app.clipboard == LINES


async def test_further_ones_join_it(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        for text in (LONG, LINES, LONG):
            desk.app.notify(text, severity="error", markup=False)
        await desk.until(lambda: isinstance(desk.app.screen, ProblemScreen))
        await desk.at_rest()
        assert isinstance(desk.app.screen, ProblemScreen)
        assert desk.app.screen.text == f"{LONG}\n\n{LINES}"
        assert len(desk.app.screen_stack) == 2
        await desk.press("G")
        assert "second [/red] line" in desk.screen_text
