"""The selection: which claims are marked, one for all screens, and what of it a view shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui.text.words import counted

IN_VIEW: Final = "in this view"


class Selection(Collection[int]):
    """The marked claims, in the order of marking.

    Args:
        view: Gives all claims of the view on the main screen; None while not all are known.
    """

    def __init__(self, view: Callable[[], Sequence[int] | None]) -> None:
        self._ids: dict[int, None] = {}
        self._view = view

    def __contains__(self, claim: object) -> bool:
        return claim in self._ids

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def view(self) -> Sequence[int] | None:
        """All claims of the view on the main screen; None while not all are known."""
        return self._view()

    def toggle(self, claim: int) -> None:
        """Mark a claim, or no longer."""
        if claim in self._ids:
            del self._ids[claim]
        else:
            self._ids[claim] = None

    def choose(self, claims: Iterable[int]) -> None:
        """Mark these claims and no others."""
        self._ids = dict.fromkeys(claims)


@dataclass(frozen=True, slots=True)
class Selected:
    """The marked claims as a view has them.

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
    def in_words(self) -> str:
        """``4 claims are marked, 3 of them not in this view``."""
        is_are = "is" if len(self.ids) == 1 else "are"
        return f"{counted(len(self.ids), 'claim')} {is_are} marked{self.outside}"

    @property
    def outside(self) -> str:
        """``, 3 of them not in this view``; empty if all are there."""
        many, out = len(self.ids), self.out_of_view
        if not out:
            return ""
        which = "not" if many == 1 else "none of them" if out == many else f"{out:,} of them not"
        return f", {which} {self.where}"


def selected_in(
    shown: Collection[int] | None, selection: Collection[int], *, complete: bool = True
) -> Selected:
    """The marked claims as a view has them; no view has none.

    Args:
        shown: The claims of the view; None if there is no view.
        selection: The marked claims.
        complete: Whether that is all of the view, and not only its beginning.
    """
    ids = list(selection)
    if shown is None or not ids:
        return Selected(ids, [])
    here = set(ids).intersection(shown)
    where = IN_VIEW if complete else "in what is here of this view"
    return Selected(ids, [ident for ident in ids if ident in here], where)
