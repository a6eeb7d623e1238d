"""The sources desk: articles dated, labelled, merged and deleted with a few keys."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import Engine

from db.analysis.summary import list_articles
from db.articles.dates import Suggested
from db.claims.articles import ArticleRow
from db.query.model import ClaimQuery
from tests.tui.archives import ARTICLES, MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.dialogs.pick import PickScreen
from tui.review.history import HistoryScreen
from tui.sources.list import SourceHeading, SourceList
from tui.sources.screen import SourcesScreen

TEN = tuple(
    MadeArticle(
        name=f"berth-{n:02}",
        outlet="",
        published=None,
        paragraphs=(
            f"Berth {n} is dry",
            f"Berth {n} has been dry since Thursday, May 16, Anna Feld said. [b]\x1b[31mNobody.",
            "© 2024 Quay Letter",
        ),
        claims=(MadeClaim("has been dry", "said", "Anna Feld", "Anna Feld"),),
    )
    for n in range(10)
)


@pytest.fixture
def quay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """The usual articles and ten more, of which neither date nor outlet is known."""
    monkeypatch.setenv("CLAIMS_USER", "ines")
    engine = make_archive(tmp_path / "quay.db", (*ARTICLES, *TEN))
    yield engine
    engine.dispose()


def screen_of(desk: Desk) -> SourcesScreen:
    screen = desk.app.screen
    assert isinstance(screen, SourcesScreen)
    return screen


def berths(engine: Engine) -> list[ArticleRow]:
    rows = list_articles(engine, ClaimQuery())
    return [row for row in rows if "berth" in row.path]


async def test_ten_articles_are_given_one_day_in_fifteen_keys(quay: Engine) -> None:
    keys = ("I", "V", "d", *"2024-05-16", "enter")
    assert len(keys) <= 15
    async with running(quay) as desk:
        await desk.press(*keys)
    assert {row.published.as_known for row in berths(quay)} == {"2024-05-16"}


async def test_ten_articles_are_dated_alike_in_fifteen_keys(quay: Engine) -> None:
    keys = ("I", "slash", *"berth", "enter", "V", "d", *"2024", "enter")
    assert len(keys) <= 15
    async with running(quay, "") as desk:
        await desk.press(*keys)
        assert "Set date of 10 articles – u undoes it" in desk.toasts[-1]
    assert {row.published.as_known for row in berths(quay)} == {"2024"}
    assert {row.evidence for row in berths(quay)} == {"set by ines"}


async def test_all_suggested_dates_are_taken_with_one_key(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I")
        assert "2024-05-16?" in desk.screen_text
        assert "suggested: 2024-05-16 – " in desk.screen_text
        await desk.press("A")
        assert {row.published.value for row in berths(quay)} == {date(2024, 5, 16)}
        await desk.press("u")
        assert {row.published.value for row in berths(quay)} == {None}
        await desk.press("ctrl+r")
    assert {row.evidence for row in berths(quay)} == {'"Thursday, May 16"'}


async def test_suggestions_that_are_still_read_are_not_said_to_be_none(
    quay: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Event()

    def nothing(*_: object) -> list[Suggested]:
        read.wait()
        return []

    monkeypatch.setattr("tui.sources.screen.suggest_dates", nothing)
    async with running(quay) as desk:
        await desk.pilot.press("I")
        await desk.until(lambda: "Berth 9 is dry" in desk.screen_text)
        await desk.pilot.press("A")
        await desk.until(lambda: bool(desk.toasts))
        assert "still being read" in desk.toasts[-1]
        read.set()
        await desk.at_rest()
        await desk.press("A")
        assert desk.toasts[-1] == "No date is suggested here."


async def test_one_suggested_date_is_taken(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "j", "a")
    assert sum(row.published.value is not None for row in berths(quay)) == 1


async def test_the_table_shows_what_was_set_once_one_is_back(quay: Engine) -> None:
    async with running(quay, "article:berth") as desk:
        await desk.press("I", "V", "o", *"Quay", "enter", "escape")
        source = desk.table.source
        assert source is not None
        assert {row.outlet for row in source.view.rows(0, source.n)} == {"Quay"}


async def test_title_byline_and_address_of_one(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "t")
        await desk.write(" [red]")
        await desk.press("enter", "b", *"A;B", "enter", "w", *"x.example", "enter")
        assert "Berth 0 is dry [red]" in desk.screen_text
        assert "set      title, byline, address" in desk.screen_text
    row = next(row for row in berths(quay) if row.path.endswith("berth-00.txt"))
    assert (row.byline, row.url) == (("A", "B"), "x.example")


async def test_an_empty_line_clears_and_a_bad_date_is_refused(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "d", *"2024-13", "enter")
        # What was written stays, to be mended.
        assert "That is not a date such as 2024-05-16" in desk.screen_text
        await desk.press("backspace")
        assert "That is not a date" not in desk.screen_text
        await desk.press("2", "enter")
        assert desk.toasts[-1] == "Set date of 1 article – u undoes it"
        await desk.press("u", "G", "d", "ctrl+u", "enter")
    rows = list_articles(quay, ClaimQuery())
    assert sum(row.published.value is None for row in rows) == 11 + sum(
        story.published is None for story in ARTICLES
    )


async def test_to_delete_asks_first_and_no_comes_first(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "space", "space", "x")
        assert isinstance(desk.app.screen, PickScreen)
        assert "Delete 2 articles?" in desk.screen_text
        assert "hidden ones as well" in desk.screen_text
        await desk.press("enter")
        assert len(berths(quay)) == 10
        await desk.press("x", "down", "enter")
        assert len(berths(quay)) == 8
        assert desk.toasts[-1] == "Deleted 2 articles, 2 claims."


async def test_the_history_of_an_article(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "H")
        assert desk.toasts[-1] == "Nothing was set of this article."
        await desk.press("a", "s", "down", "enter")
        found = next(n for n, row in enumerate(screen_of(desk).rows) if row.corrected)
        await desk.press("g", *["j"] * found, "H")
        assert isinstance(desk.app.screen, HistoryScreen)
        assert "published – → 2024-05-16" in desk.screen_text


async def test_enter_reads_the_article_and_escape_comes_back(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        await desk.press("escape")
        screen_of(desk)


async def test_the_filter_and_the_order(quay: Engine) -> None:
    async with running(quay, "") as desk:
        await desk.press("I", "slash", *"berth 3")
        assert [row.title for row in screen_of(desk).rows] == ["Berth 3 is dry"]
        await desk.press("escape", "slash", *["backspace"] * 7, "escape", "s", "down", "enter")
        dates = [row.published.value for row in screen_of(desk).rows]
        known = [day for day in dates if day]
        assert known == sorted(known, reverse=True) == dates[: len(known)]


@pytest.mark.parametrize("size", [NARROW, (160, 50)])
async def test_what_matters_is_on_the_screen(quay: Engine, size: tuple[int, int]) -> None:
    async with running(quay, "", size) as desk:
        await desk.press("I")
        text = desk.screen_text
    assert "10 undated" in text or "11 undated" in text
    assert "Berth 0 is dry" in text
    assert "berth-00.txt  in " in text


async def test_the_mouse_goes_to_an_article_marks_it_opens_it_and_sorts(quay: Engine) -> None:
    async with running(quay, "") as desk:
        await desk.press("I")
        shown = desk.app.screen.query_one(SourceList)
        await desk.pilot.click(shown, offset=(20, 2))
        await desk.at_rest()
        assert (shown.highlighted, screen_of(desk).rows[2].title) == (2, "Berth 2 is dry")
        assert "marked" not in desk.screen_text
        await desk.pilot.click(shown, offset=(1, 3))
        await desk.pilot.click(shown, offset=(20, 4), control=True)
        await desk.at_rest()
        assert "2 marked" in desk.screen_text
        await desk.pilot.click(SourceHeading, offset=(40, 0))
        await desk.at_rest()
        claims = [row.claims for row in screen_of(desk).rows]
        assert claims == sorted(claims, reverse=True)
        assert "Claims▼" in desk.screen_text
        await desk.pilot.click(shown, offset=(20, 0), times=2)
        await desk.at_rest()
        assert isinstance(desk.app.screen, ArticleScreen)


async def test_an_outlet_is_merged_with_another_whichever_of_its_articles_are_marked(
    quay: Engine,
) -> None:
    first = ARTICLES[0].outlet
    async with running(quay) as desk:
        await desk.press("I", "slash", *first.casefold(), "enter", "m")
        assert f"Merge “{first}” with…" in desk.screen_text
        await desk.press(*"Quay", "enter")
        assert "merged outlet of" in desk.toasts[-1].casefold()
        outlets = {row.outlet for row in list_articles(quay, ClaimQuery())}
        assert first not in outlets
        assert "Quay" in outlets
        await desk.press("u")
    assert first in {row.outlet for row in list_articles(quay, ClaimQuery())}


async def test_several_outlets_are_merged_into_one(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "V", "m")
        assert "Merge 2 outlets into…" in desk.screen_text
        await desk.press("enter")
    outlets = [row.outlet for row in list_articles(quay, ClaimQuery()) if row.outlet]
    assert len(outlets) == 2
    assert len(set(outlets)) == 1


async def test_no_outlet_is_merged_where_none_is_known(quay: Engine) -> None:
    async with running(quay) as desk:
        await desk.press("I", "m")
        assert desk.toasts[-1] == "No outlet is known of it: o sets one."
