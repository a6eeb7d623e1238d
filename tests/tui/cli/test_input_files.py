"""A file that a command is to read and cannot: one rule for all commands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
import pytest

from tests.tui.cli.conftest import Run
from tui.cli.main import cli

MISSING: Final = "{missing}"
READ: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("ingest", "paths"): ("ingest", MISSING),
    ("ingest", "table"): ("ingest", "{folder}", "--meta", MISSING),
    ("ingest", "text"): ("ingest", "--text", MISSING),
    ("extract", "paths"): ("extract", MISSING),
    ("evaluate", "gold_dir"): ("evaluate", MISSING),
    ("evaluate", "pred"): ("evaluate", "{folder}", "--pred", MISSING),
    ("evaluate", "pairs"): ("evaluate", "--pairs", MISSING),
    ("export", "template"): ("export", "-o", "{folder}/o.md", "--template", MISSING),
    ("restore", "file"): ("restore", MISSING),
    ("speakers import", "path"): ("speakers", "import", MISSING),
}
"""How each parameter that names a file to read is given, by its command and name."""

WRITTEN: Final = {
    ("backup", "file"),
    ("export", "output"),
    ("fetch", "folder"),
    ("graph", "output"),
}


def parameters() -> Iterator[tuple[str, str]]:
    """Every parameter that names a file, with its command."""

    def within(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
        context = click.Context(command, **command.context_settings)
        for param in command.params:
            if isinstance(param.type, click.Path | click.File):
                yield name, str(param.name)
        if isinstance(command, click.Group):
            for other in command.list_commands(context):
                found = command.get_command(context, other)
                assert found is not None
                yield from within(found, f"{name} {other}".strip())

    yield from within(cli, "")


def test_every_parameter_that_names_a_file_is_known_here() -> None:
    assert set(parameters()) == {*READ, *WRITTEN}


@pytest.mark.parametrize("which", READ)
def test_a_file_that_is_not_there_is_named_in_one_line_and_fails(
    which: tuple[str, str], run: Run, archive: Path, articles: Path, tmp_path: Path
) -> None:
    missing = tmp_path / "none.csv"
    given = [one.format(missing=missing, folder=articles) for one in READ[which]]
    result = run(*given, db=archive)
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"claims: {missing}: ")
    assert "no such" in line.casefold()
    assert result.exit_code == 1
    assert not (articles / "o.md").exists()


@pytest.mark.parametrize(
    "which", [("ingest", "table"), ("ingest", "text"), ("speakers import", "path")]
)
def test_a_folder_in_place_of_a_file_is_told_so(
    which: tuple[str, str], run: Run, archive: Path, articles: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "folder.csv"
    folder.mkdir()
    given = [one.format(missing=folder, folder=articles) for one in READ[which]]
    result = run(*given, db=archive)
    assert result.stderr.startswith(f"claims: {folder}: ")
    assert len(result.stderr.splitlines()) == 1
    assert result.exit_code == 1
