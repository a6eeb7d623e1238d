"""Sentence vectors: runs the encoder over texts.

Texts are near each other in meaning where the cosine of their vectors is great. Each has two, made
in one go: the mean of what the network makes of all its word pieces, and of those of its content,
which it reads with what stands before them. The weights are `all-MiniLM-L6-v2` in 8 bits
(``docs/encoder-card.md``); their word pieces are the tagger's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.storage import WIDTH
from claims.tagger.encoding import load_tokenizer
from claims.tagger.runtime import onnxruntime, session
from claims.tagger.weights import SHIPPED as TAGGER

SHIPPED: Final = Path(__file__).parent / "trained" / "encoder.onnx"
"""The weights that have learned what says the same."""

PUBLISHED: Final = SHIPPED.with_name("published.onnx")
"""The weights that those began with, which put near what is of one matter, be it denied."""

NAME: Final = "claims-MiniLM-L6 int8"
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


class Read(NamedTuple):
    """A text as the network is fed it.

    Args:
        pieces: Its word pieces by number, marks included.
        first: Which is the first of its content; of a text without any the one before the last.
    """

    pieces: tuple[int, ...]
    first: int


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
        for at, read in enumerate(read_texts(list(distinct), self._tokenizer)):
            fed = {IDS: np.array([read.pieces], np.int64), FIRST: np.array([read.first], np.int64)}
            [vectors[at]] = self._session.run([VECTORS], fed)
        return vectors[[distinct[text] for text in texts]]

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        return load_tokenizer(TAGGER)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return session(self._weights, self._threads, [_SLOW])


def read_texts(texts: Sequence[Text], tokenizer: Tokenizer) -> Iterator[Read]:
    """What the network is fed of each text."""
    found = tokenizer.encode_batch([text.whole for text in texts])
    for text, pieces in zip(texts, found, strict=True):
        yield _read(pieces, text.content_at)


def _read(pieces: Encoding, content_at: int) -> Read:
    *ids, end = pieces.ids
    words = enumerate(pieces.offsets)
    first = next((at for at, span in words if span[1] and span[0] >= content_at), len(ids))
    before = min(first, _BEFORE)
    kept = (ids[:before] + ids[first:])[: PIECES - 1]
    return Read((*kept, end), min(before, len(kept) - 1))
