"""What makes one claim an update of another but numbers: how sure it is, and by when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.comparison.words import Word, words_in
from claims.language.word_lists import words

_LIST: Final = "comparison/changes"
_POSSIBLE: Final = words(_LIST, "possible")
_CERTAIN: Final = words(_LIST, "certain")
_BY_WHEN: Final = words(_LIST, "by when")
_TO_COME: Final = words(_LIST, "to come")
_MONTHS: Final = words(_LIST, "months")
_YEARS: Final = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Turn:
    """How one content has what another one has otherwise, each in its words."""

    before: str
    now: str


def turned(one: str, other: str) -> Turn | None:
    """How a content says what another says more or less surely, or for another time; None where
    neither is so."""
    sure = _sureness(one), _sureness(other)
    if None not in sure and (sure[0] in _POSSIBLE) != (sure[1] in _POSSIBLE):
        return Turn(str(sure[0]), str(sure[1]))
    due = _due(one), _due(other)
    if due[0] and due[1] and not set(due[0]) & set(due[1]):
        return Turn(" ".join(due[0]), " ".join(due[1]))
    return None


def tells_possible(content: str) -> bool:
    """Whether a content says that something may be so."""
    return _sureness(content) in _POSSIBLE


def tells_certain(content: str) -> bool:
    """Whether a content says that something will be so, or is."""
    word = _sureness(content)
    return word is not None and word not in _POSSIBLE


def tells_time(content: str) -> bool:
    """Whether a content says by when something will be."""
    return bool(_due(content))


@lru_cache(maxsize=50_000)
def _sureness(content: str) -> str | None:
    """The first word that tells how sure a content is; None if none does."""
    for word in words_in(content):
        if word.key in _CERTAIN or (word.key in _POSSIBLE and not _is_month(content, word)):
            return word.key
    return None


@lru_cache(maxsize=50_000)
def _due(content: str) -> tuple[str, ...]:
    """The time by when a content says that something will be, month and year; empty if it says
    none, or several."""
    found = words_in(content)
    if _TO_COME.isdisjoint(word.key for word in found):
        return ()
    times: list[tuple[str, ...]] = []
    for at, word in enumerate(found[:-1]):
        if word.key in _BY_WHEN:
            behind = found[at + 1 : at + 3]
            time = [one.key for one in behind if _is_month(content, one) or _is_year(one)]
            if time and (_is_month(content, behind[0]) or _is_year(behind[0])):
                times.append(tuple(time))
    return times[0] if len(times) == 1 else ()


def _is_month(content: str, word: Word) -> bool:
    return word.key in _MONTHS and content[word.start].isupper()


def _is_year(word: Word) -> bool:
    return word.key.isdigit() and int(word.key) in _YEARS
