"""Claims in their article: the detail pane and the article screen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.claims.article_page import read_page
from tests.tui.archives import PIPELINE, Said, Story, make_archive
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.core.article_blocks import HERE, article_blocks, claim_blocks, in_order
from tui.widgets.blocks import Block
from tui.widgets.paper import Paper


def marked(blocks: list[Block], style: str) -> list[str]:
    return [
        block.text[mark.start : mark.end]
        for block in blocks
        for mark in block.marks
        if mark.style == style
    ]


def article_of(desk: Desk) -> ArticleScreen:
    screen = desk.app.screen
    assert isinstance(screen, ArticleScreen)
    return screen


def content_now(desk: Desk) -> str:
    current = article_of(desk).current
    return current.row.content if current else ""


def test_a_claim_is_shown_in_its_paragraph_with_its_parts_marked(archive: Engine) -> None:
    page = read_page(archive, _article_id(archive))
    claim = in_order(page)[1]
    _head, blocks, place = claim_blocks(page, claim)
    assert blocks[place].text == PIPELINE.paragraphs[3]
    assert marked(blocks, "content") == ["that the buyer can wait for years"]
    assert marked(blocks, "cue") == ["argued"]
    assert marked(blocks, "source") == ["Morozov"]


def test_every_claim_of_an_article_is_marked_and_one_is_current(archive: Engine) -> None:
    page = read_page(archive, _article_id(archive))
    claims = in_order(page)
    blocks = article_blocks(page, claims[0].row.id)
    assert marked(blocks, "content") == [claims[0].row.content]
    assert marked(blocks, "other") == [claim.row.content for claim in claims[1:]]


async def test_the_detail_follows_the_cursor(archive: Engine) -> None:
    async with running(archive) as desk:
        assert "nobody wants to marry in a hurry,” said" in desk.paper("#paragraph")
        await desk.press("j", "j")
        assert "Anna Feld\nadviser, Energy Forum" in desk.paper("#paragraph")
        assert "she said, adding that" in desk.paper("#paragraph")


async def test_the_evidence_is_beside_it(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "j")
        facts = " ".join(desk.paper("#facts").split())
        assert "Anna Feld (person) – written “she”" in facts
        assert "adviser, Energy Forum – “who advises the Energy Forum”" in facts
        assert "2023-03-21 (from dateline) · Northern Courier · by Mira Holt" in facts
        assert "/articles/pipeline-talks.txt" in facts


async def test_what_kind_of_claim_it_is_stands_beside_it_in_words(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j")
        assert "indirect · opinion · prediction ·" in desk.paper("#paragraph")
        assert "cue        argue – written “argued” · opinion" in desk.paper("#facts")
        await desk.press("j", "j", "j")
        told = "according to – written “According to” · statement · hedged · negated"
        assert told in " ".join(desk.paper("#facts").split())
        await desk.press("j")
        assert "cue  " not in desk.paper("#facts")


async def test_a_narrow_terminal_tells_the_kind_of_claim_too(archive: Engine) -> None:
    async with running(archive, "is:negated", size=NARROW) as desk:
        await desk.press("d")
        assert "statement · hedged · negated" in " ".join(desk.paper("#paragraph").split())


async def test_d_shows_the_detail_on_a_narrow_terminal_and_hides_it_again(archive: Engine) -> None:
    async with running(archive, size=NARROW) as desk:
        assert not desk.browse.results.detail.display
        await desk.press("d")
        assert "marry in a hurry" in desk.paper("#paragraph")
        await desk.press("d")
        assert not desk.browse.results.detail.display


async def test_enter_reads_the_article_at_the_claim_and_escape_returns(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("j", "j", "enter")
        assert content_now(desk) == "“Waiting has a cost as well,”"
        assert "claim 3 of 5" in desk.screen_text
        await desk.press("escape")
        assert desk.table.has_focus
        assert desk.table.cursor == 2


async def test_n_and_p_go_through_the_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter", "n", "n")
        assert content_now(desk) == "“Waiting has a cost as well,”"
        await desk.press("p")
        assert content_now(desk) == "that the buyer can wait for years"
        await desk.press("p", "p")
        assert desk.toasts == ["This is the first claim."]


async def test_a_click_on_a_claim_makes_it_the_current_one(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        lines = desk.screen_text.splitlines()
        y = next(n for n, line in enumerate(lines) if "the route has not been" in line)
        x = lines[y].index("the route has not been")
        await desk.pilot.click(offset=(x, y))
        await desk.at_rest()
        assert content_now(desk) == "the route has not been surveyed"


@pytest.fixture
def long_story(tmp_path: Path) -> Engine:
    """A claim far down in a long article."""
    filler = [f"Paragraph {n} tells of nothing. " * 6 for n in range(60)]
    said = [Said("“Here at last,”", "said", "Ilya Morozov", "Ilya Morozov")]
    paragraphs = ["Long", *filler, "“Here at last,” said Ilya Morozov.", *filler]
    return make_archive(
        tmp_path / "long.db", [Story("long", "Courier", date(2024, 1, 1), paragraphs, said)]
    )


async def test_the_claim_is_in_sight_however_far_down(long_story: Engine) -> None:
    async with running(long_story, size=NARROW) as desk:
        await desk.press("enter")
        assert "“Here at last,” said" in desk.screen_text
        assert HERE in desk.screen_text


async def test_it_stays_in_sight_when_the_terminal_is_resized(long_story: Engine) -> None:
    async with running(long_story) as desk:
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


def _article_id(engine: Engine) -> str:
    from db.claims.view import open_view
    from db.query.model import ClaimQuery

    row = open_view(engine, ClaimQuery()).row(0)
    assert row is not None
    return row.article_id
