"""Which quotation marks of a paragraph can open or close a quotation, and which are apostrophes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from typing import Final


class Role(Enum):
    """What a mark can do where it stands."""

    OPEN = "open"
    CLOSE = "close"
    EITHER = "either"
    MAYBE_CLOSE = "maybe close"  # closes, or is the apostrophe of a plural possessive


class Family(Enum):
    """Marks that pair with each other."""

    DOUBLE = "double"
    SINGLE = "single"
    ANGLE = "angle"
    SINGLE_ANGLE = "single angle"


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """A quotation mark ``text[start:end]``; ``low`` for the German opening one."""

    start: int
    end: int
    family: Family
    role: Role
    low: bool = False


_MARK: Final = re.compile(r"``|''|[\"“”„‟«»‘’‚‛‹›'`]")
# Words that begin with an apostrophe, and decades written with one.
_ELISION: Final = re.compile(
    r"(?:\d0s?\b|\d\d\b|(?:em|til|till|tis|twas|twere|cause|cuz|bout|round|n|nuff|ere|neath)\b)",
    re.IGNORECASE,
)
_BEFORE_OPEN: Final = "([{-–—/"
_AFTER_CLOSE: Final = ")]},.;:!?-–—/…"


def find_quote_marks(text: str, start: int, end: int) -> list[QuoteMark]:
    """Marks of the paragraph ``text[start:end]`` that are not apostrophes, in text order."""
    found = []
    reversed_angles: bool | None = None
    for hit in _MARK.finditer(text, start, end):
        sign, i, j = hit.group(), hit.start(), hit.end()
        before = text[i - 1] if i > start else " "
        after = text[j] if j < end else " "
        if sign in "“”‟":
            found.append(QuoteMark(i, j, Family.DOUBLE, _curly(sign, before, after)))
        elif sign == "„":
            found.append(QuoteMark(i, j, Family.DOUBLE, Role.OPEN, low=True))
        elif sign in "«»":
            if reversed_angles is None:
                reversed_angles = sign == "»"
            opens = (sign == "«") != reversed_angles
            found.append(QuoteMark(i, j, Family.ANGLE, Role.OPEN if opens else Role.CLOSE))
        elif sign in "‹›":
            role = Role.OPEN if sign == "‹" else Role.CLOSE
            found.append(QuoteMark(i, j, Family.SINGLE_ANGLE, role))
        elif sign == "``":
            found.append(QuoteMark(i, j, Family.DOUBLE, Role.OPEN))
        elif sign in ('"', "''"):
            found.append(QuoteMark(i, j, Family.DOUBLE, _by_surroundings(before, after)))
        else:
            single = _single(sign, before, after, text, j, end)
            if single is not None:
                found.append(QuoteMark(i, j, Family.SINGLE, single, low=sign == "‚"))
    return found


def _curly(sign: str, before: str, after: str) -> Role:
    """The role of a curly mark: its own, unless it was plainly typed for the other one."""
    if sign == "”":
        return Role.OPEN if before.isspace() and after.isalnum() else Role.CLOSE
    turned = not (before.isspace() or before in _BEFORE_OPEN or before in "'‘")
    closes = after.isspace() or after in _AFTER_CLOSE
    return Role.EITHER if turned and closes else Role.OPEN


def _by_surroundings(before: str, after: str) -> Role:
    """The role of a straight mark: space on one side only tells; else it depends on the state."""
    opens = before.isspace() or before in _BEFORE_OPEN or before in "“‘'"
    closes = after.isspace() or after in _AFTER_CLOSE or after in "”’'"
    if opens == closes:
        return Role.EITHER
    return Role.OPEN if opens else Role.CLOSE


def _single(sign: str, before: str, after: str, text: str, at: int, end: int) -> Role | None:
    """The role of a single mark; None for an apostrophe."""
    if before.isalnum() and after.isalnum():
        return None
    if sign in "‘‛‚`":
        if after.isspace() or _ELISION.match(text, at, end):
            return None
        return Role.OPEN
    if after.isalnum():
        # Before a word: a straight mark opens, a curly one is an elision typed correctly.
        if sign == "’" or _ELISION.match(text, at, end):
            return None
        return Role.OPEN if before.isspace() or before in _BEFORE_OPEN or before in '“"' else None
    if before.isspace():
        return None
    if before.isalpha() and after not in ',.;:!?”"':
        return Role.MAYBE_CLOSE
    return Role.CLOSE
