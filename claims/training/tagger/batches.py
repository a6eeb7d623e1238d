"""Windows side by side as padded tensors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from claims.tagger.weights import FED
from claims.tagger.windows import WordPieces
from claims.training.tagger.labels import IGNORED, Labels
from claims.training.tagger.targets import SoftWindowTargets, WindowTargets, window_targets


@dataclass(frozen=True, slots=True)
class Example:
    """A window of an article with what the encoder is fed and what it should answer."""

    pieces: WordPieces
    targets: WindowTargets
    entities: Sequence[int] | None = None
    soft: SoftWindowTargets | None = None

    @property
    def length(self) -> int:
        return self.targets.size


@dataclass(frozen=True, slots=True)
class SoftBatch:
    """Padded soft targets; zero where there are none."""

    tags: Tensor
    cue: Tensor
    source: Tensor


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of several windows, start and end mark included; ``fed`` as ``FED`` says."""

    fed: tuple[Tensor, ...]
    mask: Tensor
    tags: Tensor
    cue_of: Tensor
    source_of: Tensor
    entities: Tensor
    soft: SoftBatch | None


@dataclass(frozen=True, slots=True)
class Marks:
    """The encoder's numbers for start, end and nothing."""

    start: int
    end: int
    padding: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Marks:
        """The marks of a BERT- or MPNet-like vocabulary."""

        def number(*names: str) -> int:
            return next(int(n) for name in names if (n := tokenizer.token_to_id(name)) is not None)

        return cls(number("<s>", "[CLS]"), number("</s>", "[SEP]"), number("<pad>", "[PAD]"))


def example_of(pieces: WordPieces, labels: Labels, start: int, end: int) -> Example:
    """An example with gold targets only."""
    return Example(pieces, window_targets(labels, start, end))


def batch_of(examples: Sequence[Example], marks: Marks) -> Batch:
    """Windows with their marks, padded to the longest."""
    width = max(one.length for one in examples) + 2

    def padded(rows: Sequence[Sequence[int]], ends: tuple[int, int], filler: int) -> Tensor:
        return torch.tensor(
            [[ends[0], *row, ends[1], *[filler] * (width - len(row) - 2)] for row in rows]
        )

    def fed(name: str, ends: tuple[int, int], filler: int) -> Tensor:
        stretches = [slice(x.targets.first, x.targets.first + x.length) for x in examples]
        rows = [getattr(x.pieces, name)[at] for x, at in zip(examples, stretches, strict=True)]
        return padded(rows, ends, filler)

    def target(name: str) -> Tensor:
        return padded([getattr(x.targets, name) for x in examples], (IGNORED, IGNORED), IGNORED)

    return Batch(
        (
            fed(FED[0], (marks.start, marks.end), marks.padding),
            *(fed(name, (0, 0), 0) for name in FED[1:]),
        ),
        padded([[1] * x.length for x in examples], (1, 1), 0).bool(),
        target("tags"),
        target("cue_of"),
        target("source_of"),
        padded(
            [x.entities if x.entities is not None else [IGNORED] * x.length for x in examples],
            (IGNORED, IGNORED),
            IGNORED,
        ),
        _soft(examples, width) if any(x.soft for x in examples) else None,
    )


def _soft(examples: Sequence[Example], width: int) -> SoftBatch:
    def stacked(pick: Callable[[SoftWindowTargets], NDArray[np.float32]], columns: int) -> Tensor:
        out = np.zeros((len(examples), width, columns), dtype=np.float32)
        for row, one in zip(out, examples, strict=True):
            if one.soft is not None:
                part = pick(one.soft)
                row[1 : 1 + part.shape[0], : part.shape[1]] = part
        return torch.from_numpy(out)

    tags = next(one.soft.tags.shape[1] for one in examples if one.soft is not None)
    return SoftBatch(
        stacked(lambda soft: soft.tags, tags),
        stacked(lambda soft: soft.cue, width),
        stacked(lambda soft: soft.source, width),
    )
