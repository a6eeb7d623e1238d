"""``claims review`` and ``claims history``: judging from scripts."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.tui.cli.conftest import Run
from tui.cli.main import cli
from tui.session.user_name import user_name


@pytest.fixture(autouse=True)
def _anna(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CLAIMS_USER", "anna")
    monkeypatch.setenv("CLAIMS_CONFIG", str(tmp_path / "none.toml"))


def claims(run: Run, archive: Path, *filters: str) -> list[dict[str, object]]:
    listed = run("list", *filters, "--format", "json", db=archive)
    assert listed.exit_code == 0, listed.stderr
    found: list[dict[str, object]] = json.loads(listed.stdout)
    return found


def first(run: Run, archive: Path, *filters: str) -> str:
    return str(claims(run, archive, *filters)[0]["claim_id"])


def review(run: Run, archive: Path, *args: str) -> Result:
    return run("review", *args, db=archive)


def test_accept_reject_and_reopen(run: Run, archive: Path) -> None:
    ident = first(run, archive)
    done = review(run, archive, "accept", ident, "--why", "heard it")
    assert (done.exit_code, done.stdout) == (0, "accepted 1 claim\n")
    assert [one["claim_id"] for one in claims(run, archive, "--review", "accepted")] == [ident]
    assert review(run, archive, "reject", ident).stdout == "rejected 1 claim\n"
    assert review(run, archive, "reject", ident).stdout == "nothing had to be changed\n"
    assert review(run, archive, "reopen", ident).stdout == "reopened 1 claim\n"
    assert claims(run, archive, "--review", "rejected", "--review", "accepted") == []


def test_rejected_claims_are_left_out_and_it_says_so(
    run: Run, archive: Path, tmp_path: Path
) -> None:
    everything = claims(run, archive)
    ident = str(everything[0]["claim_id"])
    review(run, archive, "reject", ident)
    assert [one["claim_id"] for one in claims(run, archive)] == [
        one["claim_id"] for one in everything[1:]
    ]
    assert len(claims(run, archive, "--include-rejected")) == len(everything)
    assert [one["claim_id"] for one in claims(run, archive, "--review", "rejected")] == [ident]

    told = ", 1 rejected, "
    out = str(tmp_path / "out.csv")
    assert told in run("list", db=archive).stderr
    assert told in run("export", "-o", out, db=archive).stderr
    assert told not in run("export", "-o", out, "--include-rejected", db=archive).stderr


def test_ids_come_from_standard_input(archive: Path, run: Run) -> None:
    ids = [str(one["claim_id"]) for one in claims(run, archive, "--speaker", "okafor")]
    assert len(ids) > 1
    arguments = ["--db", str(archive), "review", "tag", "to call", "-"]
    done = CliRunner().invoke(cli, arguments, input="\n".join(ids))
    assert done.stdout == f"tagged {len(ids)} claims\n"
    assert len(claims(run, archive, "--tag", "TO CALL")) == len(ids)
    assert CliRunner().invoke(cli, arguments, input="").exit_code == 2
    assert review(run, archive, "untag", "To Call", *ids).exit_code == 0
    assert claims(run, archive, "--tag", "to call") == []


def test_a_note_is_found_and_taken_away(run: Run, archive: Path) -> None:
    ident = first(run, archive)
    review(run, archive, "note", "[/red] ask the mayor", ident)
    assert claims(run, archive, "--note", "mayor")[0]["note"] == "[/red] ask the mayor"
    review(run, archive, "note", "", ident)
    assert claims(run, archive, "--note", "mayor") == []


def test_every_part_is_corrected_and_undone(run: Run, archive: Path) -> None:
    (before,) = [c for c in claims(run, archive) if "café" in str(c["content"])]
    ident = str(before["claim_id"])
    done = review(
        run, archive, "correct", ident, "--content", "A ferry without a pilot",
        "--cue", "director of", "--source", "the Tallinn Policy Centre", "--type", "mixed",
        "--speaker", "Tallinn Policy Centre", "--kind", "organization",
        "--role", "former owner", "--organization", "Town of X",
        "--why", "[bold]because",
    )  # fmt: skip
    assert (done.exit_code, done.stdout, done.stderr) == (0, "corrected 1 claim\n", "")

    (after,) = claims(run, archive, "--review", "corrected")
    assert after["claim_id"] == ident
    assert after["content"] == "A ferry without a pilot"
    assert (after["cue"], after["source"]) == ("director of", "the Tallinn Policy Centre")
    assert (after["type"], after["speaker"]) == ("mixed", ["Tallinn Policy Centre"])
    assert (after["speaker_kind"], after["role"]) == (["organization"], ["former owner"])
    assert after["organization"] == ["Town of X"]

    exported = run("list", "--format", "csv", "--review", "corrected", db=archive).stdout
    (row,) = csv.DictReader(io.StringIO(exported, newline=""))
    assert row["original_content"] == before["content"]
    assert (row["reviewed_by"], row["review_reason"]) == ("anna", "[bold]because")

    assert review(run, archive, "undo").stdout == "undone: corrected 1 claim\n"
    assert before in claims(run, archive)
    assert review(run, archive, "redo").stdout == "redone: corrected 1 claim\n"
    (again,) = claims(run, archive, "--review", "corrected")
    assert {**again, "reviewed_at": after["reviewed_at"]} == after


def test_places_can_be_given_instead_of_words(run: Run, archive: Path) -> None:
    ident = first(run, archive)
    (claim,) = [c for c in claims(run, archive) if c["claim_id"] == ident]
    start = int(str(claim["content_start"]))
    done = review(run, archive, "correct", ident, "--content", f"{start}-{start + 3}", "--no-cue")
    assert done.exit_code == 0, done.stderr
    (after,) = claims(run, archive, "--review", "corrected")
    assert (after["content"], after["cue"]) == (str(claim["content"])[:3], "")


def test_undo_takes_several_steps(run: Run, archive: Path) -> None:
    ident = first(run, archive)
    review(run, archive, "accept", ident)
    review(run, archive, "tag", "x, y", ident)
    done = review(run, archive, "undo", "--steps", "2")
    assert done.stdout == "undone: tagged 1 claim\nundone: accepted 1 claim\n"
    assert review(run, archive, "undo").stderr == "claims: there is nothing to undo\n"


def test_everybody_undoes_their_own(run: Run, archive: Path) -> None:
    ident = first(run, archive)
    review(run, archive, "accept", ident, "--by", "ben")
    assert review(run, archive, "undo").exit_code == 2
    assert review(run, archive, "undo", "--by", "ben").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["accept", "c1"], 2, "claims: there is no claim c1"),
        (["accept"], 2, "claims: Missing argument 'ID…'"),
        (["correct", "ID"], 2, "claims: nothing is given to correct"),
        (["correct", "ID", "--cue", "x", "--no-cue"], 2, "claims: --no-cue excludes giving one"),
        (["correct", "ID", "--content", "zebra"], 2, "content: the article does not say 'zebra'"),
        (["correct", "ID", "--content", "9-5"], 2, "content: 9-5 is no stretch of a text"),
        (["tag", "a;b", "ID"], 2, "claims: tag 'a;b': has a comma or semicolon"),
        (["accept", "ID", "--by", " "], 2, "claims: it is not known who judges"),
        (["redo"], 2, "claims: there is nothing to redo"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    run: Run, archive: Path, arguments: list[str], code: int, told: str
) -> None:
    ident = first(run, archive)
    done = review(run, archive, *(ident if one == "ID" else one for one in arguments))
    assert done.exit_code == code
    assert told in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout == ""


def test_who_judges(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    monkeypatch.setenv("CLAIMS_CONFIG", str(config))
    assert user_name("carla") == "carla"
    assert user_name() == "anna"
    monkeypatch.delenv("CLAIMS_USER")
    monkeypatch.setenv("LOGNAME", "login")
    assert user_name() == "login"
    config.write_text('user = "dora"\n', encoding="utf-8")
    assert user_name() == "dora"
    config.write_text("user = [", encoding="utf-8")
    assert user_name() == "login"


@pytest.mark.parametrize("name", ["accept", "reject", "reopen", "correct", "note", "tag", "undo"])
def test_help_of_each_action(run: Run, name: str) -> None:
    done = run("review", name, "--help")
    assert done.exit_code == 0
    assert done.stdout.startswith(f"Usage: claims review {name} ") or "Usage:" in done.stdout
