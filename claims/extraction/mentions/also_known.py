"""Two names that an article says are of one bearer: "RTQ, also known as Radio Quint"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.language.folding import fold_letters

_LONGEST: Final = 8
_ALSO_KNOWN: Final = re.compile(
    r"known(?: simply| only| mainly)?"
    r"(?: by (?:its|his|her|their|the)(?: \w+)?"
    r" (?:acronym|initials|abbreviation|nickname|name|alias))?"
    r"(?: as)?(?: the)?"
)


def same_kinds(tokens: Tokens, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, all of a second name of the kind of the first."""
    kinds = {fold_letters(other.text): one.kind for one, other in also_known(tokens, mentions)}
    return [replace(m, kind=kinds.get(fold_letters(m.text), m.kind)) for m in mentions]


def also_known(tokens: Tokens, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of which the second is said to be the first's other name."""
    at = {i: m for m in mentions for i in range(m.start, m.end)}
    for other in mentions:
        for known in range(other.start - 1, max(0, other.start - _LONGEST), -1):
            if tokens.lower[known] != "known":
                continue
            said = " ".join(w for w in tokens.lower[known : other.start] if w[0].isalnum())
            one = at.get(tokens.head[known])
            thing = "which" in tokens.lower[max(0, known - 3) : known]
            wrong = (NameKind.PLACE, NameKind.PERSON) if thing else (NameKind.PLACE,)
            named = one is not None and one.start < known and one.kind not in wrong
            if one is not None and named and said != "known" and _ALSO_KNOWN.fullmatch(said):
                yield one, other
            break
