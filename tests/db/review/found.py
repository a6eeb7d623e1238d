"""Claims found by a filter, and two of them that are corrected."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.view import open_view
from db.query.line import parse_filter

WALL = "the wall would be raised by a metre"
BREAD = "Nine days is a lot of bread"


def found(engine: Engine, line: str) -> list[str]:
    """The contents of the claims that a filter finds."""
    view = open_view(engine, parse_filter(line))
    return [row.content for row in view.rows(0, len(view))]
