"""The commands of the guides give what the guides show of them."""

from __future__ import annotations

import re
import shlex
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from tests.tui.cli.spare_workers import spared
from tests.tui.reference.pages import PAGES, ROOT
from tui.cli.main import cli
from tui.io import tables

_CONSOLE = re.compile(r"(<!-- another archive -->\n+)?^```console\n(.*?)^```$", re.M | re.S)
"""A block of commands and their output, and whether it is about an archive that we do not have."""

_VARIES = re.compile(r"[0-9a-f]*[0-9][0-9a-f,.:-]*")
"""Numbers, dates and ids, which may differ from processor to processor and from day to day."""

Shown = list[tuple[list[str], list[str]]]


def _shown(page: Path) -> Shown:
    """The commands of a page in order, each with the lines shown below it."""
    found: Shown = []
    for another, block in _CONSOLE.findall(page.read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
            command, _, output = part.partition("\n")
            words = shlex.split(command, comments=True)
            if words[0] == "claims" and output.strip() and not another:
                found.append((words[1:], _lines(output)))
    return found


def _lines(output: str) -> list[str]:
    """What is the same everywhere of the lines that are not empty."""
    plain = (" ".join(_VARIES.sub("#", line).split()) for line in output.splitlines())
    return [line for line in plain if line]


GUIDES = [page for page in PAGES if _shown(page)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with an archive of the sample articles."""
    folder = tmp_path_factory.mktemp("guides")
    with spared():
        arguments = ["--db", str(folder / "claims.db"), "ingest", str(ROOT / "fixtures" / "text")]
        result = CliRunner().invoke(cli, arguments)
        assert result.exit_code == 0, result.output
        yield folder


@pytest.mark.parametrize("page", GUIDES, ids=lambda page: page.name)
def test_a_guide_shows_what_its_commands_give(
    page: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fixtures").symlink_to(ROOT / "fixtures")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tables, "out_is_terminal", lambda: True)
    for name, value in (("CLAIMS_DB", "claims.db"), ("LOGNAME", "Ines"), ("COLUMNS", "100")):
        monkeypatch.setenv(name, value)
    commands = _shown(page)
    if commands[0][0][0] != "ingest":
        for part in folder.glob("claims.db*"):
            shutil.copy(part, tmp_path)
    for arguments, shown in commands:
        result = CliRunner().invoke(cli, arguments)
        given = _lines(click.unstyle(result.output))
        message = f"claims {shlex.join(arguments)} gives\n{result.output}"
        assert result.exit_code == 0, message
        assert (shown[0], shown[-1]) == (given[0], given[-1]), message
        # How sure the model is, and so which rows come first, depends a little on the processor.
        words = Counter(" ".join(shown).split())
        assert (words & Counter(" ".join(given).split())).total() >= words.total() / 2, message
