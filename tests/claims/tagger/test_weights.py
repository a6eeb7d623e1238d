"""The settings that go with weights."""

from __future__ import annotations

from pathlib import Path

from claims.tagger.weights import NETWORK, SHIPPED, TOKENIZER, Settings


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    settings = Settings("7", 128, {"intercept": 0.5}, 0.35)
    settings.write(tmp_path)
    assert Settings.read(tmp_path) == settings


def test_the_shipped_folder_is_whole() -> None:
    assert (SHIPPED / NETWORK).is_file()
    assert (SHIPPED / TOKENIZER).is_file()
    assert "intercept" in Settings.read(SHIPPED).confidence
