"""Sentence vectors: runs the encoder over texts.

Texts are near each other in meaning where the cosine of their vectors is great. Each has two, made
in one go: the mean of what the network makes of all its word pieces, and of those of its content,
which it reads with what stands before them. The weights are `all-MiniLM-L6-v2` in 8 bits
(``docs/encoder-card.md``); their word pieces are the tagger's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.storage import WIDTH
from claims.tagger.encoding import load_tokenizer
from claims.tagger.runtime import onnxruntime, session
from claims.tagger.weights import SHIPPED as TAGGER

SHIPPED: Final = Path(__file__).parent / "trained" / "encoder.onnx"
"""The weights that come with the package."""

NAME: Final = "all-MiniLM-L6-v2 int8"
"""What the weights are called; `storage.SHA256` is the hash of their file."""

PIECES: Final = 64
"""Word pieces of a text that are read, marks included."""

_BEFORE: Final = 24
"""Of these, how many before the content at most, so that it is read behind a long list of speakers
as well."""

_SLOW: Final = "SkipLayerNormFusion"
"""What the runtime puts in place of adding and normalising takes five times as long as the two."""

IDS: Final = "ids"
FIRST: Final = "first"
VECTORS: Final = "vectors"
"""What the network is fed, word pieces and which is the first of the content, and what it gives."""

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

    def encode(self, texts: Sequence[Text]) -> Vectors:
        """Two vectors of length one for each text, in their order: of the whole and of its content.
        Equal texts are read once.

        One at a time: read together they are hardly faster, and 8-bit activations, which have one
        scale for all that is read at once, would make a vector depend on its company.
        """
        distinct = {text: at for at, text in enumerate(dict.fromkeys(texts))}
        vectors = np.empty((len(distinct), 2, WIDTH), dtype=np.float32)
        found = self._tokenizer.encode_batch([text.whole for text in distinct])
        for (text, at), pieces in zip(distinct.items(), found, strict=True):
            ids, first = _read(pieces, text.content_at)
            fed = {IDS: np.array([ids], np.int64), FIRST: np.array([first], np.int64)}
            [vectors[at]] = self._session.run([VECTORS], fed)
        return vectors[[distinct[text] for text in texts]]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return load_tokenizer(TAGGER)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return session(self._weights, self._threads, [_SLOW])


def _read(pieces: Encoding, content_at: int) -> tuple[list[int], int]:
    """The word pieces of a text that are read, by number, and which is the first of its content;
    of a text without any the mark that it begins with."""
    *ids, end = pieces.ids
    words = enumerate(pieces.offsets)
    first = next((at for at, span in words if span[1] and span[0] >= content_at), len(ids))
    before = min(first, _BEFORE)
    kept = (ids[:before] + ids[first:])[: PIECES - 1]
    return [*kept, end], min(before, len(kept) - 1)
