"""``claims config``, and the database that the config file names."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.cli.main import cli


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "my config.toml"
    monkeypatch.setenv("CLAIMS_CONFIG", str(path))
    return path


def config(*args: str) -> Result:
    return CliRunner().invoke(cli, ["config", *args], prog_name="claims")


def test_it_tells_where_everything_is(file: Path) -> None:
    result = config()
    assert result.exit_code == 0
    told = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert list(told) == ["settings", "state", "log", "database"]
    assert told["settings"] == str(file)
    assert told["log"].endswith("claims.log")


def test_the_path_alone(file: Path) -> None:
    assert config("path").stdout == f"{file}\n"


def test_nothing_is_wrong_with_no_file(file: Path) -> None:
    result = config("check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"claims: {file} is not there; all is as by default\n"


def test_a_good_file_is_told_to_be_good(file: Path) -> None:
    file.write_text('user = "Ines"\n[keys]\nmark.toggle = "f9"')
    result = config("check")
    assert result.exit_code == 0
    assert result.stderr == f"claims: {file} is all right; it sets user, keys of mark.toggle\n"


def test_each_mistake_gets_a_line_and_a_status(file: Path) -> None:
    file.write_text('usr = "Ines"\n[keys]\nmark.togle = "m"')
    result = config("check")
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"claims: {file}:1: usr: there is no such setting; did you mean user?",
        f"claims: {file}:3: keys.mark.togle: no binding has this id; did you mean mark.toggle?",
    ]


def test_what_is_in_force_is_shown(file: Path) -> None:
    file.write_text('[keys]\nmark.toggle = ["f9", "space"]')
    result = config("show")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert '"mark.toggle" = ["f9", "space"]' in " ".join(lines)
    assert any(line.startswith('# "mark.speaker" = [","]') for line in lines)


def test_the_database_of_the_file_is_used(
    file: Path, stored: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(f'database = "{stored.as_posix()}"')
    result = CliRunner().invoke(cli, ["list", "--query", "barley"])
    assert "bed of barley" in result.stdout
    assert str(stored) in config().stdout
    monkeypatch.setenv("CLAIMS_DB", str(file.parent / "other.db"))
    assert "bed of barley" not in CliRunner().invoke(cli, ["list"]).stdout


def test_a_broken_file_stops_what_needs_its_database(file: Path, stored: Path) -> None:
    file.write_text("database =")
    result = CliRunner().invoke(cli, ["list"])
    assert result.exit_code == 1
    assert result.stderr == f"claims: {file}: it is no valid TOML: Invalid value\n"
    assert CliRunner().invoke(cli, ["list", "--db", str(stored)]).exit_code == 0


@pytest.mark.parametrize(
    "url", ["postgresql://ines:sesame@host/claims", "postgresql://host/claims?password=sesame"]
)
def test_the_password_of_a_database_is_not_shown(file: Path, url: str) -> None:
    file.write_text(f'database = "{url}"')
    for told in (config().stdout, config("show").stdout):
        assert "host/claims" in told
        assert "sesame" not in told
        assert "***" in told


def test_a_url_that_cannot_be_read_is_not_repeated(file: Path) -> None:
    file.write_text('database = "postgresql:ines:sesame@host/claims"')
    assert 'database = "postgresql:***"' in config("show").stdout
    result = CliRunner().invoke(cli, ["list"])
    assert (result.exit_code, result.stderr) == (1, "claims: the database URL cannot be read\n")
