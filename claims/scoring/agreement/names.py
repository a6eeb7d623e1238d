"""When two names, or two phrases for an affiliation, count as the same in the figures."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_POSSESSIVE: Final = re.compile(r"[’']s\b")
_MIN_F1: Final = 0.5
_DROPPED: Final = frozenset(
    _WORD.findall(
        """
    mr mrs ms miss dr prof professor sir dame lord lady the
    president vice senator sen representative rep congressman congresswoman gov governor mayor
    judge justice secretary minister premier chairman chairwoman
    gen general col colonel lt capt captain sgt
    rev reverend pope prince princess king queen
    ii iii iv jr sr
    """
    )
)


def comparable(name: str | None) -> tuple[str, ...]:
    """The name's words without case, punctuation, honorifics, single initials or suffixes.

    A name made of nothing else keeps its words.
    """
    words = _WORD.findall(_POSSESSIVE.sub("", name or "").replace(".", " ").casefold())
    kept = [word for word in words if len(word) > 1 and word not in _DROPPED]
    return tuple(kept or words)


def phrases_agree(one: str | None, other: str | None) -> bool:
    """Whether two optional phrases share most of their words; two missing ones agree."""
    left, right = set(comparable(one)), set(comparable(other))
    if not left or not right:
        return not left and not right
    return 2 * len(left & right) / (len(left) + len(right)) >= _MIN_F1
