"""``claims similar``."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.tui.cli.compared import data
from tests.tui.cli.conftest import Run


def test_similar_claims_come_nearest_first(run: Run, repeated: Path) -> None:
    (thread,) = data(run, repeated, "threads", "--query", "harbour")
    first, second = data(run, repeated, "threads", "show", thread["thread"])["claims"]
    found = data(run, repeated, "similar", first["claim_id"])
    assert found[0]["claim_id"] == second["claim_id"]
    assert set(found[0]) >= {"claim_id", "article_id", "path", "speakers", "content", "same"}
    assert [one["same"] for one in found] == sorted((one["same"] for one in found), reverse=True)
    assert first["article_id"] not in {one["article_id"] for one in found}
    table = run("similar", first["claim_id"], "--limit", "1", db=repeated)
    assert table.stderr == "claims: 1 claim\n"
    text = run("similar", first["claim_id"], "--format", "csv", db=repeated).stdout
    assert next(csv.DictReader(io.StringIO(text)))["speaker"] == "Mira Okafor"
    assert run("similar", "c0123456789abcdef", db=repeated).exit_code != 0
