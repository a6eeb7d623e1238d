"""Rejected claims in the app: they stay until the view is read again, and are told of then."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import Facet
from tests.tui.driving import WIDE, Desk, running
from tests.tui.reviewing import MARRIAGE, ROUTE, filter_to, glyphs, states
from tui.browse.facets.side_panes import SidePanes


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")


def in_articles(desk: Desk) -> int:
    panes: SidePanes = desk.browse.side
    return sum(value.claims for value in panes.pane(Facet.ARTICLE).list.values)


async def test_a_rejected_claim_goes_when_the_view_is_read_again(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        await desk.press("x")
        assert glyphs(desk) == "✗       "
        await filter_to(desk, "sort:-published")
        assert desk.table.row_count == in_articles(desk) == 7
        assert "7 claims · 1 hidden: rejected · z shows" in desk.screen_text
        await filter_to(desk, "include:rejected")
        assert desk.table.row_count == in_articles(desk) == 8
        assert "8 claims" in desk.screen_text
        assert "hidden" not in desk.screen_text
        await filter_to(desk, "review:rejected")
        assert desk.contents[0].startswith("“A pipeline is a marriage")
        assert "1 of 8 claims" in desk.screen_text


async def test_until_then_it_can_be_undone_in_its_row(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("x", "u")
        assert states(archive)[MARRIAGE - 1] == "machine"
        await filter_to(desk, "sort:-published")
        assert "8 claims" in desk.screen_text


async def test_where_only_rejected_claims_fit_the_screen_says_so(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("G", "x")
        await filter_to(desk, "spring")
        assert "z shows them." in desk.screen_text
        assert "0 of 7 claims · 1 hidden: rejected · z shows" in desk.screen_text


async def test_an_article_says_how_many_of_its_claims_were_rejected(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("x", "enter")
        assert "5 claims, 1 of them rejected" in desk.screen_text


async def test_aligned_articles_lack_rejected_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("x")
        await desk.press("f5")
        await desk.press("C", "down", "down", "enter")
        assert "A pipeline is a contract" in desk.screen_text
        assert "A pipeline is a marriage" not in desk.screen_text


async def test_the_review_passes_rejected_claims_over(archive: Engine) -> None:
    async with running(archive, "include:rejected sort:published") as desk:
        await desk.press(*"jjjj", "x")
        await desk.at_rest()
        await desk.press("r")
        await desk.at_rest()
        assert f"claim 1 of {ROUTE + 2}" in desk.screen_text
