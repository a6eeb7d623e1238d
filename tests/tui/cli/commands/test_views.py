"""``claims views``, and ``--view NAME`` of the other commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.tui.cli.conftest import Run


def test_a_saved_view_filters_every_command(run: Run, archive: Path) -> None:
    saved = run("views", "--save", "Okafor talks", "--speaker", "okafor", db=archive)
    assert saved.exit_code == 0
    assert "saved “Okafor talks”: claims by okafor" in saved.stderr

    for command in ("list", "speakers", "articles"):
        plain = run(command, "--format", "json", "--speaker", "okafor", db=archive)
        viewed = run(command, "--format", "json", "--view", "okafor TALKS", db=archive)
        assert viewed.stdout == plain.stdout
    assert run("compare", "--view", "okafor talks", db=archive).exit_code == 0


def test_what_is_given_goes_before_what_the_view_asks(run: Run, archive: Path) -> None:
    run("views", "--save", "V", "--speaker", "okafor", "--sort", "-published", db=archive)

    found = run("list", "--format", "jsonl", "--view", "v", "--since", "2023", db=archive)
    other = run("list", "--format", "jsonl", "--view", "v", "--speaker", "brandt", db=archive)

    assert {json.loads(line)["published"] for line in found.stdout.splitlines()} == {"2023-03-02"}
    days = [json.loads(line)["published"] for line in other.stdout.splitlines()]
    assert days == sorted(days, reverse=True)
    assert "okafor" not in other.stdout.casefold().replace("“", "").split('"speaker"')[1][:40]


def test_views_are_listed_renamed_and_deleted(run: Run, archive: Path) -> None:
    run("views", "--save", "Ferries", "--query", "ferry", db=archive)
    run("views", "--save", "Harbour", db=archive)
    run("views", "--rename", "ferries", "Boats", db=archive)

    assert json.loads(run("views", "--format", "json", db=archive).stdout)[0]["filter"] == "ferry"
    assert "claims that say “ferry”" in run("views", db=archive).stdout

    run("views", "--delete", "boats", "--delete", "harbour", db=archive)
    assert json.loads(run("views", "--format", "json", db=archive).stdout) == []


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("list", "--view", "nothing"), "there is no saved view “nothing”; none is saved yet"),
        (("views", "--delete", "nothing"), "there is no saved view “nothing”; none is saved yet"),
        (("views", "--speaker", "x"), "filters and --replace go with --save NAME"),
        (("views", "--save", "!"), "the name of a view needs a letter or a digit"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    run: Run, archive: Path, args: tuple[str, ...], reason: str
) -> None:
    result = run(*args, db=archive)

    assert result.exit_code != 0
    assert reason in result.output
    assert "Traceback" not in result.output


def test_a_name_that_is_taken_is_refused(run: Run, archive: Path) -> None:
    run("views", "--save", "V", db=archive)

    assert run("views", "--save", "v", db=archive).exit_code == 1
    assert run("views", "--save", "v", "--replace", db=archive).exit_code == 0
