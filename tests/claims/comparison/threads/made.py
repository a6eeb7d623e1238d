"""Claims with made vectors: each has a subject, and those of one subject say the same."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from claims.comparison.meaning.storage import packed
from claims.comparison.threads import Points, Row

WIDTH = 16


def claims(subjects: Sequence[int], noise: float = 0.0, first: int = 1) -> Points:
    """A claim for each subject, with ids from ``first``; like ones differ by their noise."""
    chance = np.random.default_rng([len(subjects), *subjects])
    axes = np.eye(WIDTH, dtype=np.float32)[np.array(subjects, dtype=np.intp) % WIDTH]
    near = axes + noise * chance.normal(size=axes.shape).astype(np.float32)
    return Points.of(
        Row(first + at, vector, vector, 0, 0) for at, vector in enumerate(packed(near))
    )
