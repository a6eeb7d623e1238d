"""Sentence vectors: runs the encoder over texts.

Texts are near each other in meaning where the cosine of their vectors is great. The weights are
`all-MiniLM-L6-v2` in 8 bits (``docs/encoder-card.md``); their word pieces are the tagger's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.tagger.encoding import load_tokenizer
from claims.tagger.runtime import onnxruntime, session
from claims.tagger.weights import SHIPPED as TAGGER

SHIPPED: Final = Path(__file__).parent / "trained" / "encoder.onnx"
"""The weights that come with the package."""

NAME: Final = "all-MiniLM-L6-v2 int8"
"""What the weights are called; `storage.SHA256` is the hash of their file."""

WIDTH: Final = 384
"""Numbers of a vector."""

PIECES: Final = 64
"""Word pieces of a text that are read, marks included."""

_SLOW: Final = "SkipLayerNormFusion"
"""What the runtime puts in place of adding and normalising takes five times as long as the two."""

IDS: Final = "ids"
VECTOR: Final = "vector"
"""What the network is fed and what it gives."""

Vectors = NDArray[np.float32]


class Encoder:
    """The encoder of a file; loads it once, at first use.

    Args:
        weights: That ``claims.training.export_encoder`` writes.
        threads: How many it may use; None for one a core.
    """

    def __init__(self, weights: Path = SHIPPED, threads: int | None = None) -> None:
        self._weights = weights
        self._threads = threads or 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A vector of length one for each text, in their order; equal texts are read once.

        One at a time: read together they are hardly faster, and 8-bit activations, which have one
        scale for all that is read at once, would make a vector depend on its company.
        """
        distinct = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        vectors = np.empty((len(distinct), WIDTH), dtype=np.float32)
        for at, pieces in enumerate(self._tokenizer.encode_batch(list(distinct))):
            ids = np.array([pieces.ids], dtype=np.int64)
            [[vectors[at]]] = self._session.run([VECTOR], {IDS: ids})
        return vectors[[distinct[text] for text in texts]]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        tokenizer = load_tokenizer(TAGGER)
        tokenizer.enable_truncation(PIECES)
        return tokenizer

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return session(self._weights, self._threads, [_SLOW])
