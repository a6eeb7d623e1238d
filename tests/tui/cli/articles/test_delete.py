"""``claims articles delete``."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from tests.tui.cli.articles.listed import articles
from tests.tui.cli.conftest import Run
from tui.cli.main import cli


def test_delete_asks_first(run: Run, archive: Path) -> None:
    ident = articles(run, archive)["grain.txt"]["article_id"]
    command = ["--db", str(archive), "articles", "delete", ident]
    refused = CliRunner().invoke(cli, command, input="n\n")
    assert refused.exit_code != 0
    assert "Delete 1 article with all claims and reviews?" in refused.stderr
    assert len(articles(run, archive)) == 3
    done = run("articles", "delete", ident, "--yes", db=archive)
    assert done.stdout.startswith("deleted 1 article with ")
    assert set(articles(run, archive)) == {"harbour.html", "ferry.html"}
