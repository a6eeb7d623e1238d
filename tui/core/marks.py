"""Which of the marked claims a view shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from tui.text.words import counted

IN_VIEW: Final = "in this view"


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked claims.

    Args:
        ids: In the order of marking.
        in_view: Those that the view has, scrolled to or not.
        where: What stands for the view in a sentence.
    """

    ids: list[int]
    in_view: list[int]
    where: str = IN_VIEW

    @property
    def out_of_view(self) -> int:
        """How many the view has not."""
        return len(self.ids) - len(self.in_view)

    @property
    def told(self) -> str:
        """``4 claims are marked, 3 of them not in this view``."""
        is_are = "is" if len(self.ids) == 1 else "are"
        return f"{counted(len(self.ids), 'claim')} {is_are} marked{self.out_told}"

    @property
    def out_told(self) -> str:
        """``, 3 of them not in this view``; empty if all are there."""
        many, out = len(self.ids), self.out_of_view
        if not out:
            return ""
        which = "not" if many == 1 else "none of them" if out == many else f"{out:,} of them not"
        return f", {which} {self.where}"


def marked_in(
    shown: Collection[int] | None, marks: Collection[int], *, complete: bool = True
) -> Marked:
    """The marked claims as a view has them; no view has none.

    Args:
        shown: The claims of the view; None if there is no view.
        marks: The marked claims.
        complete: Whether that is all of the view, and not only its beginning.
    """
    ids = list(marks)
    if shown is None or not ids:
        return Marked(ids, [])
    here = set(ids).intersection(shown)
    where = IN_VIEW if complete else "in what is here of this view"
    return Marked(ids, [ident for ident in ids if ident in here], where)
