"""``claims threads`` and ``claims similar``."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.tui.cli.compared import data
from tests.tui.cli.conftest import Run


def test_threads_are_listed_as_the_contract_has_them(run: Run, repeated: Path) -> None:
    (thread,) = data(run, repeated, "threads", "--query", "harbour")
    assert thread["claims"] == thread["articles"] == thread["stories"] == 2
    assert thread["speakers"] == ["Mira Okafor"]
    assert (thread["first"], thread["last"]) == ("2022-06-14", "2023-11-09")
    assert thread["label"] == "The harbour is too small for the ships that come now"
    assert len(data(run, repeated, "threads", "--all")) > 5
    text = run("threads", "--format", "csv", db=repeated).stdout
    assert thread["thread"] in [row["thread"] for row in csv.DictReader(io.StringIO(text))]
    table = run("threads", "--query", "harbour", db=repeated)
    assert table.stderr == "claims: 1 thread\n"
    assert "Mira Okafor" in table.stdout


def test_claims_know_where_else_they_are_said(run: Run, repeated: Path) -> None:
    (thread,) = data(run, repeated, "threads", "--query", "harbour")
    rows = data(run, repeated, "list", "--thread", thread["thread"])
    assert [(row["articles"], row["stories"], row["first_said"]) for row in rows] == [
        (2, 2, "2022-06-14")
    ] * 2
    text = run("list", "--thread", thread["thread"], "--format", "csv", db=repeated).stdout
    reader = csv.DictReader(io.StringIO(text))
    names = list(reader.fieldnames or ())
    assert names[names.index("thread") :][:3] == ["thread", "thread_label", "story"]
    assert {row["thread"] for row in reader} == {thread["thread"]}
