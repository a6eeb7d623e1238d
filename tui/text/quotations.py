"""Copies of a quotation in words, for the command line and the app alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from tui.text.words import counted

if TYPE_CHECKING:
    # The command line uses this module before it loads a database.
    from db.analysis.quotations import CopyRow

_ALTERED: Final = {"name": "another name", "negation": "denied", "number": "another number"}


def how_many(found: Sequence[CopyRow]) -> str:
    """How many copies, and in how many articles."""
    if not found:
        return "no copies of what it quotes"
    articles = len({one.row.article_id for one in found})
    return f"{counted(len(found), 'claim')} in {counted(articles, 'article')}"


def note(one: CopyRow) -> str:
    """What to know of a copy before reading it."""
    notes = [_ALTERED[what] for what in sorted(one.copy.alters)]
    notes += ["another speaker"] if one.reattributed else []
    notes += [] if one.copy.sure else ["only possible"]
    return ", ".join([*notes, *(["slogan"] if one.slogan else [])])
