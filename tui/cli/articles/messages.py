"""What the commands that change articles tell of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.io.streams import data_output
from tui.text.words import decided

if TYPE_CHECKING:
    from db.articles.actions import Decided


def tell_decided(done: Decided) -> None:
    """Say what was done, and how to undo it."""
    line = decided(done)
    undoable = bool(done.article_ids) and not done.undone
    hint = " (undo with 'claims articles undo')" if undoable else ""
    data_output().write(f"{line}{hint}\n")
