"""Which versions of Textual will do."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tui.textual_version import VERSIONS, WrongTextual, check_textual


def test_the_versions_are_those_that_are_asked_for() -> None:
    project = tomllib.loads(
        (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    )["project"]
    assert "textual>={},<{}".format(*VERSIONS) in project["dependencies"]


def test_what_is_installed_will_do() -> None:
    check_textual()


@pytest.mark.parametrize("version", ["8.2.8", "8.2.9", "8.2.10"])
def test_a_version_between_them_will_do(version: str) -> None:
    check_textual(version)


@pytest.mark.parametrize("version", ["8.2.7", "7.9.9", "8.3", "8.3.0", "8.10.1", "9.0.0"])
def test_any_other_is_refused_in_one_line(version: str) -> None:
    with pytest.raises(WrongTextual, match=rf"^Textual {version} is installed; .*textual>=8.2.8"):
        check_textual(version)
