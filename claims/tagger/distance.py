"""How far apart two pieces are, in steps that grow with the distance."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

BUCKETS: Final = 33


@lru_cache(maxsize=64)
def distance_buckets(size: int) -> NDArray[np.int64]:
    """For each row and column of a window of pieces, which of ``BUCKETS`` their distance is in."""
    at = np.arange(size, dtype=np.float32)
    distance = at[None, :] - at[:, None]
    half = BUCKETS // 2
    logarithm = np.sign(distance) * np.log2(np.abs(distance) + 1) * 2
    buckets: NDArray[np.int64] = np.clip(np.rint(logarithm), -half, half).astype(np.int64)
    return buckets + half
