"""What is kept between runs, in files that may break."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import make_url

from tui.session.state import Keeper, ScreenState, StateError, ThemeState

NEWS = make_url("sqlite:////srv/news.db")
LEFT = ScreenState('speaker:"Ola Fenn" sort:-published', 7, ("-side", "-detail-off"), "Fenn")


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    Keeper(tmp_path, NEWS).keep_screen(LEFT)
    Keeper(tmp_path, NEWS).keep_theme(ThemeState("nord", "claims-light"))
    assert Keeper(tmp_path, NEWS).screen() == LEFT
    assert Keeper(tmp_path, NEWS).theme() == ThemeState("nord", "claims-light")


def test_at_first_there_is_nothing(tmp_path: Path) -> None:
    assert Keeper(tmp_path, NEWS).screen() == ScreenState()
    assert Keeper(tmp_path, NEWS).theme() == ThemeState()


def test_each_database_has_its_own_screen_and_all_one_theme(tmp_path: Path) -> None:
    other = Keeper(tmp_path, make_url("sqlite:////home/news.db"))
    Keeper(tmp_path, NEWS).keep_screen(LEFT)
    Keeper(tmp_path, NEWS).keep_theme(ThemeState("nord"))
    assert other.screen() == ScreenState()
    assert other.theme() == ThemeState("nord")


def test_another_archive_in_the_same_place_has_none_of_it(tmp_path: Path) -> None:
    Keeper(tmp_path, NEWS, "r1").keep_screen(LEFT)
    assert Keeper(tmp_path, NEWS, "r1").screen() == LEFT
    for other in ("r2", None):
        assert Keeper(tmp_path, NEWS, other).screen() == ScreenState()


def test_what_was_kept_while_it_was_empty_is_of_any_archive(tmp_path: Path) -> None:
    Keeper(tmp_path, NEWS).keep_screen(LEFT)
    assert Keeper(tmp_path, NEWS, "r1").screen() == LEFT


def test_a_password_is_not_in_the_name_of_a_file(tmp_path: Path) -> None:
    with_it = make_url("postgresql+psycopg://ines:sesame@host/claims")
    without = make_url("postgresql+psycopg://ines:other@host/claims")
    keeper = Keeper(tmp_path, with_it)
    assert "sesame" not in str(keeper.screen_file)
    assert keeper.screen_file == Keeper(tmp_path, without).screen_file


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"version": 1, "line": 3}',
        b'{"version": 1, "claim": "7"}',
        b'{"version": 1, "claim": true}',
        b'{"version": 1, "panes": "-side"}',
        b'{"version": 1, "view": 7}',
        b'{"version": 1, "panes": [1]}',
    ],
    ids=lambda broken: repr(broken[:24]),
)
def test_a_broken_file_is_told_and_can_be_replaced(tmp_path: Path, broken: bytes) -> None:
    keeper = Keeper(tmp_path, NEWS)
    keeper.keep_screen(LEFT)
    keeper.screen_file.write_bytes(broken)
    with pytest.raises(StateError, match="news-"):
        keeper.screen()
    keeper.keep_screen(LEFT)
    assert keeper.screen() == LEFT


def test_another_version_is_as_if_not_there(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, NEWS)
    keeper.keep_screen(LEFT)
    keeper.screen_file.write_text('{"version": 2, "line": {"new": "shape"}}')
    assert keeper.screen() == ScreenState()


def test_a_folder_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file in the way")
    keeper = Keeper(tmp_path / "state" / "claims", NEWS)
    keeper.keep_screen(LEFT)
    keeper.forget_screen()


def test_no_part_of_a_file_is_left_behind(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, NEWS)
    keeper.keep_screen(LEFT)
    assert [path.name for path in keeper.screen_file.parent.iterdir()] == [keeper.screen_file.name]
    keeper.forget_screen()
    assert list(keeper.screen_file.parent.iterdir()) == []


@given(line=st.text(), claim=st.none() | st.integers(), panes=st.lists(st.text()))
def test_any_state_comes_back(
    tmp_path_factory: pytest.TempPathFactory, line: str, claim: int | None, panes: list[str]
) -> None:
    keeper = Keeper(tmp_path_factory.getbasetemp() / "any", NEWS)
    state = ScreenState(line, claim, tuple(panes))
    keeper.keep_screen(state)
    assert keeper.screen() == state


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), st.lists))
def test_no_value_makes_it_fail(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    keeper = Keeper(tmp_path_factory.getbasetemp() / "odd", NEWS)
    keeper.screen_file.parent.mkdir(parents=True, exist_ok=True)
    for name in ("line", "claim", "panes", "version"):
        keeper.screen_file.write_text(json.dumps({"version": 1, name: value}))
        with suppress(StateError):
            assert isinstance(keeper.screen(), ScreenState)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise there")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path, NEWS)
    keeper.screen_file.mkdir(parents=True)
    with pytest.raises(StateError, match="cannot be read"):
        keeper.screen()
