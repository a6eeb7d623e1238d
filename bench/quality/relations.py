"""How well relations between claims are told, on pairs of PolNeAR that a reader judged.

    python -m bench.quality.relations POLNEAR [pairs|near]

POLNEAR holds the gold folders ``train`` and ``dev`` that ``tests/gold/relations`` refers to. Pairs
that were drawn to build the rules on are told apart from those that the finished rules found;
``near`` are others that were drawn without them. Whom a pronoun means is not known here, as it is
in an archive.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bench.quality.pairs import EventKey, statements
from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.pairs import cosines
from claims.comparison.meaning.statement import Statement
from claims.comparison.relations import ComparedClaim, relation
from claims.relation import Relation

GOLD: Final = Path(__file__).parents[2] / "tests" / "gold" / "relations" / "pairs.json"

_DATE: Final = re.compile(r"_(\d{4}-\d\d-\d\d)_")


@dataclass(frozen=True)
class Judged:
    """A pair that a reader judged.

    Args:
        left: The first.
        right: The second.
        relation: What they are to each other; None if nothing.
        pool: Whether it was drawn beforehand, found by the rules, or by weights that were tried; or
            is of those nearest each other.
    """

    left: EventKey
    right: EventKey
    relation: Relation | None
    pool: str


def judged_pairs(path: Path = GOLD) -> list[Judged]:
    """The pairs of the gold file."""
    return [
        Judged((a, one), (b, other), Relation(kind) if kind else None, pool)
        for a, one, b, other, kind, pool in json.loads(path.read_text("utf-8"))
    ]


def given(corpus: Path, pairs: Sequence[Judged]) -> list[Relation | None]:
    """What the rules say of each pair."""
    known = statements(corpus)
    both = [(known[pair.left], known[pair.right]) for pair in pairs]
    near = cosines(both, Encoder())
    found = [
        relation(_said(pair.left, left), _said(pair.right, right), *cosine)
        for pair, (left, right), cosine in zip(pairs, both, near, strict=True)
    ]
    return [None if one is None else one.relation for one in found]


def _said(event: EventKey, statement: Statement) -> ComparedClaim:
    stated = _DATE.search(event[0])
    return ComparedClaim.of(statement, date.fromisoformat(stated[1]) if stated else None)


def figures(pairs: Sequence[Judged], predicted: Sequence[Relation | None]) -> Iterator[str]:
    """Precision and recall of each relation, a line for each pool."""
    for pool in dict.fromkeys(pair.pool for pair in pairs):
        rows = [(p.relation, t) for p, t in zip(pairs, predicted, strict=True) if p.pool == pool]
        yield f"{pool}: {len(rows)} pairs, {sum(kind is not None for kind, _ in rows)} related"
        for kind in Relation:
            right = sum(gold is kind and got is kind for gold, got in rows)
            given_ = sum(got is kind for _, got in rows)
            there = sum(gold is kind for gold, _ in rows)
            if given_ or there:
                precision = f"{right / given_:.2f}" if given_ else "-"
                yield (
                    f"  {kind.value:12} precision {precision} ({right} of {given_}), "
                    f"{there} in the pool"
                )


def main(corpus: Path, name: str = "pairs") -> None:
    """Prints the figures of a file of the gold folder."""
    pairs = judged_pairs(GOLD.with_name(f"{name}.json"))
    print("\n".join(figures(pairs, given(corpus, pairs))))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
