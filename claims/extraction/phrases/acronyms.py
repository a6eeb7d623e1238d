"""Acronyms that an article explains: "Tidal Harbour Board (THB)"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from claims.extraction.document.ranges import Range
from claims.extraction.document.tokens import Tokens

Words = tuple[str, ...]

_LETTERS: Final = range(2, 8)


def explained(tokens: Tokens, phrases: Iterable[tuple[Range, Words]]) -> Mapping[str, Words]:
    """The words of what each acronym stands for, by the acronym in lower case.

    Args:
        tokens: Of the article.
        phrases: All of it, with their words.
    """
    found: dict[str, Words] = {}
    for (start, end), words in phrases:
        short = _in_brackets(tokens, end)
        if short and _are_initials(short, tokens, start, end):
            found.setdefault(short.lower(), words)
    return found


def _in_brackets(tokens: Tokens, at: int) -> str:
    """The acronym in round brackets at a token; empty if there is none."""
    if tokens.text[at : at + 1] != ["("] or tokens.text[at + 2 : at + 3] != [")"]:
        return ""
    short = tokens.text[at + 1].replace(".", "")
    return short if len(short) in _LETTERS and short.isalpha() and short.isupper() else ""


def _are_initials(short: str, tokens: Tokens, start: int, end: int) -> bool:
    """Whether the letters of an acronym begin the words of a range, in order, from its first on."""
    initials = [word[0].upper() for word in tokens.text[start:end] if word[0].isalpha()]
    at = 0
    for initial in initials:
        at += at < len(short) and initial == short[at]
    return at == len(short) and initials[0] == short[0]
