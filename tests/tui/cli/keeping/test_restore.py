"""``claims restore``."""

from __future__ import annotations

from pathlib import Path

from tests.tui.cli.conftest import Run
from tests.tui.cli.keeping.test_check import damage


def test_an_archive_is_what_it_was_when_it_was_backed_up(run: Run, archive: Path) -> None:
    kept, before = archive.with_name("kept.db"), run("list", "--all", db=archive).stdout
    assert run("backup", kept, db=archive).exit_code == 0
    damage(archive, "DELETE FROM claim")
    refused = run("restore", kept, db=archive)
    assert (refused.exit_code, refused.stderr) == (
        1,
        f"claims: {archive}: is there already; --force replaces it\n",
    )
    result = run("restore", "--force", kept, db=archive)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"restored 3 articles with 10 claims to {archive}\n"
    assert run("list", "--all", db=archive).stdout == before


def test_a_backup_of_what_was_not_sound_says_so(run: Run, archive: Path) -> None:
    damage(archive, "UPDATE article_text SET text = text || '!' WHERE id = 1")
    warned = "claims: WARNING: what it holds has 2 problems; 'claims check' names them\n"
    kept = archive.with_name("kept.db")
    assert run("backup", kept, db=archive).stderr == warned
    assert run("restore", kept, db=archive.with_name("new.db")).stderr == warned
