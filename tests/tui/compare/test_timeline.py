"""One speaker over time."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from textual.widgets import Sparkline

from tests.db.comparison.topical import put
from tests.tui.archives import MadeArticle, MadeClaim, make_archive
from tests.tui.driving import NARROW, Desk, running
from tui.article.screen import ArticleScreen
from tui.browse.screen import BrowseScreen
from tui.compare import timeline as timeline_module
from tui.compare.timeline import TimelineScreen

CONTRACT = "“A pipeline is a contract, and nobody wants to sign in a hurry,”"


def timeline_of(desk: Desk) -> TimelineScreen:
    screen = desk.app.screen
    assert isinstance(screen, TimelineScreen)
    return screen


def content_now(desk: Desk) -> str:
    row = timeline_of(desk).current_claim
    return row.content if row else ""


async def test_claims_and_changes_of_affiliation_stand_in_order_of_date(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("t")
        told = desk.paper("#by-date")
        parts = [
            "2023-03 · 2 claims",
            "▲ 2023-03-21  first stated: senior fellow, Institute for Steppe Studies",
            "that the buyer can wait for years",
            "2024-01 · 1 claim",
            "▲ 2024-01-09  first stated: director, Eastern Rail Centre",
            CONTRACT,
        ]
        places = [told.index(part) for part in parts]
        assert places == sorted(places)
        assert "2024-01-09, 1 article" in desk.paper("#affiliations")


async def test_one_month_has_no_plot(archive: Engine) -> None:
    async with running(archive, "speaker:feld") as desk:
        await desk.press("t")
        assert not timeline_of(desk).query_one("#plot", Sparkline).display
        assert "┃ 2023-03: 2 claims" in desk.screen_text


async def test_the_plot_has_a_bar_a_month_and_says_it_in_words(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("t")
        plot = timeline_of(desk).query_one("#plot", Sparkline)
        assert plot.data == [2, *([0] * 9), 1, 0]
        assert "3 claims in 2 articles · 2023-03 – 2024-01 · most in 2023-03: 2" in desk.screen_text
        axis_line = next(line for line in desk.screen_text.splitlines() if " 2024 " in f"{line} ")
        assert "2023-03 " in axis_line


async def test_on_a_narrow_screen_the_line_of_numbers_is_whole_and_the_list_as_wide(
    archive: Engine,
) -> None:
    async with running(archive, "speaker:morozov", NARROW) as desk:
        await desk.press("t")
        told = desk.screen_text.splitlines()[1]
        assert "…" not in told
        assert "most in" not in told
        assert desk.app.screen.query_one("#by-date").region.width == NARROW[0]


async def test_arrows_go_from_month_to_month_with_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("t", "right")
        assert "2024-01: 1 claim " in desk.screen_text
        assert content_now(desk) == CONTRACT
        await desk.press("right", "left")
        assert "2023-03: 2 claims " in desk.screen_text
        await desk.press("j", "j")
        assert "2024-01: 1 claim " in desk.screen_text


async def test_brackets_go_between_changes_of_affiliation(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("t", "right_square_bracket")
        assert content_now(desk) == CONTRACT
        await desk.press("right_square_bracket")
        assert desk.toasts == ["There is no later change of affiliation in this list."]
        await desk.press("left_square_bracket")
        assert content_now(desk).startswith("“A pipeline is a marriage")


async def test_the_filter_holds_until_all_are_asked_for(archive: Engine) -> None:
    async with running(archive, "type:indirect speaker:morozov") as desk:
        await desk.press("t")
        assert "Ilya Morozov over time – indirect claims" in desk.screen_text
        assert "1 claim in 1 article" in desk.screen_text
        await desk.press("A")
        assert "3 claims in 2 articles" in desk.screen_text
        await desk.press("A")
        assert "1 claim in 1 article" in desk.screen_text


async def test_enter_reads_and_f_shows_them_in_the_table(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("t", "j", "enter")
        screen = desk.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.current_claim is not None
        assert screen.current_claim.content == "that the buyer can wait for years"
        # From the article too, and back over both.
        await desk.press("t", "f")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.labels == 'speaker:"Ilya Morozov"'
        assert len(desk.contents) == 3


async def test_of_several_speakers_one_is_picked(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "one.db", [])
    engine.dispose()
    from tests.db.library import stock

    stock(engine)
    async with running(engine, "bridge") as desk:
        await desk.press("t", "down", "enter")
        assert "Tom Achterberg over time" in desk.screen_text
        assert "1 dated by the year only" not in desk.screen_text
        await desk.press("A")
        assert "1 dated by the year only" in desk.screen_text


async def test_nobody_known_by_name_has_no_timeline(archive: Engine) -> None:
    async with running(archive, "freight") as desk:
        await desk.press("t")
        assert desk.toasts == ["No speaker of this claim is known by name."]


@pytest.fixture
def years(tmp_path: Path) -> Engine:
    """A speaker with two claims a month over three years."""
    said = [MadeClaim(f"“{n},”", "said", "Ann Lee", "Ann Lee") for n in ("One", "Two")]
    stories = [
        MadeArticle(
            f"s{n}",
            "Courier",
            date(2020 + n // 12, n % 12 + 1, 1),
            [f"Story {n}", "“One,” said Ann Lee. “Two,” said Ann Lee."],
            said,
        )
        for n in range(36)
    ]
    return make_archive(tmp_path / "years.db", stories)


async def test_a_long_list_is_read_from_the_month_gone_to(
    years: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline_module, "MOST_LISTED", 10)
    async with running(years, size=NARROW) as desk:
        await desk.press("t")
        assert "claims 1–10 of 72" in desk.screen_text
        await desk.press(*["right"] * 5)
        assert "2020-06: 2 claims" in desk.screen_text
        assert "claims 11–20 of 72" in desk.screen_text
        row = timeline_of(desk).current_claim
        assert row is not None
        assert row.published.value == date(2020, 6, 1)


async def test_b_leaves_the_claims_on_one_topic(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "coast.db")
    put(engine, "coast.txt", {"the tunnel leaks": ("tunnel",), "fog comes early": ()})
    async with running(engine) as desk:
        await desk.press("t", "B", "down", "enter")
        assert "1 claim" in desk.screen_text
        assert "the tunnel leaks" in desk.screen_text
        assert "fog comes early" not in desk.screen_text
        await desk.press("B", "enter")
        assert "fog comes early" in desk.screen_text
