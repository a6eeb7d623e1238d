"""``claims roles``; what the roles may do is tested of ``db.keeping.roles``."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine

from db.keeping import roles
from tests.tui.cli.conftest import Run


def test_it_says_how_the_roles_are_given(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str | None] = []
    monkeypatch.setattr(roles, "make_roles", lambda engine: made.append(file_of(engine)))
    result = run("roles", db=archive)
    assert (result.exit_code, made) == (0, [str(archive)])
    assert result.stdout == (
        "made claims_reader and claims_reviewer; give them in SQL: GRANT claims_reviewer TO anna\n"
    )


def file_of(engine: Engine) -> str | None:
    return engine.url.database


def test_a_file_has_none(run: Run, archive: Path) -> None:
    result = run("roles", db=archive)
    assert result.exit_code == 1
    assert result.stderr == f"claims: {archive}: only PostgreSQL has roles\n"
