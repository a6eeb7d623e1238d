"""What a config file sets, and what is told of one that makes no sense."""

from __future__ import annotations

import getpass
import math
import os
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from claims.processes.limits import Limits
from tests.tui.driving import running
from tui.cli.commands.config import as_toml
from tui.dialogs.problem import ProblemScreen
from tui.keys import keymap
from tui.keys.key_names import key_name
from tui.session.config import (
    ConfigError,
    Settings,
    config_file,
    configured_database,
    configured_limits,
    read_config,
)
from tui.session.config_check import checked_config
from tui.session.session import Session
from tui.session.themes import LIGHT
from tui.session.who import who


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the config file is to be."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("CLAIMS_CONFIG", str(path))
    return path


def problems(file: Path, text: str) -> list[str]:
    """What is wrong with a file, without the name of its folder."""
    file.write_text(text, encoding="utf-8")
    return [str(each).removeprefix(f"{file.parent}{os.sep}") for each in checked_config(file)[1]]


def test_a_file_sets_what_it_says(file: Path) -> None:
    file.write_text(
        'database = "/srv/news.db"\ntheme = "claims-light"\nuser = "Ines"\n'
        '[keys]\n"mark.toggle" = ["z", "space"]\nmark.speaker = "Z"\nfind.sort = ","\n'
    )
    settings, wrong = checked_config(file)
    assert wrong == []
    assert settings == Settings(
        "/srv/news.db",
        "claims-light",
        "Ines",
        {"mark.toggle": "z,space", "mark.speaker": "Z", "find.sort": "comma"},
    )


def test_no_file_sets_nothing(file: Path) -> None:
    assert checked_config(file) == (Settings(), [])
    assert configured_database() is None
    assert who() == getpass.getuser()


def test_a_database_is_found_from_the_folder_of_the_file(file: Path) -> None:
    file.write_text('database = "news.db"')
    assert configured_database() == str(file.parent / "news.db")
    file.write_text('database = "postgresql://ines@host/claims"')
    assert configured_database() == "postgresql://ines@host/claims"


def test_what_an_article_may_take_is_as_set_or_as_usual(file: Path) -> None:
    assert configured_limits() == Limits(seconds=60, megabytes=1000)
    file.write_text("article_seconds = 7.5")
    assert configured_limits() == Limits(seconds=7.5, megabytes=1000)
    file.write_text("article_seconds = inf\narticle_megabytes = 250")
    assert configured_limits() == Limits(seconds=math.inf, megabytes=250)
    file.write_text("article_megabytes = 0")
    with pytest.raises(ConfigError, match="article_megabytes: write a number above 0"):
        configured_limits()


def test_who_judges_is_the_user(file: Path) -> None:
    file.write_text('user = "Ines Calder"')
    assert who() == "Ines Calder"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            'databse = "x"',
            "config.toml:1: databse: there is no such setting; did you mean database?",
        ),
        ("\nuser = 3", 'config.toml:2: user: write text between quotation marks: "…"'),
        ('article_seconds = "9"', "config.toml:1: article_seconds: write a number above 0"),
        ("article_megabytes = -1", "config.toml:1: article_megabytes: write a number above 0"),
        ("article_megabytes = true", "config.toml:1: article_megabytes: write a number above 0"),
        ("compare = 1", "config.toml:1: compare: write true or false"),
        ('keys = "m"', "config.toml:1: keys: write it as a table: [keys]"),
        (
            '[keys]\n"mark.togle" = "m"',
            "config.toml:2: keys.mark.togle: no binding has this id; did you mean mark.toggle?",
        ),
        (
            "[keys]\n# z\nmark.toggle = 1",
            'config.toml:3: keys.mark.toggle: write one or more keys: "m" or ["m", "space"]',
        ),
        (
            '[keys]\nmark.toggle = "spcae"',
            "config.toml:2: keys.mark.toggle: there is no key spcae; did you mean space?",
        ),
        (
            '[keys.mark]\ntoggle = "s"',
            "config.toml:2: keys.mark.toggle: s would mean mark.toggle and find.sort",
        ),
        (
            '[keys]\nmark.toggle = "comma"',
            "config.toml:2: keys.mark.toggle: “,” would mean mark.toggle and mark.speaker",
        ),
        (
            '[keys]\nmark.toggle = "ctrl+q"',
            "config.toml:2: keys.mark.toggle: ctrl+q would mean mark.toggle and app.quit",
        ),
        (
            'theme = "claims-lihgt"',
            "config.toml:1: theme: there is no theme claims-lihgt; did you mean claims-light?",
        ),
        ("a = [\nb", "config.toml:2: it is no valid TOML: Invalid value"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_in_a_line(file: Path, text: str, told: str) -> None:
    assert problems(file, text) == [told]


def test_what_makes_sense_holds_beside_what_does_not(file: Path) -> None:
    file.write_text('user = "Ines"\nthme = "x"\n[keys]\nmark.toggle = "z"\nno.such = "x"\n')
    settings, wrong = checked_config(file)
    assert (settings.user, settings.keys) == ("Ines", {"mark.toggle": "z"})
    assert len(wrong) == 2


def test_keys_can_change_places(file: Path) -> None:
    assert problems(file, '[keys]\nmark.toggle = "comma"\nmark.speaker = "space"') == []


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"user = '\xff'", "it is not UTF-8 text"), (None, "Is a directory")],
)
def test_a_file_that_cannot_be_read(file: Path, content: bytes | None, told: str) -> None:
    if content is None:
        file.mkdir()
    else:
        file.write_bytes(content)
    settings, wrong = read_config(file)
    assert settings == Settings()
    assert [str(each) for each in wrong] == [f"{file}: {told}"]
    with pytest.raises(ConfigError, match=told):
        configured_database()


@given(st.text())
def test_no_text_makes_it_fail(text: str) -> None:
    file = config_file().parent / "any.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    for problem in checked_config(file)[1]:
        assert str(problem).startswith(str(file))


@given(st.dictionaries(st.text(min_size=1), st.recursive(st.text() | st.integers(), st.lists)))
def test_no_settings_make_it_fail(found: dict[str, object]) -> None:
    file = config_file().parent / "odd.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    import json

    lines = [f"{json.dumps(name)} = {json.dumps(value)}" for name, value in found.items()]
    file.write_text("\n".join(lines), encoding="utf-8", errors="replace")
    checked_config(file)


def test_what_is_shown_can_be_read_again(file: Path) -> None:
    settings = Settings("/a b/“x”.db", "nord", 'In"es', {"mark.toggle": "z,space"}, 7.5, math.inf)
    file.write_text("\n".join(as_toml(settings)), encoding="utf-8")
    assert checked_config(file) == (settings, [])


def test_every_default_is_shown_as_a_line_that_would_set_it() -> None:
    lines = [line.removeprefix("# ") for line in as_toml(Settings()) if " = " in line]
    found = tomllib.loads("\n".join(lines))
    ids = {ident: keymap.keys_of(binding, {}) for ident, binding in keymap.by_id().items()}
    told = {name: value for name, value in found.items() if name in ids}
    assert {name: [*map(key_name, keys)] for name, keys in told.items()} == ids


def test_keys_are_shown_as_they_are_pressed() -> None:
    shown = [line for line in as_toml(Settings()) if '"columns.widen"' in line]
    assert shown[0].startswith('# "columns.widen" = [">"]')


def test_a_key_is_written_by_its_character_or_its_name(file: Path) -> None:
    written = 'mark.toggle = ["ctrl+,", "ctrl+minus", "("]\nmark.speaker = [",", "ctrl+]"]'
    assert problems(file, f"[keys]\n{written}") == []
    named = {
        "mark.toggle": "ctrl+comma,ctrl+minus,left_parenthesis",
        "mark.speaker": "comma,ctrl+right_square_bracket",
    }
    assert checked_config(file)[0].keys == named


async def test_a_key_written_by_its_character_works(archive: Engine, file: Path) -> None:
    file.write_text('[keys]\nmark.toggle = "("')
    async with running(archive, session=Session(checked_config(file)[0])) as desk:
        await desk.press("left_parenthesis")
        assert list(desk.selection) == [1]


async def test_the_app_uses_it(archive: Engine) -> None:
    settings = Settings(theme=LIGHT.name, keys={"mark.toggle": "z"})
    async with running(archive, session=Session(settings, theme=LIGHT.name)) as desk:
        await desk.press("z", "space")
        assert list(desk.selection) == [1]
        assert desk.app.theme == LIGHT.name


async def test_the_app_tells_what_is_wrong_with_it(archive: Engine, file: Path) -> None:
    file.write_text('[keys]\nmark.togle = "m"\nmark.toggle = "comma"')
    settings, wrong = checked_config(file)
    async with running(archive, session=Session(settings, wrong)) as desk:
        assert isinstance(desk.app.screen, ProblemScreen)
        assert "no binding has this id; did you mean mark.toggle?" in desk.screen_text
        assert "“,” would mean mark.toggle and mark.speaker" in desk.screen_text
        await desk.press("escape")
        assert desk.table.has_focus
        assert desk.toasts == []
