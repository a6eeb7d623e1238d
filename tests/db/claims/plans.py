"""How SQLite goes about what is asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Engine, event


def plans(engine: Engine, act: Callable[[], object]) -> list[str]:
    """How SQLite goes about each statement of something that is done."""
    found: list[str] = []

    def note(_conn: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
        if statement.startswith("SELECT"):
            own = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
            found.extend(detail for *_, detail in own.fetchall())

    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    return found
