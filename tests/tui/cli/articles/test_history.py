"""``claims articles history``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.cli.articles.listed import articles, setting
from tests.tui.cli.conftest import Run


def test_what_was_set_is_listed_with_whoever_did_it(run: Run, archive: Path) -> None:
    setting(run, archive, "grain.txt", "--outlet", "Barley News")
    ident = articles(run, archive)["grain.txt"]["article_id"]
    [one] = json.loads(run("articles", "history", ident, "--format", "json", db=archive).stdout)
    assert (one["who"], one["what"], one["field"]) == ("ines", "set", "outlet")
    assert "Barley News" in run("articles", "history", db=archive).stdout
    other = articles(run, archive)["ferry.html"]["article_id"]
    assert (
        json.loads(run("articles", "history", other, "--format", "json", db=archive).stdout) == []
    )


def test_an_article_that_is_not_there_has_no_history(run: Run) -> None:
    result = run("articles", "history", "nosuch")
    assert (result.exit_code, result.stderr) == (2, "claims: there is no article nosuch\n")
