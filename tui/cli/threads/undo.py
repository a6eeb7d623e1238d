"""``claims threads undo``: taking a decision back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.cli.options.acts import undo_command

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from db.identity.acts import Done


def _undo(engine: Engine, number: int | None, by: str) -> Done:
    from db.comparison.threads.judgements import undo

    return undo(engine, number, by)


command = undo_command("threads", _undo)
