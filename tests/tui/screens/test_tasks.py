"""What analysts do most, and in how many keys."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import running

BY_HIM = ("slash", *"moroz", "enter")


async def test_all_claims_by_a_person_named_in_words_in_eight_keys(archive: Engine) -> None:
    assert len(BY_HIM) <= 8
    async with running(archive, "") as desk:
        await desk.press(*BY_HIM)
        assert desk.labels == 'speaker:"Ilya Morozov"'
        assert len(desk.contents) == 3


async def test_from_launch_to_their_csv_in_twelve_keys(
    archive: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    keys = (*BY_HIM, "e", "enter", "enter")
    assert len(keys) <= 12
    async with running(archive, "") as desk:
        await desk.press(*keys)
    [written] = tmp_path.glob("*.csv")
    with written.open(encoding="utf-8", newline="") as rows:
        assert {row["speaker"] for row in csv.DictReader(rows)} == {"Ilya Morozov"}


async def test_a_speaker_is_corrected_in_twelve_keys_and_taken_back_in_one(
    archive: Engine,
) -> None:
    keys = ("E", "tab", *"anna f", "right", "enter")
    assert len(keys) <= 12
    async with running(archive, "") as desk:
        await desk.press(*BY_HIM)
        await desk.press(*keys)
        assert "✎ 2024-01-09 Anna Feld" in desk.screen_text
        await desk.press("u")
        assert "2024-01-09 Ilya Morozov" in desk.screen_text
