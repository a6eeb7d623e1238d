"""``claims`` as a process: pipes, terminals, signals, and where the database comes from."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from db.archive import open_archive
from tests.tui.cli.conftest import Claims, Run
from tests.tui.cli.on_terminal import COMMAND, on_unix
from tui.cli.main import cli


def on_terminal(*args: str | Path, db: Path, width: int = 100, **env: str) -> tuple[str, int]:
    """What a run shows on a terminal of ``width`` cells, both outputs together, and its status."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 30, width, 0, 0))
    process = subprocess.Popen(
        [*COMMAND, *map(str, args)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "CLAIMS_DB": str(db), "TERM": "xterm-256color", **env},
    )
    os.close(theirs)
    shown = b""
    # Reading fails with EIO once the process has closed the other end.
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:
        pass
    os.close(ours)
    return shown.decode(), process.wait(timeout=60)


def test_a_pipe_gets_results_only_and_no_colour(claims: Claims, run: Run) -> None:
    done = claims("compare")
    assert done.returncode == 0
    assert "Okafor" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert done.stdout == run("compare").stdout


@pytest.mark.parametrize("command", ["list", "speakers", "articles"])
def test_what_is_no_terminal_gets_results_only_and_no_colour(run: Run, command: str) -> None:
    result = run(command)
    assert result.exit_code == 0
    assert "Okafor" in result.stdout or "ferries" in result.stdout
    assert "\x1b" not in result.stdout + result.stderr


def test_what_the_locale_lacks_is_spelled_out(claims: Claims) -> None:
    done = claims("list", "--query", "troubles", PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, "")
    assert "\\u201c=SUM of all our troubles" in done.stdout


@on_unix
def test_a_terminal_gets_a_table_of_its_width(stored: Path) -> None:
    shown, status = on_terminal("list", db=stored, width=90)
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).splitlines()
    assert status == 0
    assert "\x1b[1m" in shown
    assert max(map(len, lines)) <= 90
    assert any("…" in line for line in lines)


def test_no_color_is_heeded(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[36m" in run("compare").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in run("compare").stdout


@on_unix
def test_ingest_shows_a_bar_on_a_terminal(articles: Path, tmp_path: Path) -> None:
    (articles / "empty.txt").write_bytes(b"")
    shown, status = on_terminal(
        "ingest", "--jobs", "1", "--no-compare", articles, db=tmp_path / "new.db"
    )
    assert status == 1
    assert "4/4" in shown
    assert f"claims: {articles / 'empty.txt'}: the file is empty" in shown


@on_unix
def test_export_shows_a_bar_on_a_terminal(stored: Path, tmp_path: Path) -> None:
    shown, status = on_terminal("export", "-o", tmp_path / "claims.csv", db=stored)
    assert status == 0
    assert "━" in shown
    assert "claims: wrote " in shown


@on_unix
def test_a_reader_that_leaves_is_no_error(claims: Claims, stored: Path, tmp_path: Path) -> None:
    errors = tmp_path / "stderr"
    line = (
        f"'{sys.executable}' -m tui.cli.main --db '{stored}' list --format jsonl 2>'{errors}' "
        "| true; echo ${PIPESTATUS[0]}"
    )
    done = subprocess.run(["bash", "-c", line], capture_output=True, encoding="utf-8", check=True)
    assert errors.read_text() == ""
    assert done.stdout.strip() in {"141", "0"}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_output_on_a_full_disk(stored: Path, form: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "--db", str(stored), "list", "--format", form],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "claims: standard output: no space left on device\n"


@on_unix
def test_ctrl_c_is_one_line(articles: Path, tmp_path: Path) -> None:
    program = (
        "import signal, sys, threading\n"
        "from tui.cli.main import cli\n"
        "from claims.reading import BoundedReader\n"
        "def stop(*args, **kwargs): signal.raise_signal(signal.SIGINT)\n"
        "BoundedReader.read = stop\n"
        "cli.main(sys.argv[1:], prog_name='claims')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--db", str(tmp_path / "new.db"), "ingest", str(articles)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 130
    assert done.stderr.strip() == "claims: interrupted; what was stored or written before stays"


def test_the_database_before_or_after_the_command_or_in_the_environment(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def articles(*arguments: str) -> str:
        return CliRunner().invoke(cli, arguments).stdout

    empty = str(tmp_path / "empty.db")
    monkeypatch.setenv("CLAIMS_DB", str(stored))
    expected = articles("articles")
    assert "ferries" in expected
    monkeypatch.setenv("CLAIMS_DB", empty)
    assert articles("articles") == ""
    assert articles("--db", str(stored), "articles") == expected
    assert articles("articles", "--db", str(stored)) == expected
    assert articles("--db", empty, "articles", "--db", f"sqlite:///{stored}") == expected


@pytest.mark.parametrize("command", ["list", "speakers", "articles", "compare", "tui"])
def test_databases_that_cannot_be_used(run: Run, tmp_path: Path, command: str) -> None:
    newer, other, noise = tmp_path / "newer.db", tmp_path / "other.db", tmp_path / "noise.db"
    open_archive(str(newer)).dispose()
    for path, statement in (
        (newer, "UPDATE alembic_version SET version_num = '9999'"),
        (other, "CREATE TABLE recipes (id INTEGER)"),
    ):
        with sqlite3.connect(path) as connection:
            connection.execute(statement)
        connection.close()
    noise.write_bytes(b"no database at all " * 500)
    for path, reason in (
        (newer, "newer version"),
        (other, "another program"),
        (noise, "not a database"),
        (tmp_path, "folder"),
        (tmp_path / "nowhere" / "claims.db", "no such database"),
    ):
        result = run(command, db=path)
        assert result.exit_code == 1
        assert result.stdout == ""
        lines = [line for line in result.stderr.splitlines() if "is no terminal" not in line]
        assert len(lines) == 1
        assert lines[0].startswith(f"claims: {path}: ")
        assert reason in lines[0]


def test_an_url_that_is_none(run: Run) -> None:
    for url in ("mysql://host/claims", "postgresql://user:secret@127.0.0.1:1/claims"):
        result = run("list", "--db", url)
        assert result.exit_code == 1
        assert result.stderr.count("\n") == 1
        assert "secret" not in result.stderr


def bound_by_permissions() -> list[str]:
    """What to put before a command so that file permissions bind it, root or not."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root needs setpriv to be bound by file permissions")
    return [setpriv, "--bounding-set=-dac_override,-dac_read_search"]


@on_unix
def test_an_archive_that_cannot_be_written_is_still_read(archive: Path, run: Run) -> None:
    expected = run("list", "--all").stdout
    archive.chmod(0o444)
    archive.parent.chmod(0o555)
    try:
        for arguments, status in ((["list", "--all"], 0), (["ingest", str(archive)], 1)):
            done = subprocess.run(
                [*bound_by_permissions(), *COMMAND, "--db", str(archive), *arguments],
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert done.returncode == status, done.stderr
            assert done.stdout == (expected if status == 0 else "")
            assert done.stderr == ("" if status == 0 else f"claims: {archive}: it is read-only\n")
    finally:
        archive.parent.chmod(0o755)
