"""How far two readers agree which claims say the same, and how far the product is from both.

    python -m bench.quality.readers CORPUS

A second reader gave 200 of the pairs of ``tests/gold/same`` a likelihood, and a third all of them,
from what the product knows as well: source, cue and content. Each is an order, whose average
precision is what the product's can be measured against.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bench.quality.pairs import GOLD, EventKey, gold_pairs, statements
from claims.comparison.meaning.judge import THRESHOLD
from claims.comparison.meaning.pairs import same_of_pairs
from claims.scoring.pairs import average_precision

Pair = tuple[EventKey, EventKey]

READERS: Final = {"second reader": "second.json", "reader of the words alone": "words-only.json"}


def reader(name: str) -> dict[Pair, float]:
    """How likely a reader found each pair to say the same."""
    rows = json.loads((GOLD / name).read_text("utf-8"))
    return {((a, one), (b, other)): likely for a, one, b, other, likely in rows}


def kappa(one: Sequence[bool], other: Sequence[bool]) -> float:
    """By how much two agree beyond what chance does, of what it leaves: Cohen's kappa."""
    agreed = sum(map(bool.__eq__, one, other)) / len(one)
    yes, also = sum(one) / len(one), sum(other) / len(other)
    chance = yes * also + (1 - yes) * (1 - also)
    return (agreed - chance) / (1 - chance)


def main(corpus: Path) -> None:
    """Prints the figures."""
    gold = {(pair.left, pair.right): pair.label == "same" for pair in gold_pairs("pairs.json")}
    known = statements(corpus)
    for title, name in READERS.items():
        read = reader(name)
        truth = [gold[pair] for pair in read]
        taken = [likely >= THRESHOLD for likely in read.values()]
        ours = same_of_pairs([(known[left], known[right]) for left, right in read])
        both = sum(one and other for one, other in zip(truth, taken, strict=True))
        print(f"{title}: {len(read)} pairs, the same by the first reader and this one {both}")
        print(f"  by the first alone {sum(truth) - both}, by this one alone {sum(taken) - both}")
        print(f"  kappa {kappa(truth, taken):.2f}")
        for whose, likely in (("theirs", list(read.values())), ("ours", ours)):
            judged = zip(likely, truth, strict=True)
            print(f"  average precision of {whose}: {average_precision(list(judged)):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
