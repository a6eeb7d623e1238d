"""Weights of how likely one speaker says the same again.

    python -m bench.quality.repeats POLNEAR [--write]

Learns from all judged pairs of ``tests/gold/same`` and ``tests/gold/relations`` that one speaker
says and that nothing speaks against; prints precision and recall at some likelihoods on pairs that
share no claim with those that were learned from, beside those of how likely the two are the same.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from bench.quality.pairs import Place, gold_pairs, statements
from bench.quality.relations import judged_pairs, said_at
from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.judge import same
from claims.comparison.meaning.pairs import cosines
from claims.comparison.relations import LEAST, repeating
from claims.comparison.relations.judge import may_be_alike
from claims.comparison.relations.subjects import are_of_one_speaker
from claims.relation import Relation
from claims.training.logistic import Example, fit, unseen

OUT: Final = Path(repeating.__file__).with_name(repeating.WEIGHTS)
STRENGTH: Final = 0.3
PARTS: Final = 10
SHOWN: Final = (0.5, 0.6, 0.7, 0.8)
PLAIN: Final = 0.75
DIGITS: Final = 4


def main(corpus: Path, *, writes: bool) -> None:
    """Prints the figures, and writes the weights if wanted."""
    examples, plain = read(corpus)
    found = unseen(examples, STRENGTH, PARTS)
    right = [one.right for one in examples]
    print(f"{len(right)} pairs of one speaker, {sum(right)} repeat")
    print(f"  the same from {PLAIN}: {_figures([one >= PLAIN for one in plain], right)}")
    for least in SHOWN:
        print(f"  repeated from {least}: {_figures([one >= least for one in found], right)}")
    if writes:
        weights = {name: round(one, DIGITS) for name, one in fit(examples, STRENGTH).items()}
        OUT.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


def read(corpus: Path) -> tuple[list[Example], list[float]]:
    """The pairs to learn from, those that share a claim in one part, and how likely each is the
    same, whoever says it."""
    known = statements(corpus)
    judged = dict(_judged())
    pairs = [tuple(sorted(pair)) for pair in judged]
    group = _groups([(left, right) for left, right in pairs])
    near = cosines([(known[left], known[right]) for left, right in pairs], Encoder(threads=1))
    examples, plain = [], []
    for (left, right), (full, content) in zip(pairs, near, strict=True):
        one, other = said_at(left, known[left]), said_at(right, known[right])
        alike = same(one.statement, other.statement, full, content)
        if content < LEAST or not alike or not are_of_one_speaker(one, other):
            continue
        if may_be_alike(one, other, full, content):
            signs = dict(repeating.signs(one, other, alike))
            right_ = judged[frozenset((left, right))]
            examples.append(Example(signs, right_, group(left)))
            plain.append(alike)
    return examples, plain


def _judged() -> Iterator[tuple[frozenset[Place], bool]]:
    """All judged pairs, each with whether the two say the same."""
    for name in ("pairs.json", "wordings.json", "threads.json", "threads-2.json"):
        for pair in gold_pairs(name):
            if pair.left != pair.right:
                yield frozenset((pair.left, pair.right)), pair.label == "same"
    for found in judged_pairs():
        if found.relation is not Relation.AGREES and found.left != found.right:
            repeats = found.relation is Relation.REPEATS
            yield frozenset((found.left, found.right)), repeats


def _groups(pairs: list[tuple[Place, Place]]) -> Callable[[Place], int]:
    """What gives claims that pairs join, one after another, the same number."""
    above: dict[Place, Place] = {}

    def top(place: Place) -> Place:
        while above.setdefault(place, place) != place:
            place = above[place]
        return place

    for left, right in pairs:
        above[top(left)] = top(right)
    number = {place: at for at, place in enumerate(sorted(map(top, list(above))))}
    return lambda place: number[top(place)]


def _figures(given: list[bool], right: list[bool]) -> str:
    hits = sum(one and other for one, other in zip(given, right, strict=True))
    return f"precision {hits / max(sum(given), 1):.3f}, recall {hits / sum(right):.3f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), writes="--write" in sys.argv)
