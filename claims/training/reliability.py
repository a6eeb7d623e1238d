"""Whether confidences hold: of what is rated so, how much is right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

_BINS: Final = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)


def reliability(chances: Sequence[float], right: Sequence[bool]) -> Iterator[str]:
    """Lines of a table: how many cases have each confidence, and how many of these are right."""
    yield "| confidence | cases | mean confidence | right |"
    yield "|---|---|---|---|"
    for low, high in pairwise(_BINS):
        inside = [
            (chance, holds)
            for chance, holds in zip(chances, right, strict=True)
            if low <= chance < high or chance == high == _BINS[-1]
        ]
        if inside:
            mean = sum(chance for chance, _ in inside) / len(inside)
            share = sum(holds for _, holds in inside) / len(inside)
            yield f"| {low:g}–{high:g} | {len(inside)} | {mean:.3f} | {share:.3f} |"
