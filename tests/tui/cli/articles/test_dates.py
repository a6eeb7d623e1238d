"""``claims articles dates``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.cli.articles.listed import articles
from tests.tui.cli.conftest import Run


def test_suggested_dates_are_listed_and_accepted(run: Run, archive: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "pier.txt").write_text(
        "The pier closes\n\nThe mayor closed the pier on Thursday, May 16, after the storm "
        "that had bent its northern rail.\n\n© 2024 Barley News\n",
        encoding="utf-8",
    )
    run("ingest", other, db=archive)
    [one] = json.loads(run("articles", "dates", "--format", "json", db=archive).stdout)
    assert (one["suggested"], one["precision"]) == ("2024-05-16", "day")
    assert articles(run, archive)["pier.txt"]["published"] is None, "never taken silently"
    refused = run("articles", "dates", "--accept", "a0", db=archive)
    assert refused.exit_code == 2
    done = run("articles", "dates", "--accept", one["article_id"], db=archive)
    assert done.stdout.startswith("accepted the suggested date of 1 article (undo with")
    pier = articles(run, archive)["pier.txt"]
    assert (pier["published"], pier["published_evidence"]) == ("2024-05-16", '"Thursday, May 16"')
    run("articles", "undo", db=archive)
    assert articles(run, archive)["pier.txt"]["published"] is None
