"""What a newcomer is told, once."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import NARROW, running
from tui.browse.first_hint import HINT
from tui.session.session import begin_session


@pytest.mark.parametrize("key", ["slash", "enter", "question_mark", "f"])
async def test_it_goes_with_the_first_step_and_stays_away(
    archive: Engine, tmp_path: Path, key: str
) -> None:
    session = begin_session(archive, folder=tmp_path / "state")
    async with running(archive, None, size=NARROW, session=session) as desk:
        assert HINT in desk.screen_text
        await desk.press("j")
        assert HINT in desk.screen_text
        await desk.press(key, "escape")
        assert HINT not in desk.screen_text
        desk.app.keep()
    again = begin_session(archive, folder=tmp_path / "state")
    assert not again.first_run


async def test_nobody_is_told_where_nothing_is_kept(archive: Engine) -> None:
    async with running(archive, "") as desk:
        assert HINT not in desk.screen_text
