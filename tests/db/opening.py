"""How archives open, or why not."""

from __future__ import annotations

from sqlalchemy import Engine, text

from db.connection.engine import writing


def run(engine: Engine, *statements: str) -> None:
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))
