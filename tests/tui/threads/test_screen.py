"""All threads as a table."""

from __future__ import annotations

import json
import shlex
from collections.abc import Sequence

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine

from db.analysis.threads import ThreadRow
from tests.tui.driving import NARROW, WIDE, Desk, running
from tui.article.screen import ArticleScreen
from tui.browse.screen import BrowseScreen
from tui.browse.table.columns import COLUMNS
from tui.cli.main import cli
from tui.threads import screen
from tui.threads.screen import ThreadsScreen
from tui.threads.table import ThreadTable
from tui.threads.thread_screen import ThreadScreen


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "FOLLOW_SECONDS", 0.001)


def threads_of(desk: Desk) -> ThreadsScreen:
    screen = desk.app.screen
    assert isinstance(screen, ThreadsScreen)
    return screen


def numbers(desk: Desk) -> list[tuple[int, int]]:
    """Claims and articles of each thread, in order."""
    return [(row.claims, row.articles) for row in threads_of(desk).table.rows]


@pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
async def test_those_with_most_claims_first_with_the_claims_below(
    valley: Engine, size: tuple[int, int]
) -> None:
    async with running(valley, size=size) as desk:
        await desk.press("W")
        assert numbers(desk) == [(4, 4), (3, 3)]
        assert "2 threads of two claims or more" in desk.screen_text
        assert "the dam will hold through the winter" in desk.paper("#threads-claims")
        await desk.press("j")
        assert "the school in Harrow" in desk.paper("#threads-claims")


async def test_enter_opens_a_thread_and_reads_a_claim(valley: Engine) -> None:
    async with running(valley) as desk:
        await desk.press("W", "j", "enter")
        assert isinstance(desk.app.screen, ThreadScreen)
        await desk.press("escape", "tab", "enter")
        assert isinstance(desk.app.screen, ArticleScreen)
        await desk.press("escape", "escape", "escape")
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_it_is_narrowed_by_words_of_labels_and_speakers(valley: Engine) -> None:
    async with running(valley, "") as desk:
        await desk.press("W", "slash")
        await desk.write("brenner")
        await desk.press("enter")
        assert numbers(desk) == [(4, 4)]
        assert "1 of 2 threads of two claims or more · with “brenner”" in desk.screen_text


async def test_those_of_one_claim_come_when_asked_for(valley: Engine) -> None:
    async with running(valley) as desk:
        await desk.press("W", "z")
        assert len(numbers(desk)) > 2
        assert numbers(desk)[-1] == (1, 1)
        await desk.press("z")
        assert len(numbers(desk)) == 2


async def test_only_threads_of_the_claims_that_are_filtered(valley: Engine) -> None:
    async with running(valley, "speaker:novak") as desk:
        await desk.press("W")
        assert numbers(desk) == [(3, 3)]
        assert "Threads of claims by novak" in desk.screen_text


async def test_f_shows_the_claims_of_a_thread_in_the_table(valley: Engine) -> None:
    async with running(valley) as desk:
        await desk.press("W", "j", "f")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert len(desk.contents) == 3


async def test_an_archive_that_was_never_compared_says_how_it_would_be(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("W")
        assert "0 threads" in desk.screen_text
        assert "8 claims never compared: 'claims compare --rebuild'" in desk.screen_text
        await desk.press("enter", "f", "tab", "escape", "escape")
        assert isinstance(desk.app.screen, BrowseScreen)


async def test_positions_count_threads_by_speaker(valley: Engine) -> None:
    async with running(valley) as desk:
        await desk.press("m", "o", "o")
        assert "Threads × speakers" in desk.screen_text
        assert "[4]" in desk.screen_text
        await desk.press("right", "right")
        assert "the dam" in desk.screen_text.splitlines()[1]
        assert "Lotte Brenner · 3 claims" in desk.screen_text.splitlines()[1]
        assert "left out: 4 without thread" in desk.screen_text


async def test_the_table_of_claims_tells_in_how_many_articles_and_since_when(
    valley: Engine,
) -> None:
    async with running(valley, "speaker:brenner sort:published") as desk:
        source = desk.table.source
        assert source is not None
        cells = {column.key: column.cell for column in COLUMNS}
        told = [
            (cells["articles"](row), cells["first_said"](row)) for row in source.view.rows(0, 9)
        ]
        assert told == [("4", "2023-05-01"), ("", "2023-05-01"), *[("4", "2023-05-01")] * 2]
        await desk.press("o", "end", "k", "k", "space", "enter")
        assert "Articles" in desk.screen_text.splitlines()[3]


async def test_where_there_are_none_the_way_to_single_claims_is_told(valley: Engine) -> None:
    async with running(valley, "thread:nowhere") as desk:
        await desk.press("W")
        await desk.at_rest()
        assert "0 threads of two claims or more · z shows those of one claim" in desk.screen_text


async def test_the_first_are_shown_before_all_are_read(
    valley: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "AT_FIRST", 1)
    shown: list[int] = []
    show = ThreadTable.show

    def noted(table: ThreadTable, rows: Sequence[ThreadRow]) -> None:
        assert all(row.speakers for row in rows[:1])
        shown.append(len(rows))
        show(table, rows)

    monkeypatch.setattr(ThreadTable, "show", noted)
    async with running(valley) as desk:
        await desk.press("W")
        assert numbers(desk) == [(4, 4), (3, 3)]
        assert shown[0] == 1
        assert "2 threads of two claims or more" in desk.screen_text


async def test_a_colon_copies_the_command_that_lists_the_threads(valley: Engine) -> None:
    async with running(valley) as desk:
        await desk.press("W", "colon")
        words = shlex.split(desk.app.clipboard)
        assert words[1:4] == ["threads", "--sort", "-articles"]
        done = CliRunner().invoke(cli, [*words[1:], "--format", "json"])
        await desk.press("escape")
        screen = desk.app.screen
        assert isinstance(screen, ThreadsScreen)
        listed = [row["thread"] for row in json.loads(done.stdout)]
        assert sorted(listed) == sorted(row.thread for row in screen.table.rows)
        await desk.press("enter", "colon")
        words = shlex.split(desk.app.clipboard)
        assert words[1:3] == ["threads", "show"]
        assert words[3] in listed
