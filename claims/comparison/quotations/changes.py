"""What differs between two quotations, word by word, and what of it changes the meaning."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from claims.claim import Span
from claims.comparison.quotations.alignment import Alignment, Gap
from claims.comparison.quotations.quoted import Quoted
from claims.comparison.words import Word
from claims.language.word_lists import words

_NEGATIONS: Final = words("grammar/negation", "of anything")
_NUMBERS: Final = words("comparison/numbers")

_SENTENCE_END: Final = re.compile(r"[.!?;]\W*\s")

_REACH: Final = 4
"""A "not" cut off so many words before what is kept would have denied it."""


class ChangeOp(StrEnum):
    """Whether words stand in both quotations, in the first only or in the second only."""

    EQUAL = "equal"
    REMOVED = "removed"
    ADDED = "added"


class Alteration(StrEnum):
    """What of the meaning a change touches."""

    NEGATION = "negation"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Change:
    """Words as one quotation has them, in the order in which both are read.

    Args:
        op: In which of the quotations they are.
        text: As written, in the first quotation unless added.
        span: Where, in the text of that quotation; code points.
        alters: What of the meaning is changed here; empty where the words are equal.
    """

    op: ChangeOp
    text: str
    span: Span
    alters: frozenset[Alteration] = frozenset()


def changes_of(alignment: Alignment) -> tuple[Change, ...]:
    """All words of both quotations: equal ones once, of others those removed before those added."""
    found: list[Change] = []
    for at, gap in enumerate(alignment.gaps):
        alters = _alterations(alignment, gap, first=at == 0, last=at == len(alignment.runs))
        found += _as_written(ChangeOp.REMOVED, alignment.left, gap.left, alters)
        found += _as_written(ChangeOp.ADDED, alignment.right, gap.right, alters)
        for run in alignment.runs[at : at + 1]:
            kept = range(run.left, run.left + run.size)
            found += _as_written(ChangeOp.EQUAL, alignment.left, kept, frozenset())
    return tuple(found)


def alterations_of(alignment: Alignment) -> frozenset[Alteration]:
    """What of the meaning differs between two quotations."""
    last = len(alignment.runs)
    return frozenset[Alteration]().union(
        *(
            _alterations(alignment, gap, first=at == 0, last=at == last)
            for at, gap in enumerate(alignment.gaps)
        )
    )


def _as_written(
    op: ChangeOp, quotation: Quoted, at: range, alters: frozenset[Alteration]
) -> Iterator[Change]:
    """One change for each stretch of words that nothing interrupts."""
    starts = [at.start, *sorted(index for index in quotation.breaks if index in at[1:])]
    for start, end in zip(starts, [*starts[1:], at.stop], strict=True):
        if start < end:
            span = Span(quotation.words[start].start, quotation.words[end - 1].end)
            yield Change(op, quotation.text[span.start : span.end], span, alters)


def _alterations(
    alignment: Alignment, gap: Gap, *, first: bool, last: bool
) -> frozenset[Alteration]:
    """What a gap changes; of what is cut off at an end, a denial that reached what is kept."""
    removed = [alignment.left.words[at] for at in gap.left]
    added = [alignment.right.words[at] for at in gap.right]
    if first or last:
        cut_off = not (removed and added)
        if last and cut_off:
            return frozenset()
        if first and cut_off:
            return _if(
                Alteration.NEGATION,
                _denies_on(alignment.left, gap.left) != _denies_on(alignment.right, gap.right),
            )
        if max(len(removed), len(added)) > _REACH:
            return frozenset()
    bracketed = alignment.right.bracketed.issuperset(gap.right) if added else False
    return (
        _if(Alteration.NEGATION, _denials(alignment, gap) % 2 == 1)
        | _if(Alteration.NUMBER, _numbers(removed) != _numbers(added))
        | _if(
            Alteration.NAME,
            not bracketed
            and _differ(_names(alignment.left, removed), _names(alignment.right, added)),
        )
    )


def _if(alteration: Alteration, is_so: bool) -> frozenset[Alteration]:
    return frozenset({alteration}) if is_so else frozenset()


def _denials(alignment: Alignment, gap: Gap) -> int:
    """How many words of denial stand in a gap on both sides together."""
    left, right = alignment.left, alignment.right
    return sum(_denies(left, at) for at in gap.left) + sum(_denies(right, at) for at in gap.right)


def _denies(quotation: Quoted, at: int) -> bool:
    word = quotation.words[at]
    if word.key == "no" and quotation.text[word.end : word.end + 1] in {",", "."}:
        return False
    return word.key in _NEGATIONS


def _denies_on(quotation: Quoted, cut_off: range) -> bool:
    """Whether a denial at the end of what is cut off is about what follows in its sentence."""
    for at in reversed(cut_off[-_REACH:]):
        between = quotation.text[quotation.words[at].end : quotation.words[cut_off.stop].start]
        if _SENTENCE_END.search(between):
            return False
        if _denies(quotation, at):
            return True
    return False


def _numbers(found: Iterable[Word]) -> list[str]:
    return sorted(word.key for word in found if word.key[:1].isdigit() or word.key in _NUMBERS)


def _names(quotation: Quoted, found: Iterable[Word]) -> frozenset[str]:
    """Words with a capital that no beginning of a sentence gives them."""
    return frozenset(
        word.key.removesuffix("'s")
        for word in found
        if quotation.text[word.start].isupper()
        and len(word.key) > 1
        and not _opens_sentence(quotation, word)
    )


def _opens_sentence(quotation: Quoted, word: Word) -> bool:
    before = quotation.text[: word.start].rstrip(" \t\n[")
    return not before or before[-1] in ".!?:;“‘\"'…" or word == quotation.words[0]


def _differ(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether each has a name that the other lacks: a fuller name is no other name."""
    return bool(names - others and others - names)
