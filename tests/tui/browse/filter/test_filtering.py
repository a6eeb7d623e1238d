"""A name in the one box: what is offered, and where enter leads."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.tui.driving import running


async def test_nothing_is_missing_while_names_are_offered(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"moroz")
        assert "No claim fits" not in desk.screen_text
        assert "speaker  Ilya Morozov  3" in desk.screen_text
        assert "text  “moroz”  0" in desk.screen_text


async def test_part_of_a_name_that_nobody_says_finds_who_is_offered_first(
    archive: Engine,
) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"moroz", "enter")
        assert desk.labels == 'speaker:"Ilya Morozov"'
        assert (desk.table.row_count, desk.table.has_focus) == (3, True)
        await desk.press("backspace")
        assert desk.browse.filter.line == ""


async def test_words_that_are_said_are_looked_for_whoever_is_called_so(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"transport", "escape", "slash", *" x", "escape")
        await desk.press("escape", "slash", *"storage", "enter")
        assert desk.browse.filter.line == "storage"
        assert desk.contents == ["that storage had run low twice"]


async def test_nothing_fits_is_told_once_the_box_is_left(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"moroz", "escape")
        assert "Did you mean claims by Ilya Morozov?" in desk.screen_text
