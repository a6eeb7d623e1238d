"""Claims by id, as rows."""

from __future__ import annotations

from array import array

from sqlalchemy import Engine, event

from db.claims.view import ClaimView, open_view, rows_by_id
from db.query.model import ClaimQuery
from tests.db.claims.plans import plans
from tests.db.library import stock


def test_rows_come_in_the_order_asked_for_without_those_that_are_gone(library: Engine) -> None:
    first, second, *_ = open_view(library, ClaimQuery()).ids

    found = rows_by_id(library, [second, 999_999, first])

    assert [row.id for row in found] == [second, first]
    assert ClaimView(library, array("q", [999_999])).row(0) is None
    assert rows_by_id(library, []) == []


def test_a_page_takes_as_many_statements_as_a_single_row(library: Engine) -> None:
    statements: list[str] = []
    view = open_view(library, ClaimQuery())

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            statements.append(statement)

    event.listen(library, "before_cursor_execute", note)
    view.rows(0, 1)
    for_one = len(statements)
    view.rows(0, len(view))

    assert for_one == len(statements) - for_one == 6


def test_a_page_is_found_by_its_ids_and_nothing_is_walked_through(sqlite_archive: Engine) -> None:
    stock(sqlite_archive)
    view = open_view(sqlite_archive, ClaimQuery())

    steps = plans(sqlite_archive, lambda: view.rows(0, 5))

    assert not [step for step in steps if step.startswith("SCAN") and "json_each" not in step]
    assert any(step.startswith("SEARCH claim USING INTEGER PRIMARY KEY") for step in steps)
    assert any(step.startswith("SEARCH affiliation USING") for step in steps)
