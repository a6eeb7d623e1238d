"""``claims ingest`` with a table, with names of files, with piped paths and with a text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.tui.cli.articles.listed import articles
from tests.tui.cli.conftest import GRAIN, Run
from tui.cli.main import cli

PLAIN = "Traders gather\n\n" + GRAIN.split("\n\n", 3)[3]


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "new.db"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles whose pages tell nothing, and one with a date of its own."""
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "Barley-News_2023-11-02_Sheds_are_full.txt").write_text(PLAIN, encoding="utf-8")
    (folder / "odd.txt").write_text(PLAIN.replace("gather", "leave"), encoding="utf-8")
    (folder / "grain.txt").write_text(GRAIN, encoding="utf-8")
    return folder


def table(folder: Path, *rows: str) -> Path:
    path = folder / "table.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_table_describes_articles_by_path(run: Run, db: Path, folder: Path) -> None:
    meta = table(
        folder,
        "path,title,outlet,byline,Date",
        'odd.txt,"Sheds, full",Barley News,A. Feld; B. Örn,2023-11',
        f"{folder / 'grain.txt'},,Barley News,,2020-01-02",
    )
    result = run("ingest", folder, "--meta", meta, "--format", "json", db=db)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["described"] == 2
    found = articles(run, db)
    odd = found["odd.txt"]
    assert (odd["article_title"], odd["outlet"]) == ("Sheds, full", "Barley News")
    assert (odd["byline"], odd["published_precision"]) == (["A. Feld", "B. Örn"], "month")
    assert odd["published_evidence"] == 'table "table.csv"'
    assert found["grain.txt"]["published"] == "2020-01-02", "a table says more than the page"
    assert found["grain.txt"]["byline"] == ["Ines Calder"], "an empty cell says nothing"


def test_rows_that_match_nothing_and_bad_dates_are_named(run: Run, db: Path, folder: Path) -> None:
    meta = table(folder, "path,published", "none.txt,2023", "odd.txt,May", "grain.txt,2021")
    result = run("ingest", folder, "--meta", meta, db=db)
    assert result.exit_code == 1
    assert f"{meta}, line 2: no article has this path or address" in result.stderr
    assert f"{meta}, line 3: 'May' is not a date such as" in result.stderr
    found = articles(run, db)
    assert len(found) == 3, "the rest is stored"
    assert found["grain.txt"]["published"] == "2021-01-01"


def test_by_address_and_for_what_is_stored_already(run: Run, db: Path, folder: Path) -> None:
    run("ingest", folder, db=db)
    ident = articles(run, db)["odd.txt"]["article_id"]
    run("articles", "set", ident, "--url", "https://x.example/odd", db=db)
    meta = table(folder, "url;outlet", "https://x.example/odd;Weekly")
    assert run("ingest", folder / "odd.txt", "--meta", meta, db=db).exit_code == 0
    assert articles(run, db)["odd.txt"]["outlet"] == "Weekly"


def test_what_is_corrected_after_a_table_stays(run: Run, db: Path, folder: Path) -> None:
    meta = table(folder, "path,outlet", "odd.txt,Weekly")
    run("ingest", folder, "--meta", meta, db=db)
    ident = articles(run, db)["odd.txt"]["article_id"]
    run("articles", "set", ident, "--outlet", "Daily", db=db)
    run("ingest", folder, "--meta", meta, db=db)
    assert articles(run, db)["odd.txt"]["outlet"] == "Daily"


@pytest.mark.parametrize(
    ("header", "told"),
    [("path,author", "there is no column 'author'"), ("title,outlet", "a column path or url")],
)
def test_a_table_that_is_none_is_refused_before_anything_is_stored(
    run: Run, db: Path, folder: Path, header: str, told: str
) -> None:
    result = run("ingest", folder, "--meta", table(folder, header), db=db)
    assert result.exit_code == 1
    assert told in result.stderr
    assert not db.exists()


@pytest.mark.parametrize("day", ["published", "date"])
def test_names_of_files_tell_less_than_a_table_and_more_than_the_page(
    run: Run, db: Path, folder: Path, day: str
) -> None:
    named = "Barley-News_2023-11-02_Sheds_are_full.txt"
    meta = table(folder, "path,outlet", f"{named},The Barley")
    result = run(
        "ingest",
        folder / named,
        "--from-name",
        f"{{outlet}}_{{{day}}}_{{title}}",
        "--meta",
        meta,
        db=db,
    )
    assert result.exit_code == 0, result.stderr
    row = articles(run, db)[named]
    assert (row["outlet"], row["published"]) == ("The Barley", "2023-11-02")
    assert row["article_title"] == "Sheds are full"


def test_a_name_that_does_not_fit_is_told(run: Run, db: Path, folder: Path) -> None:
    result = run("ingest", folder, "--from-name", "{_}_{published}_{title}", db=db)
    assert "odd.txt: its name does not fit --from-name" in result.stderr
    assert articles(run, db)["Barley-News_2023-11-02_Sheds_are_full.txt"]["outlet"] is None


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("{day}_{title}", "no field {day}"),
        ("{date}_{published}", "twice"),
        ("x", "no field such"),
        ("{url}{url}", "twice"),
    ],
)
def test_patterns_that_make_no_sense(
    run: Run, db: Path, folder: Path, pattern: str, told: str
) -> None:
    result = run("ingest", folder, "--from-name", pattern, db=db)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.parametrize(("end", "flags"), [("\n", []), ("\0", ["-0"])])
def test_paths_from_standard_input(db: Path, folder: Path, end: str, flags: list[str]) -> None:
    paths = end.join(str(folder / name) for name in ("odd.txt", "grain.txt"))
    result = CliRunner().invoke(cli, ["--db", str(db), "ingest", "-", *flags], input=paths)
    assert result.stdout.startswith("read 2 articles: 2 stored")


def test_one_text_from_standard_input(run: Run, db: Path) -> None:
    command = [
        "--db",
        str(db),
        "ingest",
        "--text",
        "-",
        "--title",
        "Full sheds",
        "--date",
        "2023-11",
    ]
    result = CliRunner().invoke(cli, command, input=PLAIN)
    assert result.exit_code == 0, result.output
    [row] = articles(run, db).values()
    assert (row["article_title"], row["published"]) == ("Full sheds", "2023-11-01")
    assert row["article_path"].startswith("text:")
    again = CliRunner().invoke(cli, command, input=PLAIN)
    assert "skipped 1 unchanged" in again.stdout


def test_nothing_to_read_is_refused(run: Run, db: Path, folder: Path) -> None:
    assert "give a PATH" in run("ingest", db=db).stderr
    assert "go with --text" in run("ingest", folder, "--title", "x", db=db).stderr
