"""Filters that were used before."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from tests.tui.driving import NARROW, running
from tui.browse.filter.recent import MOST, Recent
from tui.core import queries
from tui.session.session import begin_session


def test_each_is_kept_once_the_last_first_and_not_all_claims() -> None:
    recent = Recent()
    for line in ("type:direct", "outlet:post", "", "sort:speaker", "type:direct"):
        recent.add(queries.read_line(line))
    assert recent.lines == ("type:direct", "outlet:post")
    for number in range(2 * MOST):
        recent.add(queries.read_line(f"limit:9 word{number}"))
    assert len(recent.lines) == MOST


def test_what_is_offered_is_told_in_words_and_what_makes_no_sense_is_not() -> None:
    recent = Recent()
    recent.lines = ('speaker:"Anna Feld [e0123456789abcdef]"', "colour:red")
    (one,) = recent.offers()
    assert one.shown == "again  claims by Anna Feld"
    assert (one.text, one.whole) == (recent.lines[0], True)


async def test_the_last_filter_is_back_with_three_keys_also_in_the_next_run(
    archive: Engine, tmp_path: Path
) -> None:
    folder = tmp_path / "state"
    async with running(archive, None, NARROW, begin_session(archive, folder=folder)) as desk:
        await desk.press("slash", *"moroz", "enter", "escape", "slash", *"type:direct ", "enter")
        await desk.press("escape")
        assert desk.browse.filter.line == ""
        await desk.press("slash")
        told = [str(one.prompt) for one in desk.browse.filter.options.options]
        assert told[1] == "again  claims by Ilya Morozov"
        assert len(told) == 2
        await desk.press("down", "enter")
        assert desk.browse.filter.line.strip() == "type:direct"
        assert desk.table.has_focus
        await desk.press("escape")
        desk.app.exit()
        await desk.pilot.pause()
    async with running(archive, None, NARROW, begin_session(archive, folder=folder)) as desk:
        await desk.press("slash", "down", "down", "enter")
        assert desk.labels == 'speaker:"Ilya Morozov"'
        assert desk.table.row_count == 3


async def test_who_types_or_leaves_is_not_held_up(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"type:direct ", "enter", "escape", "slash", "enter")
        assert (desk.browse.filter.line, desk.table.has_focus) == ("", True)
        await desk.press("slash", "escape")
        assert (desk.browse.filter.line, desk.table.has_focus) == ("", True)
        await desk.press("slash", *"storage", "enter")
        assert desk.browse.filter.line == "storage"


async def test_a_click_takes_one(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("slash", *"type:direct ", "enter", "escape", "slash")
        await desk.pilot.click(desk.browse.filter.options, offset=(3, 0))
        await desk.at_rest()
        assert desk.browse.filter.line.strip() == "type:direct"
        assert desk.table.has_focus
