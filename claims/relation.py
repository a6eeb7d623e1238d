"""How two claims relate, and what people judged of that."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Relation(StrEnum):
    """What the second of two claims is to the first."""

    REPEATS = "repeats"
    AGREES = "agrees"
    DENIES = "denies"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"

    @property
    def has_order(self) -> bool:
        """Whether one of two claims can only do it to an earlier one."""
        return self in _OF_BOTH

    def in_words(self, *, does: bool, ordered: bool = True) -> str:
        """What is said of a claim that does it to another, or that another does it to.

        Args:
            does: Whether it is the claim that does.
            ordered: Whether it is known which of the two was first.
        """
        if not ordered and self in _OF_BOTH:
            return _OF_BOTH[self]
        return _DOES[self] if does else _IS_DONE[self]

    def in_sentence(self, *, ordered: bool) -> str:
        """What stands between a claim that does it and the other one in a sentence of both.

        Args:
            ordered: As in `in_words`.
        """
        words = self.in_words(does=True, ordered=ordered)
        return f"is the {words}" if words == _SAME else words


_DOES: Final = {
    **{one: one.value for one in Relation},
    Relation.AGREES: "agrees with",
}
_IS_DONE: Final = {
    Relation.REPEATS: "repeated by",
    Relation.AGREES: "agrees with",
    Relation.DENIES: "denied by",
    Relation.UPDATES: "updated by",
    Relation.CONTRADICTS: "contradicted by",
}
_SAME: Final = "same as"
_OF_BOTH: Final = {
    Relation.REPEATS: _SAME,
    Relation.UPDATES: "differs from",
}
"""What is said of both where nobody knows which was first: nothing that tells an order."""


class RelationState(StrEnum):
    """What people judged of a relation that was suggested."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
