"""How the databases go about each filter: none is answered by looking at all claims."""

from __future__ import annotations

import json
from collections.abc import Iterator, Set
from typing import Any, Final

import psycopg
import pytest
from sqlalchemy import Engine, event

from db.claims.view import open_view
from db.query.fields.field import Field
from db.query.line import parse_filter
from db.query.model import FIELDS
from tests.db.claims.plans import plans
from tests.db.query.fields.asking import asking

LOOKED_THROUGH: Final[dict[str, dict[str, Set[str]]]] = {
    "sqlite": {
        # Words anywhere in names, of which there are far fewer than claims.
        **dict.fromkeys(
            ("speakers", "organizations", "ever"), frozenset({"entity", "entity_name"})
        ),
        **dict.fromkeys(("articles", "stories"), frozenset({"article"})),
        "outlets": {"outlet"},
        "threads": {"thread"},
        "note": {"claim_note"},
        # Of which nearly all are what is asked for.
        "kinds": {"mention"},
        "min_speaker_confidence": {"claim_speaker"},
    },
    # With trigrams of names there is nothing to look through but these.
    "postgresql": {"stories": {"article"}, "threads": {"thread"}},
}
"""Tables that a filter may look through from end to end."""


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_no_filter_looks_through_all_claims(library: Engine, field: Field) -> None:
    seen: set[str] = set()

    def note(_conn: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
        if statement.startswith(("SELECT", "WITH")):
            seen.update(looked_through(library.dialect.name, cursor, statement, parameters))

    event.listen(library, "before_cursor_execute", note)
    try:
        open_view(library, asking(field))
    finally:
        event.remove(library, "before_cursor_execute", note)
    assert seen <= LOOKED_THROUGH[library.dialect.name].get(field.name, set())


def looked_through(dialect: str, cursor: Any, statement: str, parameters: Any) -> Iterator[str]:
    """The tables that a database would look through for a statement, without any index."""
    if dialect == "sqlite":
        rows = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        words = [detail.split() for *_, detail in rows]
        by_index = {"USING", "VIRTUAL"}
        scanned = {one[1] for one in words if one[0] == "SCAN" and by_index.isdisjoint(one)}
        tables = cursor.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        yield from scanned & {name for (name,) in tables}
        return
    # One that has all of its answer, whichever the statement is asked by.
    with psycopg.Cursor(cursor.connection) as own:
        # A few rows are read without their index; so it does that only where there is none.
        own.execute("SET LOCAL enable_seqscan = off")
        own.execute(f"EXPLAIN (FORMAT JSON) {statement}", parameters)
        [(plan,)] = own.fetchall()
        plan = json.loads(plan) if isinstance(plan, str) else plan
    yield from _scanned(plan[0]["Plan"])


def _scanned(node: dict[str, Any]) -> Iterator[str]:
    if node["Node Type"] == "Seq Scan":
        yield node["Relation Name"]
    for below in node.get("Plans", ()):
        yield from _scanned(below)


@pytest.mark.parametrize("sort", ["articles", "-first_said"])
def test_all_claims_by_what_threads_have_are_gone_through_as_they_are_stored(
    library_file: Engine, sort: str
) -> None:
    told = plans(library_file, lambda: open_view(library_file, parse_filter(f"sort:{sort}")))
    tables = [step.split()[1] for step in told if step.startswith(("SCAN", "SEARCH"))]

    assert [one for one in tables if one in ("article", "claim")][-2:] == ["article", "claim"]
