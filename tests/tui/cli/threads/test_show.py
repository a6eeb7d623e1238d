"""``claims threads show``."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.tui.cli.compared import data
from tests.tui.cli.conftest import Run


def test_a_thread_is_shown_in_order_of_time(run: Run, repeated: Path) -> None:
    (thread,) = data(run, repeated, "threads", "--query", "harbour")
    shown = data(run, repeated, "threads", "show", thread["thread"])
    assert [one["published"] for one in shown["claims"]] == ["2022-06-14", "2023-11-09"]
    assert set(shown["claims"][0]) >= {
        *("claim_id", "article_id", "path", "published", "speakers", "content", "same", "copy")
    }
    assert shown["claims"][0]["organization"] == ["Baltic Institute"]
    assert all(0.7 <= one["same"] <= 1 for one in shown["claims"])
    table = run("threads", "show", shown["claims"][1]["claim_id"], db=repeated)
    assert table.stderr.endswith("2 claims in 2 articles, 2 stories\n")
    text = run("threads", "show", thread["thread"], "--format", "csv", db=repeated).stdout
    assert len(list(csv.DictReader(io.StringIO(text)))) == 2


def test_what_is_the_id_of_nothing_is_named(run: Run, repeated: Path) -> None:
    for ident, what in (
        ("harbour", "thread or claim"),
        ("t0000000000000000", "thread"),
        ("c0000000000000000", "claim"),
    ):
        done = run("threads", "show", ident, db=repeated)
        assert (done.exit_code, done.stderr) == (2, f"claims: there is no {what} {ident}\n")
