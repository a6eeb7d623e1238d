"""The matrix of speakers and articles or months."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.db.comparison.topical import put
from tests.db.library import stock
from tests.tui.archives import make_archive
from tests.tui.driving import Desk, running
from tui.article.screen import ArticleScreen
from tui.browse.screen import BrowseScreen
from tui.compare import matrix as matrix_module
from tui.compare.matrix import MatrixScreen
from tui.compare.timeline import TimelineScreen


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matrix_module, "FOLLOW_SECONDS", 0.001)


def matrix_of(desk: Desk) -> MatrixScreen:
    screen = desk.app.screen
    assert isinstance(screen, MatrixScreen)
    return screen


def behind(desk: Desk) -> list[str]:
    """The claims that are listed for the cell under the cursor."""
    entries = matrix_of(desk).behind.entries
    return [entry.row.content for entry in entries if entry.row is not None]


def row_of(desk: Desk, name: str) -> list[str]:
    """What stands behind a name in the grid."""
    lines = desk.screen_text.splitlines()
    line = next(line for line in lines[3:] if name in line)
    return line.split(name)[1].replace("┃", " ").replace("│", " ").split()


async def test_speakers_stand_against_articles_with_totals(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m")
        assert row_of(desk, "all of these") == ["7", "5", "2"]
        assert row_of(desk, "Ilya Morozov") == ["[3]", "2", "1"]
        assert row_of(desk, "Anna Feld") == ["2", "2", "·"]
        assert "4 speakers · 2 articles" in desk.screen_text


async def test_the_claims_behind_a_number_follow_the_cursor(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m")
        assert len(behind(desk)) == 3
        await desk.press("right", "right")
        assert behind(desk) == ["“A pipeline is a contract, and nobody wants to sign in a hurry,”"]
        assert "Ilya Morozov · “A border town waits for trains” · Harbour Post" in desk.screen_text
        await desk.press("down")
        assert behind(desk) == []
        await desk.press("g", "left")
        assert len(behind(desk)) == 5


async def test_enter_goes_to_the_claims_and_reads_one(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m", "right", "enter", "j", "enter")
        screen = desk.app.screen
        assert isinstance(screen, ArticleScreen)
        assert screen.current_claim is not None
        assert screen.current_claim.content == "that the buyer can wait for years"
        await desk.press("escape", "escape")
        assert matrix_of(desk).grid.has_focus
        await desk.press("escape")
        assert desk.table.has_focus


async def test_m_switches_to_months_and_back(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m", "m")
        assert "2 months" in desk.screen_text
        assert row_of(desk, "Ilya Morozov") == ["[3]", "2", "1"]
        await desk.press("right")
        assert "Ilya Morozov · 2023-03 · 2 claims" in desk.screen_text
        await desk.press(*["m"] * 3)
        assert "2 articles" in desk.screen_text


async def test_topics_stand_against_months_and_speakers(tmp_path: Path) -> None:
    async with running(about(tmp_path)) as desk:
        await desk.press("m", "m", "m")
        assert "Speakers × topics" in desk.screen_text
        assert row_of(desk, "Ada Lund") == ["[4]", "2", "1"]
        assert "left out: 1 without topic" in desk.screen_text
        await desk.press("right")
        assert behind(desk) == ["the canal leaks", "a canal is slow"]
        await desk.press("o")
        assert "Topics × months" in desk.screen_text
        assert row_of(desk, "canal") == ["[2]", "2"]
        assert "2 topics · all undated: set dates in the sources" in desk.screen_text
        await desk.press("right")
        assert "canal · undated · 2 claims" in desk.screen_text
        await desk.press("m", "right")
        assert "canal · Ada Lund · 2 claims" in desk.screen_text
        await desk.press("f")
        await desk.at_rest()
        assert desk.contents == ["the canal leaks", "a canal is slow"]
        assert "Ada Lund" in desk.labels
        assert "canal" in desk.labels


def about(tmp_path: Path) -> Engine:
    """An archive of three claims, two of them on one topic and one on none."""
    engine = make_archive(tmp_path / "about.db")
    put(engine, "canal.txt", {"the canal leaks": ("canal",), "a canal is slow": ("canal",),
                              "sluices rust": ("sluices",), "it rains": ()})  # fmt: skip
    return engine


async def test_s_sorts_by_name_and_date_and_by_number_again(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m", "s")
        grid = matrix_of(desk).grid
        assert grid.matrix is not None
        names = [grid.matrix.rows[place].label for place in grid.order.rows]
        assert names == sorted(names, key=str.casefold)
        await desk.press("s")
        assert list(grid.order.rows) == [0, 1, 2, 3]


async def test_f_shows_the_claims_of_a_cell_in_the_table(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await desk.press("m", "m", "right", "f")
        await desk.at_rest()
        assert isinstance(desk.app.screen, BrowseScreen)
        assert desk.labels == 'speaker:"Ilya Morozov" month:2023-03'
        assert len(desk.contents) == 2


async def test_a_year_has_no_filter_of_its_own(tmp_path: Path) -> None:
    engine = make_archive(tmp_path / "years.db")
    stock(engine)
    async with running(engine, "kind:person") as desk:
        await desk.press("m", "m", *["right"] * 4, "f")
        assert matrix_of(desk).is_current
        [told] = desk.toasts
        assert told.endswith(
            "only the year is known; since:2024 until:2024 finds all of that year."
        )


async def test_only_what_is_filtered_is_counted(archive: Engine) -> None:
    async with running(archive, "type:direct") as desk:
        await desk.press("m")
        assert "Matrix of direct claims" in desk.screen_text
        assert row_of(desk, "Ilya Morozov") == ["[2]", "1", "1"]


async def test_t_follows_the_speaker_of_the_row(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m", "down", "t")
        assert isinstance(desk.app.screen, TimelineScreen)
        assert "Anna Feld over time" in desk.screen_text


async def test_a_double_click_on_a_number_goes_to_its_claims(archive: Engine) -> None:
    async with running(archive) as desk:
        await desk.press("m")
        lines = desk.screen_text.splitlines()
        y = next(n for n, line in enumerate(lines[3:], 3) if "Ilya Morozov" in line)
        x = lines[y].rindex("1")
        await desk.pilot.click(offset=(x, y))
        await desk.at_rest()
        assert len(behind(desk)) == 1
        await desk.pilot.click(offset=(x, y), times=2)
        await desk.at_rest()
        assert matrix_of(desk).behind.has_focus


async def test_of_a_large_cell_the_first_claims_are_listed(
    long_archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(long_archive) as desk:
        await desk.press("m")
        assert len(behind(desk)) == 200
        assert "the first 200 of 700" in desk.screen_text


async def test_an_archive_without_speakers_has_none_to_show(empty_archive: Engine) -> None:
    async with running(empty_archive) as desk:
        await desk.press("m")
        assert "No claim here has a speaker known by name." in desk.screen_text
        await desk.press("right", "down", "s", "m", "enter")
        await desk.press("escape", "escape")
        assert isinstance(desk.app.screen, BrowseScreen)
