"""All tables are mapped, whichever module of the archive is loaded first."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    "first", ["db.schema.base", "db.query.compile", "db.claims.rows", "db.review.values"]
)
def test_any_module_may_be_loaded_first(first: str) -> None:
    told = f"import {first}, db.schema.base as base; print(*sorted(base.Base.metadata.tables))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert {"article", "claim", "entity", "judgement", "review_step"} <= set(done.stdout.split())
