"""Which claims a key is about where the view lacks some of the marked."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from tests.tui.core.test_selection import FREIGHT, MARK_FOUR, accepted
from tests.tui.driving import running
from tests.tui.reviewing import COST, MARRIAGE, STORAGE, WAIT, filter_to
from tui.browse.which_dialog import WhichScreen


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


async def test_the_claim_under_the_cursor_is_judged_where_all_marked_are_elsewhere(
    archive: Engine,
) -> None:
    async with running(archive) as desk:
        await desk.press(*MARK_FOUR)
        await filter_to(desk, "freight")
        await desk.press("a")
        assert isinstance(desk.app.screen, WhichScreen)
        assert "4 claims are marked, none of them in this view." in desk.screen_text
        assert "the marked ones in this view" not in desk.screen_text
        assert accepted(archive) == []
        await desk.press("enter")
        assert accepted(archive) == [FREIGHT]
        assert sorted(desk.selection) == [MARRIAGE, WAIT, COST, STORAGE]


@pytest.mark.parametrize(
    ("key", "judged"),
    [
        ("c", [MARRIAGE]),
        ("v", [WAIT]),
        ("m", [WAIT, COST, STORAGE]),
        ("n", []),
        ("escape", []),
    ],
)
async def test_where_some_are_in_the_view_each_choice_has_its_key(
    archive: Engine, key: str, judged: list[int]
) -> None:
    async with running(archive) as desk:
        await desk.press("j", "space", "space", "space")
        await filter_to(desk, "article:pipeline-talks limit:2")
        await desk.press("g", "a")
        assert "3 claims are marked, 2 of them not in this view." in desk.screen_text
        await desk.press(key)
        assert accepted(archive) == judged


async def test_an_empty_view_offers_the_marked_ones_alone(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("space")
        await filter_to(desk, "volcano")
        await desk.press("a")
        assert "the claim under the cursor" not in desk.screen_text
        await desk.press("c", "m")
        assert accepted(archive) == [MARRIAGE]
