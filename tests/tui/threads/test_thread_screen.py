"""One thread through time."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.analysis.threads import NONE_SHOWS, read_thread
from db.review.actions import reject
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.article.screen import ArticleScreen
from tui.browse.screen import BrowseScreen
from tui.threads.thread_screen import ThreadScreen

HOLDS = "the dam will hold through the winter"


def thread_of(desk: Desk) -> ThreadScreen:
    screen = desk.app.screen
    assert isinstance(screen, ThreadScreen)
    return screen


def contents(desk: Desk) -> list[str]:
    """The claims that are listed, in order."""
    return [entry.row.content for entry in thread_of(desk).claims.entries if entry.row is not None]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_a_claim_leads_to_all_that_say_the_same_in_order_of_time(
    valley: Engine, size: tuple[int, int]
) -> None:
    async with running(valley, '"going to hold" sort:published', size=size) as desk:
        await desk.press("tilde")
        assert contents(desk) == [
            HOLDS,
            "the dam is going to hold through the whole winter",
            "the dam will hold all through this winter",
        ]
        row = thread_of(desk).current_claim
        assert row is not None
        assert row.content == "the dam is going to hold through the whole winter"
        text = desk.paper("#thread-claims")
        assert "first said · 2023-05-01" in text
        assert "+ 1 copy: 2023-05-09" in text
        assert "4 claims · 4 articles · 3 stories · 2023-05-01 – 2023-05-09" in desk.screen_text


async def test_a_copy_that_was_come_from_is_shown(valley: Engine) -> None:
    async with running(valley, '"going to hold" is:copy') as desk:
        await desk.press("tilde")
        row = thread_of(desk).current_claim
        assert row is not None
        assert row.published.as_known == "2023-05-09"


async def test_enter_reads_a_claim_in_its_article(valley: Engine) -> None:
    async with running(valley, '"going to hold" sort:published') as desk:
        await desk.press("tilde", "j", "enter")
        screen = desk.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.current_claim is not None
        assert screen.current_claim.content == "the dam will hold all through this winter"


async def test_f_shows_its_claims_in_the_table(valley: Engine) -> None:
    async with running(valley, '"going to hold" sort:published') as desk:
        await desk.press("tilde", "f")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert len(desk.contents) == 4
        assert HOLDS in desk.contents


async def test_what_was_never_compared_says_how_it_would_be(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("tilde")
        assert isinstance(desk.app.screen, BrowseScreen)
        [told] = desk.toasts
        assert "'claims compare --rebuild'" in told


async def test_e_writes_its_claims_to_a_file(
    valley: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(valley, '"going to hold" sort:published') as desk:
        await desk.press("tilde", "e")
        assert "this view, 4 claims" in desk.screen_text
        await desk.press("enter")
        await desk.at_rest()
        [written] = tmp_path.glob("claims*.csv")
        rows = [*csv.DictReader(io.StringIO(written.read_text("utf-8")))]
        assert len(rows) == 4
        assert all("dam" in row["content"] for row in rows)


async def test_that_no_claim_of_a_thread_shows_is_told_where_they_would_be(valley: Engine) -> None:
    async with running(valley, size=NARROW) as desk:
        row = desk.table.current_row
        assert row is not None
        whole = read_thread(valley, row.claim_id)
        reject(valley, [one.row.id for one in whole.claims], "ines")
        await desk.press("tilde")
        assert f" {NONE_SHOWS}" in desk.screen_text
        assert row.claim_id not in desk.screen_text
        # On a slow machine a toast may tell by then that somebody else rejected claims.
        assert not any(NONE_SHOWS in told for told in desk.toasts)
        await desk.press("escape")
        assert isinstance(desk.app.screen, BrowseScreen)
