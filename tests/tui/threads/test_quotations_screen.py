"""Where what a claim quotes stands again."""

from __future__ import annotations

from sqlalchemy import Engine

from tests.db.comparison.quoted import WHOLE
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.threads.quotations_screen import QuotationsScreen


def quotations(desk: Desk) -> QuotationsScreen:
    screen = desk.app.screen
    assert isinstance(screen, QuotationsScreen)
    return screen


async def test_copies_stand_below_the_claim_each_with_how_it_is_one(dam: Engine) -> None:
    async with running(dam, "sort:published", size=NARROW) as desk:
        await desk.press("X")
        rows = [entry.row for entry in quotations(desk).claims.entries if entry.row is not None]
        assert [row.published.as_known for row in rows] == [
            *("2023-05-01", "2023-05-02", "2023-05-03", "2023-05-04")
        ]
        assert rows[0].content.strip('",') == WHOLE
        text = desk.paper("#quotations")
        assert "altered · denied" in text
        assert "without: The dam will hold through the winter, and" in text
        assert "verbatim · another speaker" in text
        assert "3 claims in 3 articles" in desk.screen_text


async def test_a_copy_is_read_in_its_article_and_the_command_gives_the_same(dam: Engine) -> None:
    async with running(dam, "sort:published") as desk:
        await desk.press("X", "j")
        command = quotations(desk).shown_command()
        assert command == ["quotations", rows_of(desk)[0]]
        await desk.press("z")
        assert quotations(desk).shown_command() == [*command, "--possible"]
        await desk.press("down", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        assert desk.app.screen.current_claim is not None
        assert desk.app.screen.current_claim.published.as_known == "2023-05-02"
        await desk.press("escape", "escape")
        assert len(desk.app.screen_stack) == 1


async def test_where_nothing_stands_again_that_is_said(dam: Engine) -> None:
    async with running(dam, "fishermen") as desk:
        await desk.press("X")
        assert "no copies of what it quotes" in desk.screen_text


def rows_of(desk: Desk) -> list[str]:
    """Ids of the claims that are listed."""
    entries = quotations(desk).claims.entries
    return [entry.row.claim_id for entry in entries if entry.row is not None]
