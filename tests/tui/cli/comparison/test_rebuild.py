"""``claims compare --rebuild``."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.compared import data
from tests.tui.cli.conftest import Run


def test_an_archive_without_vectors_says_so(run: Run, articles: Path, tmp_path: Path) -> None:
    db = tmp_path / "plain.db"
    run("ingest", "--no-compare", articles, db=db)
    told = run("threads", db=db)
    assert told.stdout == ""
    assert "not compared yet; 'claims compare --rebuild'" in told.stderr
    claim = data(run, db, "list")[0]
    assert (claim["articles"], claim["thread"]) == (None, None)
    assert "compare --rebuild" in run("similar", claim["claim_id"], db=db).stderr
    assert data(run, db, "compare", "--rebuild")["threads"] >= 0
    assert data(run, db, "list")[0]["articles"] == 1
