"""``claims backup``."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.cli.conftest import Run


def test_a_backup_is_listed_like_the_archive(run: Run, tmp_path: Path) -> None:
    result = run("backup", tmp_path / "kept.db")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"backed up 3 articles with 10 claims to {tmp_path / 'kept.db'}\n"
    assert run("list", db=tmp_path / "kept.db").stdout == run("list").stdout


def test_a_file_is_replaced_only_with_force(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "kept.db"
    file.write_text("a thesis")
    refused = run("backup", file)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == f"claims: {file}: is there already; --force replaces it\n"
    told = json.loads(run("backup", "--force", file, "--format", "json").stdout)
    assert told == {"path": str(file), "articles": 3, "claims": 10, "problems": 0}
