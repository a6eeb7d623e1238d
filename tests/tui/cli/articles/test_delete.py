"""``claims articles delete``."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from tests.tui.cli.articles.listed import articles
from tests.tui.cli.conftest import Run
from tui.cli.main import cli


def test_nobody_is_asked_about_an_article_that_is_not_there(run: Run, archive: Path) -> None:
    done = run("articles", "delete", "a0", db=archive)
    assert (done.exit_code, done.stderr) == (2, "claims: there is no article a0\n")


def test_delete_asks_first(run: Run, archive: Path) -> None:
    ident = articles(run, archive)["grain.txt"]["article_id"]
    command = ["--db", str(archive), "articles", "delete", ident]
    refused = CliRunner().invoke(cli, command, input="n\n")
    assert refused.exit_code == 1
    assert refused.stderr.endswith("claims: nothing was deleted\n")
    assert "Delete 1 article with all claims and reviews?" in refused.stderr
    assert len(articles(run, archive)) == 3
    done = run("articles", "delete", ident, "--yes", db=archive)
    assert done.stdout.startswith("deleted 1 article with ")
    assert set(articles(run, archive)) == {"harbour.html", "ferry.html"}
