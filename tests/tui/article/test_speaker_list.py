"""The speakers of an article, to walk the claims of one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.article.content import article_of
from tests.tui.driving import NARROW, Desk, running
from tui.widgets.lines.paper import Paper


def content_now(desk: Desk) -> str:
    row = article_of(desk).current_claim
    return row.content if row else ""


async def test_one_speakers_claims_can_be_walked_alone(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "S", "down", "down", "enter")
        assert content_now(desk) == "“Waiting has a cost as well,”"
        assert "claim 1 of 2 by Anna Feld" in desk.screen_text
        assert "✓  B Anna Feld" in desk.screen_text
        await desk.press("n")
        assert content_now(desk) == "that storage had run low twice"
        await desk.press("n")
        assert desk.toasts == ["This is the last claim."]
        await desk.press("p", "p")
        assert content_now(desk) == "“Waiting has a cost as well,”"


async def test_choosing_once_more_or_everyone_walks_all_again(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "S", "down", "enter", "n")
        assert content_now(desk) == "that the buyer can wait for years"
        await desk.press("enter", "n")
        assert content_now(desk) == "“Waiting has a cost as well,”"
        await desk.press("enter", "g", "enter", "n")
        assert "claim 2 of 5" in desk.screen_text


async def test_escape_goes_from_the_speakers_to_the_text_and_then_back(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "S", "escape")
        assert article_of(desk).query_one("#text", Paper).has_focus
        await desk.press("escape")
        assert desk.table.has_focus


async def test_a_narrow_terminal_has_the_legend_and_the_speakers_on_demand(
    archive: Engine,
) -> None:
    async with running(archive, size=NARROW) as desk:
        await desk.press("enter")
        assert "A Ilya Morozov 2 · B Anna Feld 2 · C Ministry" in desk.screen_text
        assert "everyone" not in desk.screen_text
        await desk.press("S")
        assert "everyone" in desk.screen_text
        await desk.press("S")
        assert "everyone" not in desk.screen_text


async def test_the_current_claim_is_found_again_after_scrolling(tmp_path: Path) -> None:
    filler = [f"Paragraph {n} tells of nothing. " * 6 for n in range(60)]
    said = [MadeClaim("“Here at last,”", "said", "Ilya Morozov", "Ilya Morozov")]
    paragraphs = ["Long", *filler, "“Here at last,” said Ilya Morozov.", *filler]
    story = MadeArticle("long", "Courier", date(2024, 1, 1), paragraphs, said)
    async with running(make_archive(tmp_path / "long.db", [story]), size=NARROW) as desk:
        await desk.press("enter", "g")
        assert "Here at last,” said" not in desk.screen_text
        await desk.press("full_stop")
        assert "Here at last,” said" in desk.screen_text
