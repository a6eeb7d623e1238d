"""Runs the trained network over word pieces; loads it once, at first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.tagger.decoding import Beliefs, Window
from claims.tagger.distance import distance_buckets
from claims.tagger.encoding import load_tokenizer
from claims.tagger.runtime import onnxruntime, session
from claims.tagger.weights import FED, INPUTS, NETWORK, OUTPUTS, SHIPPED, Settings
from claims.tagger.windows import WordPieces, cut

_START: Final = "[CLS]"
_END: Final = "[SEP]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of an article: its windows, and an entity label for each piece."""

    windows: list[Window]
    entities: list[int]


class Tagger:
    """The trained network of a folder.

    Args:
        folder: With the files that ``claims.training.tagger.export`` writes.
        threads: How many the network may use; None for one a core.
    """

    def __init__(self, folder: Path = SHIPPED, threads: int | None = None) -> None:
        self.settings = Settings.read(folder)
        self._folder = folder
        self._threads = threads or 0

    @cached_property
    def tokenizer(self) -> Tokenizer:
        """Cuts texts into the pieces that the network knows."""
        return load_tokenizer(self._folder)

    def believe(self, pieces: WordPieces) -> Answer:
        """What the network says of an article, window by window."""
        answer = Answer([], [])
        for start, end in cut(pieces, self.settings.size):
            tags, cues, sources, entities = self._run(pieces, start, end)
            beliefs = Beliefs(tags[1:-1], cues[1:-1, 1:-1], sources[1:-1, :-1])
            answer.windows.append(Window(start, end, beliefs))
            answer.entities.extend(entities[1:-1].tolist())
        return answer

    def _run(self, pieces: WordPieces, start: int, end: int) -> list[NDArray[Any]]:
        rows = [[0, *getattr(pieces, name)[start:end], 0] for name in FED]
        rows[0][0], rows[0][-1] = self._marks
        fed = [np.array([row], dtype=np.int64) for row in rows]
        fed.append(distance_buckets(end - start + 2))
        outputs = self._session.run(OUTPUTS, dict(zip(INPUTS, fed, strict=True)))
        return [output[0] for output in outputs]

    @cached_property
    def _marks(self) -> tuple[int, int]:
        first, last = (self.tokenizer.token_to_id(mark) for mark in (_START, _END))
        assert first is not None
        assert last is not None
        return first, last

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        return session(self._folder / NETWORK, self._threads, exact=True)
