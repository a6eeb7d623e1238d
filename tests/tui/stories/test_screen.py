"""All stories as a table, and the articles of each."""

from __future__ import annotations

import json
import shlex

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine

from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.article.screen import ArticleScreen
from tui.browse.screen import BrowseScreen
from tui.cli.main import cli
from tui.stories.columns import title_of
from tui.stories.screen import StoriesScreen

FERRY = "A single crown for a ferry"
CUT = "Growers light fires in the orchards"
FROST = "Fires against a late frost"


def stories_of(desk: Desk) -> StoriesScreen:
    screen = desk.app.screen
    assert isinstance(screen, StoriesScreen)
    return screen


def listed(desk: Desk) -> list[str]:
    """What the stories are called, in order."""
    return [title_of(story) for story in stories_of(desk).table.rows]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_those_of_most_articles_first_with_their_articles_below(
    shelf: Engine, size: tuple[int, int]
) -> None:
    async with running(shelf, size=size) as desk:
        await desk.press("K", "home")
        assert listed(desk) == [FERRY, FROST]
        assert "2 stories of two articles or more" in desk.screen_text
        assert "3 articles · 2023-05-02 – 2023-05-05" in desk.screen_text
        articles = [one.title for one in stories_of(desk).articles.rows]
        assert articles == [FERRY, "The last ferry on the Arden", "A river town loses its boat"]
        await desk.press("j")
        assert [one.title for one in stories_of(desk).articles.rows] == [FROST, CUT]


async def test_enter_goes_to_the_articles_and_reads_one(shelf: Engine) -> None:
    async with running(shelf, "speaker:nobody") as desk:
        await desk.press("escape", "K", "tab", "escape", "enter", "home", "j", "enter")
        screen = desk.app.screen
        assert isinstance(screen, ArticleScreen)
        assert "The last ferry on the Arden" in desk.screen_text
        await desk.press("escape", "escape", "escape")
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_from_a_claim_it_begins_at_its_article(shelf: Engine) -> None:
    async with running(shelf, "outlet:chronicle") as desk:
        desk.browse.filter_by(desk.browse.opening.asked)
        await desk.press("K")
        assert listed(desk) == [FROST]
        article = stories_of(desk).article
        assert article is not None
        assert article.outlet == "Quay Chronicle"
        await desk.press("enter")
        assert stories_of(desk).articles.has_focus


async def test_an_article_tells_of_its_copies_and_leads_to_them(shelf: Engine) -> None:
    async with running(shelf, "outlet:harbour") as desk:
        await desk.press("enter")
        assert "1 of 3 copies: K lists them" in desk.screen_text
        assert "one of 3 articles of this text – K lists them" in " ".join(
            desk.paper("#card").split()
        )
        await desk.press("K")
        assert listed(desk) == [FERRY, FROST]
        article = stories_of(desk).article
        assert article is not None
        assert article.title == "A river town loses its boat"


async def test_an_article_that_is_alone_tells_of_no_copies(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("enter")
        assert "copies" not in desk.screen_text


async def test_f_shows_the_claims_of_a_story_in_the_table(shelf: Engine) -> None:
    async with running(shelf, "outlet:chronicle") as desk:
        await desk.press("K", "f")
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.browse.filter.line.startswith(f'story:"{FROST} [s')
        assert {row.article_title for row in desk.table.source.loaded()} == {  # type: ignore[union-attr]
            FROST,
            CUT,
        }


async def test_it_is_narrowed_by_words_of_titles_and_outlets_of_any_article(
    shelf: Engine,
) -> None:
    async with running(shelf) as desk:
        await desk.press("K", "slash")
        await desk.write("courier arden")
        await desk.press("enter")
        assert listed(desk) == [FERRY]
        assert "1 of 2 stories of two articles or more · with “courier arden”" in desk.screen_text
        await desk.press("colon")
        assert desk.toasts[-1] == "No command gives just what is seen here."


async def test_articles_of_no_copy_come_when_asked_for(shelf: Engine) -> None:
    async with running(shelf) as desk:
        await desk.press("K", "z")
        assert "Talks on a school go on" in listed(desk)
        await desk.press("z")
        assert listed(desk) == [FERRY, FROST]


async def test_it_sorts_by_a_column_undated_and_unnamed_last(shelf: Engine) -> None:
    async with running(shelf) as desk:
        await desk.press("K", "s", *["home", "down", "down"], "enter")
        assert stories_of(desk).table.sorted_by.key == "published"
        assert listed(desk) == [FROST, FERRY]


async def test_the_command_lists_the_same_stories(shelf: Engine) -> None:
    async with running(shelf) as desk:
        await desk.press("K", "colon")
        words = shlex.split(desk.app.clipboard)
        assert words[1:4] == ["stories", "--sort", "-articles"]
        done = CliRunner().invoke(cli, [*words[1:], "--format", "json"])
        await desk.press("escape")
        told = [story["story"] for story in json.loads(done.stdout)]
        assert told == [story.story for story in stories_of(desk).table.rows]


async def test_an_archive_that_was_never_compared_says_how_it_would_be(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("K")
        assert "No article is a copy of another · z lists all" in desk.screen_text
        assert "2 articles never compared: 'claims compare --rebuild'" in desk.screen_text
        await desk.press("enter", "f", "enter", "tab", "escape", "escape")
        assert isinstance(desk.app.screen, BrowseScreen)
