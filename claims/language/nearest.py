"""The name that somebody may have meant who wrote another one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rapidfuzz import fuzz, process

from claims.language.folding import fold

_LIKE: Final = 75
"""Likeness of two words, of 100, from which one may be meant by the other."""
_WORDS: Final = 20


def nearest(text: str, names: Iterable[str]) -> str | None:
    """The first of the names that are most like a text: each of its words is like one of theirs."""
    by_word: dict[str, list[str]] = {}
    for name in names:
        for word in fold(name).split():
            by_word.setdefault(word, []).append(name)
    likeness: dict[str, float] | None = None
    for word in fold(text).split():
        near: dict[str, float] = {}
        for found, score, _ in process.extract(
            word, [*by_word], scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_WORDS
        ):
            for name in by_word[found]:
                near.setdefault(name, score)
        if likeness is None:
            likeness = near
        else:
            likeness = {
                name: total + near[name] for name, total in likeness.items() if name in near
            }
    return max(likeness, key=likeness.__getitem__) if likeness else None
