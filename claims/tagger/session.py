"""Runs the trained network over word pieces; loads it once, at first use."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from claims.tagger.decoding import Beliefs, Window
from claims.tagger.encoding import load_tokenizer
from claims.tagger.weights import NETWORK, OUTPUTS, SHIPPED, Settings
from claims.tagger.windows import Pieces, cut

Floats = NDArray[np.float32]
_START, _END = "[CLS]", "[SEP]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the network says of an article: its windows, and an entity label for each piece."""

    windows: list[Window]
    entities: list[int]


class Tagger:
    """The trained network of a folder.

    Args:
        folder: With the files that ``claims.training.export`` writes.
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

    def believe(self, pieces: Pieces) -> Answer:
        """What the network says of an article, window by window."""
        answer = Answer([], [])
        for start, end in cut(pieces, self.settings.size):
            out = self._run(pieces, start, end)
            answer.windows.append(Window(start, end, self._beliefs(out)))
            answer.entities.extend(out["entities"][0, 1:-1].argmax(-1).tolist())
        return answer

    def _run(self, pieces: Pieces, start: int, end: int) -> dict[str, Floats]:
        first, last = self._marks
        fed = {
            "ids": np.array([[first, *pieces.ids[start:end], last]], dtype=np.int64),
            "quotes": np.array([[0, *pieces.quotes[start:end], 0]], dtype=np.int64),
            "shapes": np.array([[0, *pieces.shapes[start:end], 0]], dtype=np.int64),
        }
        return dict(zip(OUTPUTS, self._session.run(OUTPUTS, fed), strict=True))

    def _beliefs(self, out: dict[str, Floats]) -> Beliefs:
        cues = _scores(out, "cue", self.settings.cue_distance)
        sources = _scores(out, "source", self.settings.source_distance)
        return Beliefs(
            _log_softmax(out["tags"][0, 1:-1]),
            _log_softmax(cues[1:-1, 1:-1]),
            _log_softmax(sources[1:-1, :-1]),
        )

    @cached_property
    def _marks(self) -> tuple[int, int]:
        return self.tokenizer.token_to_id(_START), self.tokenizer.token_to_id(_END)

    @cached_property
    def _session(self) -> onnxruntime.InferenceSession:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self._threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(self._folder / NETWORK), options, providers=["CPUExecutionProvider"]
        )


def _scores(out: dict[str, Floats], link: str, by_distance: tuple[float, ...]) -> Floats:
    """Rows times columns, as in ``claims.training.network.Linker``."""
    rows, columns, bias = (out[f"{link}_{part}"][0] for part in ("rows", "columns", "bias"))
    biases = np.array(by_distance, dtype=np.float32)
    scores: Floats = rows @ columns.T
    scores += bias
    scores += biases[_buckets(len(bias), len(biases))]
    return scores


@lru_cache(maxsize=32)
def _buckets(size: int, count: int) -> NDArray[np.intp]:
    """Which bucket of distance each row and column are in."""
    at = np.arange(size, dtype=np.float32)
    distance = at[None, :] - at[:, None]
    half = count // 2
    logarithm = np.sign(distance) * np.log2(np.abs(distance) + 1) * 2
    return np.clip(np.rint(logarithm), -half, half).astype(np.intp) + half


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(-1, keepdims=True)
    return shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
