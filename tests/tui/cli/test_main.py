"""``claims`` itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner

from claims import __version__
from db.archive import open_archive
from tui.cli.main import COMMANDS, SECTIONS, cli


def test_help_of_the_group_loads_no_command() -> None:
    program = (
        "import sys\nfrom tui.cli.main import cli\n"
        "try: cli.main(['--help'], prog_name='claims')\n"
        "except SystemExit: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert not {module for module, _ in COMMANDS.values()} & set(done.stderr.split())


def test_a_list_of_an_sqlite_archive_waits_for_no_arrays_and_no_other_database(
    tmp_path: Path,
) -> None:
    archive = str(tmp_path / "claims.db")
    open_archive(archive).dispose()
    commands = ("list", "speakers", "topics", "new")
    program = (
        "import sys\nfrom tui.cli.main import cli\n"
        f"for command in {commands!r}:\n"
        f"    try: cli.main(['--db', {archive!r}, command], prog_name='claims')\n"
        "    except SystemExit as end: assert not end.code, end\n"
        "    print('loaded', *sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    told = [line.split() for line in done.stderr.splitlines() if line.startswith("loaded ")]
    for command, loaded in zip(commands, map(set, told), strict=True):
        assert "sqlalchemy.dialects.sqlite" in loaded, command
        assert not {"numpy", "psycopg", "sqlalchemy.dialects.postgresql"} & loaded, command


def test_version() -> None:
    result = CliRunner().invoke(cli, ["--version"])
    assert result.stdout.strip() == f"claims, version {__version__}"
    assert result.exit_code == 0


def test_no_command_shows_the_help_as_an_error() -> None:
    result = CliRunner().invoke(cli, [])
    assert result.exit_code == 2
    assert "Read articles:" in result.stderr
    assert result.stdout == ""


def test_the_help_has_each_command_once_under_what_it_is_for() -> None:
    told = CliRunner().invoke(cli, ["--help"]).stdout
    heads = [told.index(f"\n{title}:\n") for title in SECTIONS.values()]
    assert heads == sorted(heads)
    for name, (_, short) in COMMANDS.items():
        assert told.count(f"\n  {name} ") == 1
        assert short.split()[0] in told
