"""A run of the app for a user."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.tui.driving import running
from tui.session.config import (
    Settings,
)
from tui.session.config_check import checked_config
from tui.session.session import Session, begin_session
from tui.session.themes import LIGHT


async def test_a_key_written_by_its_character_works(archive: Engine, file: Path) -> None:
    file.write_text('[keys]\nmark.toggle = "("')
    async with running(archive, session=Session(checked_config(file)[0])) as desk:
        await desk.press("left_parenthesis")
        assert list(desk.selection) == [1]


async def test_the_app_uses_it(archive: Engine) -> None:
    settings = Settings(theme=LIGHT.name, keys={"mark.toggle": "Q"})
    async with running(archive, session=Session(settings, theme=LIGHT.name)) as desk:
        await desk.press("Q", "space")
        assert list(desk.selection) == [1]
        assert desk.app.theme == LIGHT.name


def test_a_visit_counts_from_what_there_was_at_its_beginning(archive: Engine) -> None:
    first = begin_session(archive)
    assert first.visited is None
    first.keep_visit()
    assert begin_session(archive, fresh=True).visited is None
    first.seen = first.began
    first.keep_visit()
    assert begin_session(archive, fresh=True).visited == first.began


def test_a_visit_of_one_person_is_none_of_another(
    archive: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")
    hers = begin_session(archive)
    hers.seen = hers.began
    hers.keep_visit()
    monkeypatch.setenv("CLAIMS_USER", "ben")
    assert begin_session(archive).visited is None
    monkeypatch.setenv("CLAIMS_USER", "anna")
    assert begin_session(archive).visited == hers.began
