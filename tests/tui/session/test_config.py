"""What a config file sets, and what is told of one that makes no sense."""

from __future__ import annotations

import getpass
import math
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.processes.limits import Limits
from tui.cli.commands.config import as_toml
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
from tui.session.user_name import user_name


def test_a_file_sets_what_it_says(file: Path) -> None:
    file.write_text(
        'database = "/srv/news.db"\ntheme = "claims-light"\nuser = "Ines"\n'
        '[keys]\n"mark.toggle" = ["f9", "space"]\nmark.speaker = "("\nfind.sort = ","\n'
    )
    settings, wrong = checked_config(file)
    assert wrong == []
    assert settings == Settings(
        "/srv/news.db",
        "claims-light",
        "Ines",
        {"mark.toggle": "f9,space", "mark.speaker": "left_parenthesis", "find.sort": "comma"},
    )


def test_no_file_sets_nothing(file: Path) -> None:
    assert checked_config(file) == (Settings(), [])
    assert configured_database() is None
    assert user_name() == getpass.getuser()


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


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"user = '\xff'", "it is not UTF-8 text"), (None, "is a directory")],
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


def test_what_is_shown_can_be_read_again(file: Path) -> None:
    settings = Settings("/a b/“x”.db", "nord", 'In"es', {"mark.toggle": "f9,space"}, 7.5, math.inf)
    file.write_text("\n".join(as_toml(settings)), encoding="utf-8")
    assert checked_config(file) == (settings, [])


def test_every_default_is_shown_as_a_line_that_would_set_it() -> None:
    lines = [line.removeprefix("# ") for line in as_toml(Settings()) if " = " in line]
    found = tomllib.loads("\n".join(lines))
    ids = {ident: keymap.keys_of(binding, {}) for ident, binding in keymap.by_id().items()}
    told = {name: value for name, value in found.items() if name in ids}
    assert {name: [*map(key_name, keys)] for name, keys in told.items()} == ids
