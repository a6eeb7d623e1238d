"""Names that the archive knows, completed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from db.query.vocabulary import Named
from tui.widgets.name_suggester import NameSuggester


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("Il", "Ilya Morozov"),
        ("Anna Feld; Ily", "Anna Feld; Ilya Morozov"),
        ("Anna Feld;  ", None),
        ("I", None),
        ("ilya", None),
        ("Ilya Morozov", None),
        ("Zo", None),
    ],
)
async def test_the_last_name_is_completed_after_the_very_letters(
    archive: Engine, written: str, whole: str | None
) -> None:
    suggester = NameSuggester(archive, Named.SPEAKER, ";")
    assert await suggester.get_suggestion(written) == whole


async def test_without_an_archive_nothing_is_suggested(tmp_path: Path) -> None:
    nowhere = create_engine(f"sqlite:///{tmp_path / 'no' / 'claims.db'}")
    assert await NameSuggester(nowhere, Named.SPEAKER, ";").get_suggestion("Ilya") is None
