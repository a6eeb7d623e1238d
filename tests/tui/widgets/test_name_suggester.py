"""Names that the archive knows, completed."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from claims.claim import SpeakerKind
from db.query.vocabulary import Named
from tui.widgets.name_suggester import NameSuggester


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("Il", "Ilya Morozov"),
        ("Anna Feld; Ily", "Anna Feld; Ilya Morozov"),
        ("Anna Feld;  ", None),
        ("I", None),
        ("ilya", "ilya  → Ilya Morozov"),
        ("Anna Feld; moroz", "Anna Feld; moroz  → Ilya Morozov"),
        ("Ilya Morozov", None),
        ("Zo", None),
    ],
)
async def test_the_last_name_is_completed_by_any_of_its_words(
    archive: Engine, written: str, whole: str | None
) -> None:
    suggester = NameSuggester(archive, Named.SPEAKER, ";")
    assert await suggester.get_suggestion(written) == whole


async def test_without_an_archive_nothing_is_suggested(tmp_path: Path) -> None:
    nowhere = create_engine(f"sqlite:///{tmp_path / 'no' / 'claims.db'}")
    assert await NameSuggester(nowhere, Named.SPEAKER, ";").get_suggestion("Ilya") is None


@pytest.mark.parametrize(
    ("line", "means"),
    [
        ("moroz  → Ilya Morozov", "Ilya Morozov"),
        ("Anna Feld; moroz  → Ilya Morozov", "Anna Feld; Ilya Morozov"),
        ("Ilya Morozov", "Ilya Morozov"),
    ],
)
def test_what_was_taken_gives_way_to_the_name(archive: Engine, line: str, means: str) -> None:
    assert NameSuggester(archive, Named.SPEAKER, ";").taken(line) == means


async def test_of_speakers_of_one_kind_no_others_are_suggested(archive: Engine) -> None:
    groups = NameSuggester(archive, Named.SPEAKER, "\n", SpeakerKind.GROUP)
    assert await groups.get_suggestion("off") == "officials"
    assert await groups.get_suggestion("Il") is None
    named = NameSuggester(archive, Named.SPEAKER, "\n")
    assert await named.get_suggestion("off") is None
