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


def test_corrected_claims_are_compared_when_asked_for(run: Run, repeated: Path) -> None:
    claim = data(run, repeated, "list", "--limit", "1")[0]
    assert (
        run(
            "review", "correct", claim["claim_id"], "--speaker", "Zed Quarrel", db=repeated
        ).exit_code
        == 0
    )
    found = data(run, repeated, "compare", "--corrected")
    assert (found["articles"], found["claims"]) == (1, 1)
    told = run("compare", "--corrected", db=repeated)
    assert "compared anew: 0 corrected claims of 0 articles" in told.stdout
    refused = run("compare", "--corrected", "--speaker", "okafor", db=repeated)
    assert refused.exit_code == 2
    assert "--corrected compares what is stored; it takes no filters" in refused.stderr
