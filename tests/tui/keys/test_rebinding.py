"""Keys that the user has put on other bindings."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_keys_can_be_rebound_by_id(archive: Engine) -> None:
    async with running(archive) as desk:
        desk.app.set_keymap({"mark.toggle": "m"})
        await desk.press("m", "space")
        assert list(desk.selection) == [1]
        await desk.press("question_mark")
        lines = [line.split() for line in desk.paper("Paper").splitlines()]
        assert ["m", "Toggle", "the", "mark", "of", "the", "claim"] in lines


async def test_keys_bound_twice_are_told(archive: Engine) -> None:
    async with running(archive) as desk:
        desk.app.set_keymap({"mark.toggle": "comma"})
        await desk.pilot.pause()
        assert desk.toasts == ["“,” would mean mark.toggle and mark.speaker"]
