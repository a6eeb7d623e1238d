"""Contents in which names stand for the pronouns that mean them, so that they say what they say
without the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from claims.claim import Span
from claims.comparison.speakers import called
from claims.language.word_lists import words

_POSSESSIVE: Final = words("comparison/pronouns", "possessive")
_OTHERS: Final = words("comparison/pronouns")
_REFLEXIVE: Final = words("comparison/pronouns", "reflexive")
_AT_FIRST: Final = re.compile(r"[\s“\"']*(?:to\s+\w+\s+)?(\w+)\b")
"""What a content begins with: its first word, or the one behind "to" and a verb."""


def named_content(text: str, pieces: Sequence[Span], names: Mapping[Span, str]) -> str:
    """The pieces of a content joined, with the names of what its pronouns mean.

    Args:
        text: The article's.
        pieces: Of the content, in text order.
        names: What words of the article mean; those that are no pronoun, and those outside the
            pieces, stay as they are.
    """
    return " ".join(" ".join(_named(text, piece, names) for piece in pieces).split())


def reflexive(text: str, piece: Span) -> Span | None:
    """Where a content begins with "itself" or its like, alone or as what is done ("to present
    itself as"), so that it means who speaks; None where it does not.

    Args:
        text: The article's.
        piece: The first of the content.
    """
    found = _AT_FIRST.match(text, piece.start, piece.end)
    if found is None or found[1].casefold() not in _REFLEXIVE:
        return None
    return Span(*found.span(1))


def _named(text: str, piece: Span, names: Mapping[Span, str]) -> str:
    parts, done = [], piece.start
    for span in sorted(one for one in names if piece.start <= one.start and one.end <= piece.end):
        name = _instead(text[span.start : span.end], names[span])
        if name and done <= span.start:
            parts += [text[done : span.start], name]
            done = span.end
    return "".join((*parts, text[done : piece.end]))


def _instead(written: str, name: str) -> str | None:
    """What stands in place of a pronoun, as speakers are called; None in place of other words."""
    word, name = written.casefold(), called(name)
    if word in _POSSESSIVE:
        return f"{name}’" if name.endswith("s") else f"{name}’s"
    return name if word in _OTHERS or word in _REFLEXIVE else None
