"""Vectors as an archive keeps them: a byte a number, on either database alike."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

SHA256: Final = "5be8f97a973bbb18d629f3e2efc307eee1757776330f85df757cb068840c8ed8"
"""The hash of the encoder's weights: vectors by others are never mixed in."""

FORM: Final = "int8"
"""What the stored form is called."""

WIDTH: Final = 384
"""Numbers of a vector."""

_GREATEST: Final = 127
_NONE: Final = 128
"""The byte that no number is stored as."""

Vectors = NDArray[np.float32]


def packed(vectors: Vectors) -> list[bytes]:
    """Each vector as bytes; its length is lost, its direction kept to a part in some hundreds."""
    greatest = np.abs(vectors).max(axis=1, keepdims=True, initial=np.finfo(np.float32).tiny)
    return [row.tobytes() for row in np.rint(vectors / greatest * _GREATEST).astype(np.int8)]


def is_whole(vector: bytes) -> bool:
    """Whether stored bytes may be a vector: its greatest number is always the greatest there is."""
    greatest = _GREATEST in vector or 256 - _GREATEST in vector
    return len(vector) == WIDTH and greatest and _NONE not in vector
