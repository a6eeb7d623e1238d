"""Contents in which names stand for the pronouns that mean them, so that they say what they say
without the sentence before.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claims.claim import Span
from claims.language.word_lists import words

_POSSESSIVE: Final = words("comparison/pronouns", "possessive")
_OTHERS: Final = words("comparison/pronouns")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of an article that mean somebody or something, and the name of that."""

    span: Span
    name: str


def named_content(text: str, pieces: Sequence[Span], mentions: Iterable[Mention]) -> str:
    """The pieces of a content joined, with the names of what its pronouns mean.

    Args:
        text: The article's.
        pieces: Of the content, in text order.
        mentions: What is known of the article's; those that are no pronoun, and those outside the
            pieces, stay as they are.
    """
    known = sorted(mentions, key=lambda mention: mention.span)
    return " ".join(" ".join(_named(text, piece, known) for piece in pieces).split())


def _named(text: str, piece: Span, mentions: Iterable[Mention]) -> str:
    parts, done = [], piece.start
    for mention in mentions:
        name = _instead(text[mention.span.start : mention.span.end], mention.name)
        if name and done <= mention.span.start and mention.span.end <= piece.end:
            parts += [text[done : mention.span.start], name]
            done = mention.span.end
    return "".join((*parts, text[done : piece.end]))


def _instead(written: str, name: str) -> str | None:
    """What stands in place of a pronoun; None in place of other words."""
    word = written.casefold()
    if word in _POSSESSIVE:
        return f"{name}’" if name.endswith("s") else f"{name}’s"
    return name if word in _OTHERS else None
