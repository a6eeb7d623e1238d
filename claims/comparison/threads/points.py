"""Claims as threads see them: two stored vectors and the marks of each, in rows of arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.comparison.threads.wordings import Wording, Wordings, Words

Floats = NDArray[np.float32]
Indices = NDArray[np.intp]


class Row(NamedTuple):
    """A claim as an archive stores it.

    Args:
        id: Of the claim.
        full: The packed vector of the whole statement.
        content: The packed vector of its content.
        numbers: Its mark of that name, as `meaning.likeness` gives it.
        attitude: Likewise.
        wordings: Likewise, as `packed_wordings` has them; None where an archive has none yet.
    """

    id: int
    full: bytes
    content: bytes
    numbers: int
    attitude: int
    wordings: bytes | None = None


@dataclass(frozen=True)
class Points:
    """Many claims; 920 bytes each.

    Args:
        ids: Of the claims.
        full: A packed vector a row.
        content: Likewise.
        numbers: A mark a row.
        attitude: Likewise.
        wordings: A row each, filled with 0.
        who: Likewise, who says them.
        telling: Likewise, the telling words of their contents.
    """

    ids: NDArray[np.int64]
    full: NDArray[np.int8]
    content: NDArray[np.int8]
    numbers: NDArray[np.int64]
    attitude: NDArray[np.int8]
    wordings: Wordings
    who: Words
    telling: Words

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Points:
        """The claims of some rows, in their order."""
        every = list(rows)
        wording = Wording.of([row.wordings for row in every])
        return cls(
            np.array([row.id for row in every], dtype=np.int64),
            _matrix([row.full for row in every]),
            _matrix([row.content for row in every]),
            np.array([row.numbers for row in every], dtype=np.int64),
            np.array([row.attitude for row in every], dtype=np.int8),
            *(wording.phrases, wording.who, wording.telling),
        )

    def __len__(self) -> int:
        return len(self.ids)

    def take(self, indices: slice | Indices) -> Points:
        """Some of the claims."""
        return Points(*(array[indices] for array in self._arrays()))

    def and_(self, others: Points) -> Points:
        """These claims and then others."""
        if not len(self) or not len(others):
            return self if len(self) else others
        both = zip(self._arrays(), others._arrays(), strict=True)
        return Points(*(np.concatenate(pair) for pair in both))

    def in_order(self) -> Points:
        """The same in an order that depends on what they say, and hardly on their ids."""
        keys = [
            (blake2b(b"".join(each.tobytes() for each in row), digest_size=8).digest(), id_)
            for id_, *row in zip(*self._arrays(), strict=True)
        ]
        return self.take(np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.intp))

    def scaled(self, full: float, content: float) -> Floats:
        """Both vectors side by side, so that a product of rows is the weighted sum of cosines; what
        weighs nothing is left out."""
        both = [(self.full, full), (self.content, content)]
        weighed = [_weighed(vectors, weight) for vectors, weight in both if weight]
        return weighed[0] if len(weighed) == 1 else np.concatenate(weighed, axis=1)

    def _arrays(self) -> tuple[NDArray[Any], ...]:
        arrays = self.ids, self.full, self.content, self.numbers, self.attitude
        return *arrays, self.wordings, self.who, self.telling

    @property
    def wording(self) -> Wording:
        """How they are worded."""
        return Wording(self.wordings, self.who, self.telling)


def _matrix(stored: list[bytes]) -> NDArray[np.int8]:
    flat = np.frombuffer(b"".join(stored), dtype=np.int8)
    return flat.reshape(len(stored), len(stored[0]) if stored else 0)


def _weighed(packed: NDArray[np.int8], weight: float) -> Floats:
    vectors = packed.astype(np.float32)
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    vectors /= np.maximum(lengths, 1)
    # Most weigh 1, and to multiply them, which numpy does in twice the bits, takes longest.
    return vectors if weight == 1 else (vectors * np.sqrt(weight)).astype(np.float32)
