"""``claims check``."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.tui.cli.conftest import Run


def damage(db: Path, *statements: str) -> None:
    connection = sqlite3.connect(db)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_sound_archive(run: Run) -> None:
    result = run("check")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "checked 3 articles with 10 claims: no problem\n"
    told = json.loads(run("check", "--format", "json").stdout)
    assert told == {"articles": 3, "claims": 10, "problems": [], "repaired": 0}


def test_problems_are_named_and_what_can_be_is_repaired(run: Run, archive: Path) -> None:
    damage(
        archive,
        "UPDATE claim SET aside = 15 - aside WHERE id = 1",
        "UPDATE article_text SET text = replace(text, 'barley', 'barely') WHERE id = "
        "(SELECT id FROM article_text WHERE text LIKE '%barley%')",
    )
    found = run("check", db=archive)
    assert found.exit_code == 1
    assert "does not have its hash" in found.stderr
    assert "of which --repair mends 1" in found.stdout
    mended = run("check", "--repair", "--format", "json", db=archive)
    told = json.loads(mended.stdout)
    assert (mended.exit_code, told["repaired"]) == (1, 1)
    assert {"what": "does not have its hash"}.items() <= told["problems"][0].items()
    assert all(set(one) == {"what", "where"} for one in told["problems"])


def test_what_comparing_made_is_made_anew_by_comparing(run: Run, archive: Path) -> None:
    damage(archive, "UPDATE text_vector SET vector = zeroblob(length(vector)) WHERE id < 3")
    found = run("check", db=archive)
    assert found.exit_code == 1
    assert found.stderr == "claims: text_vector: 2 that are not whole\n"
    told = "1 problem, of which 'claims compare --rebuild' mends 1"
    assert found.stdout == f"checked 3 articles with 10 claims: {told}\n"
    assert run("compare", "--rebuild", db=archive).exit_code == 0
    assert run("check", db=archive).exit_code == 0


def test_an_archive_that_can_only_be_read(run: Run, archive: Path) -> None:
    archive.chmod(0o400)
    assert run("check", db=archive).exit_code == 0
