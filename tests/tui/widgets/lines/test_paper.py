"""Text that scrolls."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from textual.app import App, ComposeResult

from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.article.content import article_of
from tests.tui.driving import NARROW, WIDE, running
from tui.core.article_blocks import HERE
from tui.widgets.lines.blocks import Block
from tui.widgets.lines.paper import Paper


@pytest.fixture
def long_story(tmp_path: Path) -> Engine:
    """A claim far down in a long article."""
    filler = [f"Paragraph {n} tells of nothing. " * 6 for n in range(60)]
    said = [MadeClaim("“Here at last,”", "said", "Ilya Morozov", "Ilya Morozov")]
    paragraphs = ["Long", *filler, "“Here at last,” said Ilya Morozov.", *filler]
    return make_archive(
        tmp_path / "long.db", [MadeArticle("long", "Courier", date(2024, 1, 1), paragraphs, said)]
    )


async def test_the_claim_is_in_sight_however_far_down(long_story: Engine) -> None:
    async with running(long_story, size=NARROW) as desk:
        await desk.press("enter")
        assert "“Here at last,” said" in desk.screen_text
        assert HERE in desk.screen_text


async def test_it_stays_in_sight_when_the_terminal_is_resized(long_story: Engine) -> None:
    async with running(long_story, size=WIDE) as desk:
        await desk.press("enter")
        top = article_of(desk).query_one("#text", Paper).scroll_offset.y
        await desk.pilot.resize_terminal(70, 24)
        await desk.at_rest()
        assert article_of(desk).query_one("#text", Paper).scroll_offset.y != top
        assert "“Here at last,” said" in desk.screen_text


async def test_the_text_scrolls_with_arrows_and_vim_keys(long_story: Engine) -> None:
    async with running(long_story, size=NARROW) as desk:
        await desk.press("enter", "g")
        paper = article_of(desk).query_one("#text", Paper)
        assert paper.scroll_offset.y == 0
        await desk.press("j", "down", "ctrl+d", "k")
        assert paper.scroll_offset.y > 2
        await desk.press("G")
        assert paper.scroll_offset.y == paper.max_scroll_y


class Reading(App[None]):
    """A paper that is there, but not yet laid out."""

    def compose(self) -> ComposeResult:
        paper = Paper()
        paper.display = False
        yield paper


async def test_what_is_shown_while_it_is_out_of_sight_stands_there_once_it_is_in_sight() -> None:
    async with Reading().run_test() as pilot:
        paper = pilot.app.query_one(Paper)
        paper.show([Block("A heading"), Block("What was said")], pinned=1)
        paper.display = True
        await pilot.pause()
        assert paper.plain_lines == ["A heading", "", "What was said", ""]
        assert paper.pinned_lines == 2
