"""Claims by filter."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.view import open_view
from db.query.line import parse_filter

WALL = "the wall would be raised by a metre"


def found(engine: Engine, line: str) -> list[str]:
    view = open_view(engine, parse_filter(line))
    return [row.content for row in view.rows(0, len(view))]
