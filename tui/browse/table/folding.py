"""Claims within a claim, folded under it or shown below it."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Engine

from claims.aside import Aside
from db.claims.nested import nested_in
from db.claims.view import ClaimRow, ClaimView
from db.query.model import ClaimQuery

WITHIN: Final = "└ "
"""Before what stands within the claim above it."""


@dataclass(frozen=True, slots=True)
class Folds:
    """Under which claims of a view those within them are shown.

    Args:
        opened: Under all but those that were turned, as the view has them all; else under none
            but these.
        turned: Numbers of claims.
        added: How many claims are shown that the query of the view leaves out.
    """

    opened: bool = False
    turned: frozenset[int] = frozenset()
    added: int = 0

    @classmethod
    def of(cls, query: ClaimQuery) -> Folds:
        """Those of a view that was just opened."""
        return cls(opened=Aside.NESTED in query.lets_in)

    def are_open(self, ident: int) -> bool:
        """Whether what stands within a claim is shown."""
        return self.opened != (ident in self.turned)

    def sign(self, row: ClaimRow) -> str:
        """``+2`` where two claims are folded under one, ``-2`` where they are shown below."""
        return f"{'-' if self.are_open(row.id) else '+'}{row.nested}" if row.nested else ""


def turned(
    engine: Engine, shown: Sequence[int], folds: Folds, ident: int
) -> tuple[ClaimView, Folds]:
    """A view with what stands within a claim shown below it, or not any more.

    Args:
        engine: Of the archive.
        shown: Numbers of the claims of the view, in order.
        folds: As they are.
        ident: Number of the claim.

    Raises:
        ArchiveError: The database failed.
    """
    within = nested_in(engine, ident)
    ids = array("q", shown)
    before = len(ids)
    for one in within:
        _take_out(ids, one)
    if not folds.are_open(ident):
        index = ids.index(ident) + 1
        ids[index:index] = array(ids.typecode, within)
    known = replace(folds, turned=folds.turned ^ {ident}, added=folds.added + len(ids) - before)
    return ClaimView(engine, ids), known


def _take_out(ids: array[int], ident: int) -> None:
    try:
        ids.remove(ident)
    except ValueError:
        return


def parent_of(row: ClaimRow, ids: Sequence[int]) -> int | None:
    """The claim to turn the fold of: the one that a row stands within, if it is there; else it."""
    if row.nested:
        return row.id
    return row.parent if row.parent is not None and row.parent in ids else None
