"""How far two readers agree which claims say the same, and how far the product is from both.

    python -m bench.quality.readers CORPUS

A second reader gave 200 of the pairs of ``tests/gold/same`` a likelihood; that is an order, whose
average precision is what the product's can be measured against.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from bench.quality.pairs import GOLD, Place, gold_pairs, statements
from claims.comparison.meaning.judge import THRESHOLD
from claims.comparison.meaning.pairs import same_of_pairs
from claims.scoring.pairs import average_precision

Pair = tuple[Place, Place]


def second_reader() -> dict[Pair, float]:
    """How likely the second reader found each pair to say the same."""
    rows = json.loads((GOLD / "second.json").read_text("utf-8"))
    return {((a, one), (b, other)): likely for a, one, b, other, likely in rows}


def kappa(one: Sequence[bool], other: Sequence[bool]) -> float:
    """By how much two agree beyond what chance does, of what it leaves: Cohen's kappa."""
    agreed = sum(map(bool.__eq__, one, other)) / len(one)
    yes, also = sum(one) / len(one), sum(other) / len(other)
    chance = yes * also + (1 - yes) * (1 - also)
    return (agreed - chance) / (1 - chance)


def main(corpus: Path) -> None:
    """Prints the figures."""
    second = second_reader()
    gold = {(pair.left, pair.right): pair.label == "same" for pair in gold_pairs("pairs.json")}
    truth = [gold[pair] for pair in second]
    taken = [likely >= THRESHOLD for likely in second.values()]
    known = statements(corpus)
    ours = same_of_pairs([(known[left], known[right]) for left, right in second])
    both = sum(one and other for one, other in zip(truth, taken, strict=True))
    print(f"{len(second)} pairs: the same by both {both}, by the first alone {sum(truth) - both}")
    print(f"by the second alone {sum(taken) - both}; kappa {kappa(truth, taken):.2f}")
    for name, likely in (("second reader", list(second.values())), ("ours", ours)):
        judged = zip(likely, truth, strict=True)
        print(f"average precision of {name}: {average_precision(list(judged)):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
