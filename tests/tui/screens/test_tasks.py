"""What analysts do most, and in how many keys."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine
from textual.color import Color
from textual.geometry import Offset

from db.speakers.page import speaker_page
from tests.tui.cli.offered import offered
from tests.tui.driving import MEDIUM, Desk, running
from tests.tui.reviewing import states
from tests.tui.threads.conftest import _valley, valley
from tui.article.screen import ArticleScreen
from tui.browse.first_hint import HINT
from tui.session.session import begin_session

__all__ = ["_valley", "valley"]

BY_HIM: Final = ("slash", *"moroz", "enter")


async def in_keys(most: int, desk: Desk, *keys: str) -> None:
    """Press keys, of which there are no more than a task may take."""
    assert len(keys) <= most
    await desk.press(*keys)


async def test_the_first_screen_needs_no_key(undated_archive: Engine, tmp_path: Path) -> None:
    session = begin_session(undated_archive, folder=tmp_path / "state")
    async with running(undated_archive, None, size=MEDIUM, session=session) as desk:
        assert HINT in desk.screen_text
        assert "what was said, newest first" in desk.screen_text
        head, said = next(
            (above, below)
            for above, below in pairwise(desk.screen_text.splitlines())
            if "A pipeline is a marriage" in below
        )
        for told in ("2023-03-21", "Ilya Morozov", "senior fellow, Ins", "Northern Courier"):
            assert told in head
        assert "wants to marry in a hurry" in said


async def test_all_claims_by_a_person_named_in_words_in_eight_keys(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await in_keys(8, desk, *BY_HIM)
        assert desk.labels == 'speaker:"Ilya Morozov"'
        assert len(desk.contents) == 3


async def test_what_somebody_was_and_said_over_time_in_a_key_each(archive: Engine) -> None:
    async with running(archive, 'speaker:"Ilya Morozov"') as desk:
        await in_keys(1, desk, "P")
        for role in ("senior fellow, Institute for Steppe", "director, Eastern Rail Centre"):
            assert role in desk.screen_text
        await desk.press("escape")
        await in_keys(1, desk, "t")
        assert "2023-03" in desk.screen_text
        assert "2024-01" in desk.screen_text


async def test_two_people_side_by_side_in_sixteen_keys(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await in_keys(16, desk, *BY_HIM, "slash", *"feld", "enter", "C", "down", "enter")
        heads = next(line for line in desk.screen_text.splitlines() if "Ilya Morozov" in line)
        assert "Anna Feld" in heads


async def test_who_else_says_the_same_in_one_key_from_its_words(valley: Engine) -> None:
    async with running(valley, "") as desk:
        await in_keys(5, desk, "slash", *"dam", "enter")
        words = desk.contents
        assert len(words) > 1
        assert all("dam" in said.lower() for said in words)
        await in_keys(1, desk, "tilde")
        assert "Claims by date" in desk.screen_text
        assert "articles" in desk.screen_text.splitlines()[1]


async def test_a_speaker_is_corrected_in_twelve_keys_and_taken_back_in_one(
    archive: Engine,
) -> None:
    async with running(archive, "") as desk:
        await desk.press(*BY_HIM)
        await in_keys(12, desk, "E", "tab", *"anna f", "right", "enter")
        assert "✎ 2024-01-09 Anna Feld" in desk.screen_text
        await in_keys(1, desk, "u")
        assert "2024-01-09 Ilya Morozov" in desk.screen_text


async def test_the_most_doubtful_are_reviewed_with_a_key_each(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await in_keys(1 + 8, desk, "r", *"axaxaxax")
    assert sorted(states(archive)) == ["accepted"] * 4 + ["rejected"] * 4


async def test_from_launch_to_their_csv_in_twelve_keys(
    archive: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with running(archive, "") as desk:
        await in_keys(12, desk, *BY_HIM, "e", "enter", "enter")
    [written] = tmp_path.glob("*.csv")
    assert "morozov" in written.name
    with written.open(encoding="utf-8", newline="") as rows:
        told = list(csv.DictReader(rows))
    assert [row["speaker"] for row in told] == ["Ilya Morozov"] * 3


async def test_two_names_are_merged_in_ten_keys_and_parted_in_one(archive: Engine) -> None:
    async with running(archive, 'speaker:"Ilya Morozov"') as desk:
        await in_keys(10, desk, "P", "m", *"feld", "right", "enter")
        assert speaker_page(archive, "anna feld").speaker.label == "Ilya Morozov"
        await in_keys(1, desk, "u")
    assert speaker_page(archive, "anna feld").speaker.label == "Anna Feld"


async def test_a_matrix_of_speakers_and_articles_in_one_key(archive: Engine) -> None:
    async with running(archive, "") as desk:
        await in_keys(1, desk, "m")
        row = next(line for line in desk.screen_text.splitlines() if "Anna Feld" in line)
        assert row.split("Feld")[1].split()[:3] == ["2", "2", "·"]


async def test_the_command_of_what_is_seen_in_one_key(archive: Engine) -> None:
    async with running(archive, 'speaker:"Ilya Morozov"') as desk:
        await in_keys(1, desk, "colon")
        assert desk.app.clipboard.startswith("claims list --speaker 'Ilya Morozov' ")


def test_a_shell_completes_a_name_from_any_of_its_words(archive: Engine, tmp_path: Path) -> None:
    for typed in ("mor", "ily"):
        assert "Ilya Morozov" in offered("list", "--speaker", typed, db=tmp_path / "claims.db")
    assert "confidence" in offered("list", "--sort", "", db=tmp_path / "claims.db")


async def test_themes_and_all_keys_in_one_key(archive: Engine) -> None:
    async with running(archive, "") as desk:
        before: Color = desk.app.screen.styles.background
        await in_keys(1, desk, "ctrl+t")
        assert desk.app.screen.styles.background != before
        await in_keys(1, desk, "question_mark")
        assert "What you can do here" in desk.screen_text


async def test_sorting_and_reading_take_the_mouse_and_no_key(archive: Engine) -> None:
    async with running(archive, "", size=MEDIUM) as desk:
        table = desk.table
        head = next(line for line in desk.screen_text.splitlines() if "Speaker" in line)
        await desk.pilot.click(table, offset=Offset(head.index("Speaker"), 1))
        await desk.at_rest()
        assert desk.browse.filter.line == "sort:speaker"
        assert desk.contents[0] == "“Waiting has a cost as well,”"
        row = 1 + table.HEADER_LINES
        await desk.pilot.click(table, offset=Offset(20, row), times=2)
        await desk.at_rest()
        assert isinstance(desk.app.screen, ArticleScreen)
