"""Which words of two quotations are the same words: runs of equal ones, in the order of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from rapidfuzz.distance import Indel

from claims.comparison.quotations.quoted import Quoted
from claims.comparison.rarity import total

_FIRM: Final = 2.0
"""Weight from which two or more equal words are no chance ("of the" is)."""

_CLOSE: Final = 3
"""Words between a lone equal word and firm ones, at most, for it to be the same word."""


class Run(NamedTuple):
    """``size`` equal words, from the word ``left`` of one and the word ``right`` of the other."""

    left: int
    right: int
    size: int


class Gap(NamedTuple):
    """Words before, between or behind runs, as ranges of words; one of the two may be empty."""

    left: range
    right: range


@dataclass(frozen=True)
class Alignment:
    """Two quotations and the runs of words that they share."""

    left: Quoted
    right: Quoted
    runs: tuple[Run, ...]

    @cached_property
    def weight(self) -> float:
        """What the shared words tell, in nats."""
        return sum(total(self.left.keys[run.left : run.left + run.size]) for run in self.runs)

    @cached_property
    def overlap(self) -> float:
        """What part of the lesser quotation they are, by weight, from 0 to 1."""
        lesser = min(total(self.left.keys), total(self.right.keys))
        return min(self.weight / lesser, 1.0) if lesser else 0.0

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """What is before, between and behind the runs: one more than there are runs."""
        ends = [(0, 0), *((run.left + run.size, run.right + run.size) for run in self.runs)]
        starts = [*((run.left, run.right) for run in self.runs), (None, None)]
        return tuple(
            Gap(
                range(a, len(self.left.words) if c is None else c),
                range(b, len(self.right.words) if d is None else d),
            )
            for (a, b), (c, d) in zip(ends, starts, strict=True)
        )


def align(left: Quoted, right: Quoted) -> Alignment:
    """Two quotations with the words that they share."""
    return Alignment(left, right, tuple(_firm(_runs(left.keys, right.keys), left.keys)))


def _runs(left: Sequence[str], right: Sequence[str]) -> list[Run]:
    """Runs of most equal words; a word that could be of two runs is of the longer."""
    found = [
        [code.src_start, code.dest_start, code.src_end - code.src_start]
        for code in Indel.opcodes(left, right)
        if code.tag == "equal"
    ]
    for at in sorted(range(len(found)), key=lambda each: -found[each][2]):
        run = found[at]
        for before in reversed(found[:at]):
            while before[2] and before[2] <= run[2] and _begins_earlier(run, left, right):
                before[2] -= 1
                run[0], run[1], run[2] = run[0] - 1, run[1] - 1, run[2] + 1
            if before[2]:
                break
        for after in found[at + 1 :]:
            while after[2] and after[2] <= run[2] and _ends_later(run, left, right):
                after[0], after[1], after[2] = after[0] + 1, after[1] + 1, after[2] - 1
                run[2] += 1
            if after[2]:
                break
    return list(_joined(Run(*run) for run in found if run[2]))


def _begins_earlier(run: list[int], left: Sequence[str], right: Sequence[str]) -> bool:
    return run[0] > 0 < run[1] and left[run[0] - 1] == right[run[1] - 1]


def _ends_later(run: list[int], left: Sequence[str], right: Sequence[str]) -> bool:
    one, other = run[0] + run[2], run[1] + run[2]
    return one < len(left) and other < len(right) and left[one] == right[other]


def _joined(runs: Iterator[Run]) -> Iterator[Run]:
    """The same with runs that touch on both sides made one."""
    last: Run | None = None
    for run in runs:
        if last and (last.left + last.size, last.right + last.size) == (run.left, run.right):
            last = Run(last.left, last.right, last.size + run.size)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _firm(runs: list[Run], keys: Sequence[str]) -> list[Run]:
    """The runs that are no chance, and those close to one of them."""
    kept = [run.size > 1 and total(keys[run.left : run.left + run.size]) >= _FIRM for run in runs]
    for order in (range(1, len(runs)), range(len(runs) - 2, -1, -1)):
        step = 1 if order.step > 0 else -1
        for at in order:
            kept[at] = kept[at] or (kept[at - step] and _are_close(runs[at - step], runs[at]))
    return [run for run, keep in zip(runs, kept, strict=True) if keep]


def _are_close(one: Run, other: Run) -> bool:
    first, second = sorted((one, other))
    left = second.left - first.left - first.size
    right = second.right - first.right - first.size
    return max(left, right) <= _CLOSE
