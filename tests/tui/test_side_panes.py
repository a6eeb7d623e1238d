"""Speakers, articles and cue classes beside the table, to filter by."""

from __future__ import annotations

import re

from sqlalchemy import Engine

from tests.tui.driving import NARROW, Desk, running
from tui.widgets.facet_list import CHOSEN
from tui.widgets.facet_pane import FacetPane


def listed(pane: FacetPane) -> list[tuple[str, int]]:
    narrowed = pane.list.narrowed
    values = narrowed.values
    return [(values.labels[place], values.counts[place]) for place in narrowed.places]


async def choose(desk: Desk, key: str, *keys: str) -> None:
    await desk.press(key)
    await desk.press(*keys, "enter")


async def test_both_are_listed_with_their_numbers_of_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        assert listed(desk.browse.side.speakers) == [
            ("Ilya Morozov", 3),
            ("Anna Feld", 2),
            ("Ministry of Transport", 1),
            ("officials", 1),
        ]
        assert listed(desk.browse.side.articles) == [
            ("2023-03-21 Pipeline talks stall over price", 5),
            ("2024-01-09 A border town waits for trains", 3),
        ]
        assert "4 speakers" in desk.screen_text


async def test_cue_classes_are_listed_the_most_frequent_first(archive: Engine) -> None:
    async with running(archive) as desk:
        assert listed(desk.browse.side.cue_classes) == [
            ("statement", 4),
            ("belief", 1),
            ("opinion", 1),
        ]
        assert "3 classes" in desk.screen_text


async def test_enter_filters_by_a_class_and_again_stops(archive: Engine) -> None:
    async with running(archive) as desk:
        await choose(desk, "L", "j")
        assert desk.browse.filter.line == "class:belief"
        assert desk.contents == ["that the yard would open in spring"]
        assert listed(desk.browse.side.speakers) == [("officials", 1)]
        assert len(listed(desk.browse.side.cue_classes)) == 3
        assert f"{CHOSEN} belief" in desk.screen_text
        await desk.press("j", "enter")
        assert desk.browse.filter.line == "class:belief class:opinion"
        assert desk.table.row_count == 2
        await desk.press("enter", "k", "enter")
        assert desk.browse.filter.line == ""


async def test_enter_filters_by_a_speaker_and_again_stops(archive: Engine) -> None:
    async with running(archive) as desk:
        await choose(desk, "S", "j")
        assert desk.browse.filter.line == 'speaker:"Anna Feld"'
        assert desk.table.row_count == 2
        assert f"{CHOSEN} Anna Feld" in desk.screen_text
        await desk.press("enter")
        assert desk.browse.filter.line == ""
        assert CHOSEN not in desk.screen_text


async def test_two_speakers_are_either_of_them(archive: Engine) -> None:
    async with running(archive) as desk:
        await choose(desk, "S")
        await desk.press("j", "enter")
        assert desk.browse.filter.line == 'speaker:"Ilya Morozov" speaker:"Anna Feld"'
        assert desk.table.row_count == 5


async def test_enter_filters_by_an_article(archive: Engine) -> None:
    async with running(archive) as desk:
        await choose(desk, "A", "j")
        assert desk.table.row_count == 3
        assert desk.browse.filter.line.startswith("article:a")
        assert listed(desk.browse.side.speakers) == [("Ilya Morozov", 1), ("officials", 1)]
        await desk.press("enter")
        assert desk.browse.filter.line == ""


async def test_the_numbers_follow_the_rest_of_the_filter(archive: Engine) -> None:
    async with running(archive, "type:direct") as desk:
        assert listed(desk.browse.side.speakers) == [("Ilya Morozov", 2), ("Anna Feld", 1)]


async def test_typing_narrows_a_pane(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("S", "slash")
        await desk.write("mini tra")
        assert listed(desk.browse.side.speakers) == [("Ministry of Transport", 1)]
        assert "1 of 4 speakers" in desk.screen_text
        await desk.press("enter", "enter")
        assert desk.table.row_count == 1
        await desk.press("slash", "escape")
        assert len(listed(desk.browse.side.speakers)) == 4
        assert desk.browse.side.speakers.list.has_focus


async def test_a_narrow_terminal_shows_the_panes_only_when_asked(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        assert "Articles ─" not in desk.screen_text
        await desk.press("S")
        assert re.search(r"Anna Feld +2 ", desk.screen_text)
        await desk.press("j", "enter", "S")
        assert not desk.browse.side.display
        assert desk.table.has_focus
        assert desk.table.row_count == 2


async def test_escape_goes_from_a_pane_to_the_claims(archive: Engine) -> None:
    async with running(archive, "type:direct") as desk:
        await desk.press("S", "escape")
        assert desk.table.has_focus
        assert desk.browse.filter.line == "type:direct"


async def test_a_double_click_chooses(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.pilot.click(desk.browse.side.speakers.list, offset=(4, 1), times=2)
        await desk.at_rest()
        assert desk.browse.filter.line == 'speaker:"Anna Feld"'


async def test_left_and_right_go_from_pane_to_pane(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("left")
        assert desk.browse.side.speakers.list.has_focus
        await desk.press("l", "right")
        assert desk.browse.results.detail.text.has_focus
        await desk.press("h")
        assert desk.table.has_focus
