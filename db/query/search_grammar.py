"""Full-text search as users type it, read leniently: any text is a valid search.

Words are found in any form, ``"a phrase"`` as it stands, ``prefix*`` by its beginning,
``-without`` (or ``-"a phrase"``) where it is missing; ``OR`` parts alternatives. A quotation mark
without its partner is a character like any other.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

_TOKEN: Final = re.compile(r'(-?)(?:"([^"]*)"(\*?)|(\S+))')


@dataclass(frozen=True, slots=True)
class Term:
    """Words to be found side by side; with ``prefix`` the last one only has to begin so."""

    words: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """A text matches if it has every one of ``wanted`` and none of ``unwanted``."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...] = ()


def parse_search(text: str) -> tuple[Alternative, ...]:
    """The alternatives of a search text; none if it has no letter or digit to look for."""
    found: list[Alternative] = []
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for minus, phrase, star, word in _TOKEN.findall(text):
        if word == "OR" and not minus:
            found.append(Alternative(tuple(wanted), tuple(unwanted)))
            wanted, unwanted = [], []
        elif term := _term(phrase or word, prefix=bool(star) or word.endswith("*")):
            (unwanted if minus else wanted).append(term)
    found.append(Alternative(tuple(wanted), tuple(unwanted)))
    return tuple(one for one in found if one.wanted or one.unwanted)


def words_of(text: str) -> tuple[str, ...]:
    """The runs of letters and digits, which are what both databases index; no accent by itself."""
    runs = "".join(c if _indexed(c) else " " for c in text).split()
    return tuple(run for run in runs if not all(unicodedata.category(c) == "Mn" for c in run))


def _term(text: str, *, prefix: bool) -> Term | None:
    words = words_of(text)
    return Term(words, prefix) if words else None


def _indexed(char: str) -> bool:
    """Whether SQLite's tokenizer takes a character as part of a word."""
    category = unicodedata.category(char)
    return category[0] in "LN" or category in ("Mn", "Co")
