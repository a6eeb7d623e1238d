"""A pane of one facet: its heading, its list, and the line to narrow it."""

from __future__ import annotations

import re

from sqlalchemy import Engine
from textual.app import App, ComposeResult

from db.analysis.facets.facets import Facet, FacetCounts, FacetValue
from tests.tui.browse.facets.test_side_panes import choose, listed
from tests.tui.driving import NARROW, WIDE, running
from tui.browse.facets.facet_list import CHOSEN
from tui.browse.facets.facet_pane import FacetPane


async def test_typing_narrows_a_pane(archive: Engine) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await desk.press("S", "slash")
        await desk.write("mini tra")
        assert listed(desk, Facet.SPEAKER) == [("Ministry of Transport", 1)]
        assert "Speakers 1 found" in desk.screen_text
        await desk.press("enter")
        assert desk.table.row_count == 1
        await desk.press("slash", "escape")
        assert len(listed(desk, Facet.SPEAKER)) == 4
        assert desk.browse.side.pane(Facet.SPEAKER).list.has_focus


async def test_enter_takes_the_first_that_is_found_however_fast_it_is_typed(
    archive: Engine,
) -> None:
    async with running(archive, "", size=WIDE) as desk:
        await desk.press("S")
        await desk.press_at_once("slash", *"moro", "enter")
        assert desk.labels == 'speaker:"Ilya Morozov"'
        await desk.press("slash", "ctrl+u", *"ministry", "enter")
        assert desk.labels == 'speaker:"Ilya Morozov" speaker:"Ministry of Transport"'
        await desk.press("slash", "ctrl+u", *"nobody at all", "enter")
        assert desk.labels == 'speaker:"Ilya Morozov" speaker:"Ministry of Transport"'
        assert desk.browse.side.pane(Facet.SPEAKER).list.has_focus


async def test_a_closed_one_tells_no_number_of_another_filter(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("S", "escape")
        await choose(desk, "U", "j")
        assert "Outlets ✓1 · 2" in desk.screen_text
        assert not re.search(r"Speakers [^─]*\d", desk.screen_text)
        await desk.press("S")
        assert re.search(r"Speakers [12]\b", desk.screen_text)


class Filtering(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield FacetPane(Facet.SPEAKER, "Speakers")

    def on_facet_pane_chosen(self, event: FacetPane.Chosen) -> None:
        self.chosen.append(event.key)


async def test_the_heading_tells_how_many_are_listed_and_chosen_and_enter_chooses() -> None:
    app = Filtering()
    async with app.run_test() as pilot:
        pane = app.query_one(FacetPane)
        values = (FacetValue("ann", "Ann", 3), FacetValue("bo", "Bo", 1))
        pane.counting()
        assert str(pane.border_title) == "Speakers counting…"
        pane.fill(FacetCounts(values, 1_200), [])
        assert str(pane.border_title) == "Speakers first 2 of 1,200"
        pane.choose(["bo", "cy"])
        assert [value.claims for value in pane.list.chosen] == [1, 0]
        assert str(pane.border_title) == f"Speakers {CHOSEN}2 · first 2 of 1,200"
        pane.list.focus()
        await pilot.press("enter")
        assert app.chosen == ["bo"]
        pane.failed()
        assert str(pane.border_title) == "Speakers not counted"
