"""``claims serve``: to whom, and what it refuses. What it shows is tested in a browser."""

from __future__ import annotations

import importlib.util
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.tui.cli.conftest import Run
from tui.cli.main import cli

served = pytest.mark.skipif(
    importlib.util.find_spec("textual_serve") is None,
    reason="needs textual-serve, of the extra 'web'",
)


def test_without_textual_serve_it_says_what_to_install(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    result = run("serve")
    assert result.exit_code == 1
    assert result.stderr == (
        "claims: serving needs textual-serve; install it with: pip install 'claims[web]'\n"
    )


@served
def test_a_port_in_use(run: Run) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 1
    assert result.stderr == (
        f"claims: 127.0.0.1:{port}: the port is in use; --port chooses another\n"
    )


@served
def test_an_archive_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("no database at all, but a text of some length " * 10)
    result = CliRunner().invoke(cli, ["serve", "--db", str(tmp_path / "no.db")])
    assert result.exit_code == 1
    assert result.stderr == f"claims: {tmp_path / 'no.db'}: it is not a database\n"


def starting(
    host: str, run: Run, monkeypatch: pytest.MonkeyPatch, *options: str
) -> tuple[Result, list[str]]:
    """What is told when a server starts on an address, and the command for its visitors."""
    from tui.web.server import ClaimsServer

    commands: list[str] = []

    def instead(server: ClaimsServer) -> None:
        commands.append(server.command)

    monkeypatch.setattr(ClaimsServer, "run", instead)
    return run("serve", "--host", host, "--speaker", "ola's dog", *options), commands


@served
@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.9.9.9"])
def test_this_machine_alone_is_no_matter(
    run: Run, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    result, commands = starting(host, run, monkeypatch)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "speaker:" in commands[0]


@served
@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.9", "news.example"])
def test_other_machines_are_warned_of(run: Run, host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    result, _ = starting(host, run, monkeypatch)
    assert result.exit_code == 0
    assert result.stderr.startswith("claims: WARNING: ")
    assert "without a password" in result.stderr


@served
def test_which_names_it_answers_to_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("--allow-host", "Desk.Example", "--allow-host", "192.168.0.9")
    result, _ = starting("0.0.0.0", run, monkeypatch, *names)
    assert result.stderr.splitlines()[1] == (
        "claims: it answers to its addresses, localhost, Desk.Example, 192.168.0.9; "
        "--allow-host NAME has it answer to another name too"
    )


@pytest.mark.parametrize("option", ["--host", "--allow-host"])
@pytest.mark.parametrize("name", ["", "*", "http://desk.example", "desk.example:80", "a b"])
def test_what_is_no_name_of_a_host(run: Run, option: str, name: str) -> None:
    result = run("serve", option, name)
    assert result.exit_code == 2
    assert f"{name!r} is not the name or address of a host" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@served
def test_the_password_of_a_database_that_cannot_be_served_is_not_told() -> None:
    url = "postgresql://127.0.0.1:1/claims?user=ines&password=sesame"
    result = CliRunner().invoke(cli, ["serve", "--db", url])
    assert result.exit_code == 1
    assert "password=***" in result.stderr
    assert "sesame" not in result.output


@served
def test_who_only_reads_and_who_is_signed_in(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _, commands = starting("127.0.0.1", run, monkeypatch)
    assert " tui.web.visitor restored writing " in commands[0]
    _, commands = starting("127.0.0.1", run, monkeypatch, "--read-only")
    assert " tui.web.visitor apart reading " in commands[0]
    _, commands = starting("0.0.0.0", run, monkeypatch)
    assert " tui.web.visitor apart writing " in commands[0]
    _, commands = starting("127.0.0.1", run, monkeypatch, "--allow-host", "news.example")
    assert " tui.web.visitor apart writing " in commands[0]
    _, commands = starting("127.0.0.1", run, monkeypatch, "--user-header", "X-Remote-User")
    assert " tui.web.visitor apart writing " in commands[0]
    told, _ = starting("0.0.0.0", run, monkeypatch, "--user-header", "X-Remote-User")
    assert "review claims as anybody by X-Remote-User" in told.stderr
    told, _ = starting("0.0.0.0", run, monkeypatch, "--read-only")
    assert "can read this database, without a password" in told.stderr


@pytest.mark.parametrize("name", ["", "X Remote", "X:User", "Üser"])
def test_what_is_no_name_of_a_header(run: Run, name: str) -> None:
    result = run("serve", "--user-header", name)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert f"{name!r} is not the name of a header" in result.stderr
