"""Escape stops whatever the database is asked for."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import Any, NoReturn

import pytest
from sqlalchemy import Engine

from db.connection.cancel import Cancel, Cancelled
from tests.tui.driving import WIDE, Desk, running
from tui.browse.facets import side_panes
from tui.compare import columns as comparing
from tui.compare import comparisons as comparing_screen
from tui.compare import matrix
from tui.compare.matrix import MatrixScreen
from tui.compare.screen import CompareScreen


class Slow:
    """A query that ends only by being stopped."""

    def __init__(self) -> None:
        self.stopped = Event()

    def __call__(self, *args: object, **named: object) -> NoReturn:
        cancel = next(one for one in [*args, *named.values()] if isinstance(one, Cancel))
        while not cancel.cancelled:
            self.stopped.wait(0.01)
        self.stopped.set()
        raise Cancelled


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, str], Slow]:
    """Makes a query slow, by the module that asks it and its name there."""

    def make(module: Any, name: str) -> Slow:
        slow = Slow()
        monkeypatch.setattr(module, name, slow)
        return slow

    return make


async def stops(desk: Desk, slow: Slow) -> None:
    await desk.pilot.press("escape")
    await desk.until(slow.stopped.is_set)


async def test_counting_of_facets(
    archive: Engine, slowly: Callable[[Any, str], Slow], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(archive, "type:direct", size=WIDE) as desk:
        slow = slowly(side_panes, "facet_counts")
        await desk.pilot.press("slash", "end", *" mixed")
        await desk.until(lambda: "Speakers counting" in desk.screen_text)
        await desk.pilot.press("enter")
        before = desk.browse.filter.line
        await stops(desk, slow)
        await desk.until(lambda: "Speakers not counted" in desk.screen_text)
        assert "counting" not in desk.screen_text
        assert desk.browse.filter.line == before
        monkeypatch.undo()
        await desk.press("f")
        assert "not counted" not in desk.screen_text
        await desk.press("escape", "escape")
        assert desk.browse.filter.line == ""


@pytest.mark.parametrize("by", ["enter", "down enter"])
async def test_a_comparison(archive: Engine, slowly: Callable[[Any, str], Slow], by: str) -> None:
    async with running(archive) as desk:
        slow = slowly(comparing, "compare_claims")
        await desk.pilot.press("C", *by.split())
        await desk.until(lambda: "reading what to compare… esc cancels" in desk.screen_text)
        await stops(desk, slow)
        await desk.at_rest()
        assert "8 claims" in desk.screen_text
        assert desk.app.screen is desk.browse


async def test_an_alignment(archive: Engine, slowly: Callable[[Any, str], Slow]) -> None:
    async with running(archive) as desk:
        slow = slowly(comparing_screen, "list_articles")
        await desk.pilot.press("C", "down", "down", "enter")
        await desk.until(lambda: desk.browse.comparisons.reading)
        await stops(desk, slow)
        await desk.at_rest()
        assert desk.app.screen is desk.browse


async def test_another_comparison_stops_the_one_before(
    archive: Engine, slowly: Callable[[Any, str], Slow], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(archive) as desk:
        slow = slowly(comparing, "compare_claims")
        await desk.pilot.press("C", "enter")
        await desk.until(lambda: desk.browse.comparisons.reading)
        monkeypatch.undo()
        await desk.pilot.press("C", "enter")
        await desk.at_rest()
        assert slow.stopped.is_set()
        assert isinstance(desk.app.screen, CompareScreen)


async def test_counting_of_a_matrix(archive: Engine, slowly: Callable[[Any, str], Slow]) -> None:
    async with running(archive) as desk:
        slow = slowly(matrix, "count_matrix")
        await desk.pilot.press("m")
        await desk.until(lambda: "counting… esc leaves" in desk.screen_text)
        await stops(desk, slow)
        assert desk.app.screen is desk.browse


async def test_counting_of_another_matrix(
    archive: Engine, slowly: Callable[[Any, str], Slow], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(archive) as desk:
        await desk.press("m")
        slow = slowly(matrix, "count_matrix")
        await desk.pilot.press("m")
        await desk.until(lambda: "counting… esc cancels" in desk.screen_text)
        await stops(desk, slow)
        await desk.until(lambda: "counting" not in desk.screen_text)
        assert "Speakers × articles" in desk.screen_text
        monkeypatch.undo()
        await desk.press("m")
        assert "Speakers × months" in desk.screen_text
        await desk.press("escape")
        assert desk.app.screen is desk.browse


async def test_looking_for_the_claims_of_a_cell(
    archive: Engine, slowly: Callable[[Any, str], Slow]
) -> None:
    async with running(archive) as desk:
        await desk.press("m")
        slow = slowly(matrix, "claims_of_cell")
        await desk.pilot.press("right")
        await desk.until(lambda: isinstance(desk.app.screen, MatrixScreen))
        await desk.pilot.pause(0.2)
        await stops(desk, slow)
        assert desk.app.screen is desk.browse
