"""Claims in their article: the detail pane and the article screen."""

from __future__ import annotations

from sqlalchemy import Engine, update

from claims.aside import BITS, Aside
from db.claims.article_page import read_page
from db.connection.engine import writing
from db.query.tables import claim
from tests.tui.article.content import _article_id, article_of, marked
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.core.article_blocks import article_blocks, in_order


def content_now(desk: Desk) -> str:
    current = article_of(desk).current
    return current.row.content if current else ""


async def test_the_detail_follows_the_cursor(archive: Engine) -> None:
    async with running(archive, size=WIDE) as desk:
        assert "nobody wants to marry in a hurry,” said" in desk.paper("#paragraph")
        await desk.press("j", "j")
        assert "Anna Feld\nadviser, Energy Forum" in desk.paper("#paragraph")
        assert "she said, adding that" in desk.paper("#paragraph")


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
    async with running(archive, size=WIDE) as desk:
        await desk.press("enter")
        lines = desk.screen_text.splitlines()
        y = next(n for n, line in enumerate(lines) if "the route has not been" in line)
        x = lines[y].index("the route has not been")
        await desk.pilot.click(offset=(x, y))
        await desk.at_rest()
        assert content_now(desk) == "the route has not been surveyed"


def test_every_claim_of_an_article_is_marked_and_one_is_current(archive: Engine) -> None:
    page = read_page(archive, _article_id(archive))
    claims = in_order(page)
    blocks = article_blocks(page, claims[0].row.id)
    assert marked(blocks, "content") == [claims[0].row.content]
    assert marked(blocks, "other") == [claim.row.content for claim in claims[1:]]


async def test_an_article_shows_what_a_first_look_shows_and_the_rest_by_a_key(
    archive: Engine,
) -> None:
    hidden = {"aside": BITS[Aside.LOW]}
    with writing(archive) as connection:
        connection.execute(update(claim).where(claim.c.id.in_((2, 3))).values(**hidden))
    async with running(archive) as desk:
        await desk.press("enter")
        assert "3 claims · 2 hidden: doubtful · z shows" in desk.screen_text
        assert "claim 1 of 3" in desk.screen_text
        await desk.press("n")
        here = desk.app.screen.current_id  # type: ignore[attr-defined]
        await desk.press("z")
        assert "claim 4 of 5" in desk.screen_text
        assert desk.app.screen.current_id == here  # type: ignore[attr-defined]
        await desk.press("p", "z")
        assert "claim 2 of 4" in desk.screen_text, "what is looked at stays"


async def test_that_z_shows_what_is_hidden_is_never_cut_off(archive: Engine) -> None:
    with writing(archive) as connection:
        hidden = update(claim).where(claim.c.id == 2).values(aside=sum(BITS.values()))
        connection.execute(hidden)
    for columns in (80, 100, 120):
        async with running(archive, size=(columns, 24)) as desk:
            await desk.press("enter")
            assert desk.screen_text.splitlines()[0].endswith(" · z shows")
