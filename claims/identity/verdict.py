"""What is held of two entities; the tables know it without knowing how entities are compared."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What is held of two entities, by the program or by a person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
