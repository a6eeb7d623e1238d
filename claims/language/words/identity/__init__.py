"""What is known of names: spellings, short forms, acronyms, countries; one text file each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from claims.language.folding import fold


@cache
def groups(name: str) -> dict[str, frozenset[str]]:
    """Each word of list ``name`` with the first words of the lines that it stands on.

    Raises:
        FileNotFoundError: There is no such list.
    """
    found: dict[str, set[str]] = {}
    for line in _lines(name):
        first, *rest = map(fold, line.split())
        for word in (first, *rest):
            found.setdefault(word, set()).add(first)
    return {word: frozenset(firsts) for word, firsts in found.items()}


@cache
def acronyms() -> dict[str, str]:
    """Folded names that stand for another, with that one, folded too."""
    pairs = (line.split("=") for line in _lines("acronyms"))
    return {fold(short): fold(long) for short, long in pairs}


@cache
def countries() -> frozenset[str]:
    """Folded names of countries and other bodies that too many people have in common."""
    return frozenset(
        word.replace("_", " ") for line in _lines("countries") for word in line.split()
    )


def _lines(name: str) -> Iterator[str]:
    text = files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if words := line.split("#", 1)[0].strip():
            yield words
