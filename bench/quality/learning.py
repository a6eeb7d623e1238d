"""Pairs of claims from which the sentence encoder learns, and invented ones to try it on.

    python -m bench.quality.learning CORPUS > learn.jsonl
    python -m bench.quality.learning invented > other.jsonl

CORPUS holds the gold folders ``train`` and ``dev`` that ``tests/gold`` refers to. The first are all
pairs of it that somebody judged, save ``same/pairs.json``, which measures, and the invented ones of
politics and business; the second are invented of other news. ``tests/gold/README.md`` says how they
were made.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

from bench.quality.pairs import GOLD, EventKey, gold_pairs, side, statements
from bench.quality.relations import judged_pairs
from claims.comparison.meaning.statement import Statement
from claims.relation import Relation

INVENTED: Final = GOLD / "invented"
TO_LEARN: Final = ("politics", "business")
TO_MEASURE: Final = "other"

_ALIKE: Final = (Relation.REPEATS, Relation.AGREES)
_LABELLED: Final = ("threads.json", "threads-2.json", "threads-3.json", "wordings.json")


class Likely(NamedTuple):
    """Two claims, and how likely a reader found it that they say the same, from 0 to 1."""

    left: Statement
    right: Statement
    likely: float


def learned(corpus: Path) -> Iterator[Likely]:
    """All pairs that are learned from."""
    known = statements(corpus)
    for left, right, likely in _judged_pairs():
        yield Likely(known[left], known[right], likely)
    for name in TO_LEARN:
        yield from invented(name)


def invented(name: str) -> Iterator[Likely]:
    """All pairs within each family of a file: claims that say the same, and others near them, no
    two of which do."""
    lines = (INVENTED / f"{name}.jsonl").read_text("utf-8").splitlines()
    for family in map(json.loads, lines):
        claims = [(_invented(*each), True) for each in family["same"]]
        claims += [(_invented(*each), False) for each in family["near"]]
        for (left, one), (right, other) in combinations(claims, 2):
            yield Likely(left, right, float(one and other))


def _judged_pairs() -> Iterator[tuple[EventKey, EventKey, float]]:
    given = json.loads((GOLD / "learn.json").read_text("utf-8"))
    articles = given["articles"]
    for one, event, other, another, percent in given["pairs"]:
        yield (articles[one], event), (articles[other], another), percent / 100
    for name in _LABELLED:
        for pair in gold_pairs(name):
            yield pair.left, pair.right, float(pair.label == "same")
    for each in judged_pairs():
        yield each.left, each.right, float(each.relation in _ALIKE)


def _invented(source: str, cue: str, content: str) -> Statement:
    return Statement(content, cue, (source,) if source else ())


def main(what: str) -> None:
    """Prints the pairs as ``claims evaluate --pairs`` reads them."""
    measured = what == INVENTED.name
    pairs = invented(TO_MEASURE) if measured else learned(Path(what))
    for number, (left, right, likely) in enumerate(pairs):
        sides = {"id": number, "a": side(left), "b": side(right), "likely": likely}
        label = {"label": "same" if likely else "related"} if measured else {}
        print(json.dumps({**sides, **label}, ensure_ascii=False))


if __name__ == "__main__":
    main(sys.argv[1])
