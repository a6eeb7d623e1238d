"""A claim in large."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete

from db.claims.view import open_view
from db.connection.engine import writing
from db.query.line import parse_filter
from db.review.actions import note
from db.schema import core as schema
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, running
from tui.article.whole_claim import WholeClaimScreen
from tui.article.why_blocks import GONE
from tui.browse.screen import BrowseScreen


@pytest.mark.parametrize("size", [NARROW, (160, 50)], ids=["narrow", "wide"])
async def test_v_shows_all_of_the_claim_and_escape_closes(
    archive: Engine, size: tuple[int, int]
) -> None:
    note(archive, open_view(archive, parse_filter("")).ids[:1], "ask for the minutes", "ines")
    async with running(archive, size=size) as desk:
        await desk.press("V")
        assert isinstance(desk.app.screen, WholeClaimScreen)
        shown = " ".join(desk.paper("#whole").split())
        assert shown.startswith("“A pipeline is a marriage, and nobody wants to marry in a hurry,”")
        for told in (
            "Ilya Morozov",
            "senior fellow, Institute for Steppe Studies",
            "2023-03-21 · Northern Courier",
            "in a hurry,” said Ilya Morozov, a senior fellow at the Institute for Steppe Studies.",
            "say – written “said”",
            "ask for the minutes",
        ):
            assert told in shown
        await desk.press("escape")
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_what_is_longer_than_the_screen_scrolls(tmp_path: Path) -> None:
    words = f"“{' '.join(f'item {n} is open' for n in range(400))} and that is all”"
    said = [MadeClaim(words, "said", "Ilya Morozov", "Ilya Morozov")]
    story = MadeArticle(
        "long", "Courier", date(2024, 1, 1), ["Items", f"{words} said Ilya Morozov."], said
    )
    async with running(make_archive(tmp_path / "long.db", [story]), size=NARROW) as desk:
        await desk.press("V")
        assert "item 0 is open" in desk.screen_text
        assert "and that is all" not in desk.screen_text
        await desk.press("end")
        assert "item 0 is open" not in desk.screen_text
        assert "long.txt" in desk.screen_text


async def test_a_claim_that_is_gone_is_told(archive: Engine) -> None:
    # On a narrow screen no detail has read the article already.
    async with running(archive, size=NARROW) as desk:
        with writing(archive) as connection:
            connection.execute(delete(schema.Claim).where(schema.Claim.id == 1))
        await desk.press("V")
        assert GONE in desk.paper("#whole")


async def test_without_a_claim_nothing_opens(empty_archive: Engine) -> None:
    async with running(empty_archive) as desk:
        await desk.press("V")
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.toasts == ["There is no claim here."]
