"""Copies of articles and of quotations made by edits, for measuring whether they are found."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from claims.comparison import CopyKind

_WORD: Final = re.compile(r"\S+\s*")
_MARKS: Final = (" … ", " ... ", " . . . ", " [...] ")
_BRACKETS: Final = ("[the plan]", "[the governor]", "[it]")


def article_copies(text: str, other: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Copies of an article's body, each with what was done to it.

    Args:
        text: The body.
        other: Another's, which lends its beginning and words.
        chance: What is cut and changed.
    """
    words = _WORD.findall(text)
    for part in (30, 50, 70):
        yield f"{part} % trimmed", "".join(words[: max(1, len(words) * (100 - part) // 100)])
    changed, vocabulary = list(words), _WORD.findall(other)
    for at in chance.sample(range(len(words)), max(1, len(words) // 25)):
        changed[at] = chance.choice(vocabulary)
    yield "4 % of words changed", "".join(changed)
    lead, rest = other.split("\n")[:2], text.split("\n")[2:]
    yield "another lead", "\n".join([*lead, *rest])


def quotation_copy(
    kind: CopyKind, words: Sequence[str], others: Sequence[str], chance: random.Random
) -> str:
    """A copy of a quotation of eight words or more.

    Args:
        kind: What is done to it.
        words: Of the quotation, as written.
        others: Of another quotation, which lends words.
        chance: Where and what.
    """
    return " ".join(_EDITS[kind](list(words), list(others), chance))


def _verbatim(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    return [word.replace("’", "'") for word in words[:-1]] + [
        words[-1].rstrip(".,!?") + chance.choice(",.!")
    ]


def _cut(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    size = max(5, int(len(words) * chance.uniform(0.4, 0.8)))
    start = chance.randint(0, len(words) - size)
    return words[start : start + size]


def _with_ellipsis(words: list[str], _: list[str], chance: random.Random) -> list[str]:
    at = chance.randint(2, len(words) - 4)
    if chance.random() < 0.4:
        return [*words[:at], chance.choice(_BRACKETS), *words[at + 1 :]]
    return [*words[:at], chance.choice(_MARKS).strip(), *words[at + 2 :]]


def _altered(words: list[str], others: list[str], chance: random.Random) -> list[str]:
    at = chance.randint(1, len(words) - 2)
    choice = chance.random()
    if choice < 0.3:
        return [*words[:at], "not", *words[at:]]
    if choice < 0.5:
        return words[:at] + words[at + 1 :]
    for place in chance.sample(range(1, len(words) - 1), min(3, len(words) // 6)):
        words[place] = chance.choice(others)
    return words


def _merged(words: list[str], others: list[str], chance: random.Random) -> list[str]:
    return words + others if chance.random() < 0.5 else others + words


_EDITS: Final[dict[CopyKind, Callable[[list[str], list[str], random.Random], list[str]]]] = {
    CopyKind.VERBATIM: _verbatim,
    CopyKind.CUT: _cut,
    CopyKind.ELLIPSIS: _with_ellipsis,
    CopyKind.ALTERED: _altered,
    CopyKind.MERGED: _merged,
}
