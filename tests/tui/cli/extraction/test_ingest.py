"""``claims ingest``: what is stored, skipped, refused, and how that is told."""

from __future__ import annotations

import json
import socket
import threading
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from claims.processes.worker import Worker
from tests.tui.cli.conftest import Run, write_articles
from tui.cli.main import cli


def counts(run: Run, db: Path, *paths: str | Path) -> dict[str, Any]:
    """The summary of an ingest as JSON."""
    result = run("ingest", *paths, "--format", "json", db=db)
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_a_folder_is_stored_and_summed_up(run: Run, articles: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    result = run("ingest", articles, db=db)
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    assert result.stdout.startswith("read 3 articles: 3 stored with ")
    again = run("ingest", articles, db=db)
    assert again.stdout == "read 3 articles: 0 stored with 0 claims, skipped 3 unchanged\n"
    assert again.exit_code == 0


def test_the_summary_as_json_has_the_keys_of_the_contract(
    run: Run, articles: Path, archive: Path
) -> None:
    (articles / "grain-copy.txt").write_bytes((articles / "grain.txt").read_bytes())
    (articles / "empty.txt").write_bytes(b"")
    summary = counts(run, archive.with_name("other.db"), articles)
    contract = ["read", "stored", "unchanged", "duplicates", "failed", "claims"]
    assert list(summary) == [*contract, "unsupported", "formats", "passed_over"]
    assert summary.pop("formats") == {"HTML": 2, "text": 2}
    assert summary.pop("unsupported") == 0
    assert summary.pop("claims") > 5
    assert summary.pop("passed_over") == {}
    assert summary == {"read": 4, "stored": 3, "unchanged": 0, "duplicates": 1, "failed": 1}


def test_verbose_names_what_is_skipped(run: Run, articles: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    (articles / "again.txt").write_bytes((articles / "grain.txt").read_bytes())
    run("ingest", articles / "grain.txt", db=db)
    result = run("ingest", articles / "again.txt", articles / "grain.txt", "-v", db=db)
    assert result.stderr.splitlines() == [
        f"claims: {articles / 'again.txt'}: skipped, same text as {articles / 'grain.txt'}",
        f"claims: {articles / 'grain.txt'}: skipped, stored already",
    ]


@pytest.fixture
def bad_files(tmp_path: Path) -> dict[str, Path]:
    """Files that cannot be read, by what is wrong with them."""
    folder = tmp_path / "bad"
    folder.mkdir()
    paths = {
        "no such file": folder / "missing.txt",
        "empty": folder / "empty.txt",
        "binary": folder / "binary.txt",
        "too large": folder / "huge.txt",
        "nothing to read": folder / "nothing",
    }
    paths["empty"].write_bytes(b"")
    paths["binary"].write_bytes(b"\x7fELF\x02\x01\x01\x00\x00\x00" * 40)
    paths["too large"].write_bytes(b"Barley. " * 1_300_000)
    paths["nothing to read"].mkdir()
    (paths["nothing to read"] / "image.png").write_bytes(b"\x89PNG\r\n")
    return paths


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_each_bad_file_is_one_line_and_the_rest_is_done(
    run: Run, bad_files: dict[str, Path], articles: Path, tmp_path: Path, command: str
) -> None:
    result = run(command, *bad_files.values(), articles / "grain.txt", db=tmp_path / "new.db")
    assert result.exit_code == 1
    *lines, last = result.stderr.splitlines()
    assert len(lines) == len(bad_files)
    assert last == "claims: passed over 1 file: 1 .png"
    for line, (reason, path) in zip(lines, bad_files.items(), strict=True):
        assert line.startswith(f"claims: {path}: ")
        assert reason in line
    assert ("1 stored" if command == "ingest" else "grain.txt") in result.stdout


def test_no_archive_is_made_where_there_is_nothing_to_read(
    run: Run, bad_files: dict[str, Path], tmp_path: Path
) -> None:
    missing, db = bad_files["no such file"], tmp_path / "new.db"
    result = run("ingest", missing, bad_files["nothing to read"], db=db)
    first, second = result.stderr.splitlines()
    assert first == f"claims: {missing}: no such file or folder"
    assert "the folder holds nothing to read" in second
    assert result.stdout == "read 0 articles: 0 stored with 0 claims; 2 files failed\n"
    assert result.exit_code == 1
    assert not db.exists()


def test_a_folder_with_good_and_bad_files_stores_the_good(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    (articles / "empty.txt").write_bytes(b"")
    db = tmp_path / "new.db"
    assert run("ingest", articles, db=db).exit_code == 1
    assert len(run("articles", "--format", "jsonl", db=db).stdout.splitlines()) == 3


def test_what_a_folder_holds_besides_is_counted(run: Run, articles: Path) -> None:
    for name in ("a.exe", "old/A.EXE", "notes.rst", "old/notes.rst", "a.json", "LICENCE"):
        (articles / name).parent.mkdir(exist_ok=True)
        (articles / name).write_text("Something else.")
    (articles / ".git").mkdir()
    (articles / ".git" / "config.ini").write_text("Hidden.")
    db = articles / "news.db"
    kinds = "2 .exe, 2 .rst, 1 .json without articles, 1 LICENCE"
    told = f"claims: passed over 6 files: {kinds}\n"
    for command in ("ingest", "extract", "ingest"):  # the second time the database is there
        result = run(command, articles, db=db)
        assert (result.exit_code, result.stderr) == (0, told)
    by_kind = {".exe": 2, ".rst": 2, ".json without articles": 1, "LICENCE": 1}
    assert counts(run, db, articles)["passed_over"] == by_kind
    strict = run("ingest", articles, "--strict", db=db)
    assert (strict.exit_code, strict.stderr) == (1, told)
    assert run("ingest", articles / "grain.txt", "--strict", db=db).exit_code == 0


def test_verbose_names_what_is_passed_over_too(run: Run, articles: Path, tmp_path: Path) -> None:
    (articles / "page_files").mkdir()
    for name in ("a.exe", "README", "page.html", "page_files/a.png", "page_files/b.png"):
        (articles / name).write_text("Something else.")
    with zipfile.ZipFile(articles / "old.zip", "w") as packed:
        packed.writestr("b.exe", "Something else.")
        packed.writestr("c.txt", "Something else.")
    told = run("ingest", articles, "-v", db=tmp_path / "new.db").stderr.splitlines()
    assert sorted(line for line in told if "passed over (" in line) == [
        f"claims: {articles}/README: passed over (README)",
        f"claims: {articles}/a.exe: passed over (.exe)",
        f"claims: {articles}/old.zip#b.exe: passed over (.exe)",
        f"claims: {articles}/page_files: passed over (2 parts of saved pages)",
    ]
    assert told[-1].startswith("claims: passed over 5 files: ")


@pytest.mark.parametrize("options", [(), ("-0",)])
def test_an_empty_list_of_paths_is_told(tmp_path: Path, options: tuple[str, ...]) -> None:
    db = tmp_path / "new.db"
    asked = ["--db", str(db), "ingest", "-", *options]
    refused = CliRunner().invoke(cli, asked, input="\n" if not options else "")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == "claims: standard input names no file to read\n"
    assert not db.exists()


def test_only_what_failed_is_read_again(run: Run, articles: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    (articles / "late.txt").write_bytes(b"")
    assert counts(run, db, articles)["failed"] == 1
    again = run("ingest", "--retry-failed", db=db)
    assert again.stderr == f"claims: {articles / 'late.txt'}: the file is empty\n"
    assert counts(run, db, "--retry-failed", articles)["failed"] == 1
    story = (articles / "grain.txt").read_text("utf-8").replace("barley", "oats")
    (articles / "late.txt").write_text(story, "utf-8")
    assert counts(run, db, "--retry-failed")["stored"] == 1
    assert counts(run, db, "--retry-failed")["read"] == 0


def test_articles_in_another_language_are_kept_and_counted(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    german = (
        "Der Rat hat am Montag die Abstimmung über die neue Fähre auf den Herbst verschoben.\n\n"
        "„Niemand hat etwas unterschrieben“, sagte Ilse Brandt vom Hafeninstitut in Oslo dazu.\n"
    )
    path = tmp_path / "rat.txt"
    path.write_text(german, "utf-8")
    result = run("ingest", path, "-v", db=tmp_path / "new.db")
    assert result.exit_code == 0
    assert result.stdout == (
        "read 1 article: 1 stored with 0 claims; 1 not in English, stored without claims\n"
    )
    assert result.stderr == f"claims: {path}: stored without claims, in 'de'\n"
    listed = run("articles", "--format", "json", db=tmp_path / "new.db")
    assert json.loads(listed.stdout)[0]["language"] == "de"
    short = tmp_path / "short.txt"
    short.write_text("Москва: нет.\n", "utf-8")
    told = run("ingest", short, "-v", db=tmp_path / "new.db").stderr
    assert told == f"claims: {short}: stored without claims, not in English\n"
    printed = run("extract", path)
    assert json.loads(printed.stdout)["language"] == "de"
    assert printed.stderr == f"claims: {path}: it is not in English, so no claims are extracted\n"


def test_each_row_of_a_table_is_an_article(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    rows = [
        {"Head": f"Vote {n}", "Body": f"“We shall vote on day {n},” said Ilse Brandt, the mayor."}
        for n in range(3)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    db = tmp_path / "new.db"
    options = ("--columns", "text=body,title=head")
    assert counts(run, db, path, *options)["stored"] == 3
    assert counts(run, db, path, *options)["unchanged"] == 3
    wrong = run("ingest", path, "--columns", "words=body", db=db)
    assert wrong.exit_code == 2
    assert "there is no field 'words'" in wrong.stderr


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-8-sig", "mac-roman"])
def test_a_text_is_read_in_any_encoding_that_python_knows(
    run: Run, tmp_path: Path, name: str
) -> None:
    text = "“We shall vote on Friday,” said Ilse Brandt of the Café Königsberg.\n"
    path = tmp_path / "vote.txt"
    path.write_text(text, name)
    printed = run("extract", path, "--encoding", name)
    [speaker] = json.loads(printed.stdout)["claims"][0]["speakers"]
    assert speaker["affiliations"][0]["organization"] == "Café Königsberg"
    assert printed.stderr == ""


@pytest.mark.parametrize("name", ["klingon", "hex", ""])
def test_an_encoding_that_nobody_knows_is_told_in_a_line(
    run: Run, tmp_path: Path, name: str
) -> None:
    refused = run("ingest", tmp_path, "--encoding", name)
    assert refused.exit_code == 2
    [line] = refused.stderr.splitlines()
    assert f"there is no encoding {name!r}" in line


def test_a_changed_file_is_stored_anew(run: Run, articles: Path, tmp_path: Path) -> None:
    db = tmp_path / "new.db"
    assert counts(run, db, articles)["stored"] == 3
    grain = articles / "grain.txt"
    grain.write_text(grain.read_text("utf-8").replace("barley", "rye"), encoding="utf-8")
    changed = counts(run, db, articles)
    assert (changed["stored"], changed["unchanged"]) == (1, 2)


@pytest.mark.parametrize("command", ["ingest", "extract"])
def test_a_model_that_is_not_installed(
    run: Run, articles: Path, tmp_path: Path, command: str
) -> None:
    result = run(command, articles, "--model", "en_no_such", db=tmp_path / "new.db")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "claims: language model 'en_no_such' is not installed\n"


def test_something_to_read_is_required() -> None:
    result = CliRunner().invoke(cli, ["ingest"], prog_name="claims")
    assert result.exit_code == 2
    assert (
        result.stderr
        == "claims: give a PATH, -, --text or --retry-failed; see 'claims ingest --help'\n"
    )


def test_a_file_name_that_is_no_utf8(run: Run, tmp_path: Path) -> None:
    folder = write_articles(tmp_path / "articles")
    odd = Path(str(folder) + "/ca\udcff\x1b[31mfe.txt")
    try:
        odd.write_bytes(b"")
        (folder / "b\udcffd.txt").write_bytes((folder / "grain.txt").read_bytes())
        (folder / "grain.txt").unlink()
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    done = run("ingest", folder, db=tmp_path / "new.db")
    assert done.stderr.count("\n") == 1
    assert "\x1b" not in done.stderr
    assert "3 stored" in done.stdout
    assert run("articles", db=tmp_path / "new.db").exit_code == 0


def test_a_text_that_stops_in_mid_sentence_is_stored_and_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    line = "The harbor master of {} said on Monday that the ferry would not sail again before the"
    path.write_text("\n\n".join(line.format(town) for town in ("Skell", "Lunt", "Harl", "Orr")))
    result = run("ingest", path, db=tmp_path / "new.db")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"claims: {path}: ")
    assert result.stderr.endswith("mid-sentence; parts of the text may be missing\n")
    assert result.stdout.startswith("read 1 article: 1 stored")


def test_a_cluster_that_refuses_leaves_no_empty_archive(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    db = tmp_path / "new.db"
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].sendall(b"HTTP/1.1 400\r\n")).start()
        address = f"dask://127.0.0.1:{server.getsockname()[1]}"
        result = run("ingest", articles, "--engine", address, db=db)
    assert result.stderr == f"claims: {address}: what answers is no scheduler\n"
    assert result.exit_code == 1
    assert not db.exists()


@pytest.mark.parametrize(
    ("variable", "given", "told"),
    [
        (None, ["--model", "nosuch"], "language model 'nosuch' is not installed"),
        ("CLAIMS_MODEL", [], "language model 'nosuch' is not installed"),
        ("CLAIMS_WEIGHTS", [], "nosuch"),
    ],
)
def test_a_model_that_is_not_there_leaves_no_empty_archive(
    run: Run,
    articles: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str | None,
    given: list[str],
    told: str,
) -> None:
    if variable is not None:
        monkeypatch.setenv(variable, "nosuch")
    monkeypatch.setattr("claims.extraction.parallel.Worker", Worker)
    db = tmp_path / "new.db"
    result = run("ingest", articles, *given, db=db)
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert result.exit_code == 1
    assert not db.exists()
