"""Word pieces and beliefs made by hand."""

from __future__ import annotations

import re

import numpy as np

from claims.tagger.decoding import Beliefs, Window
from claims.tagger.parts import LABELS
from claims.tagger.windows import QuoteState, WordPieces


def pieces_of(text: str) -> WordPieces:
    """Words and signs as pieces, all outside quotation marks."""
    offsets = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    nothing = [0] * len(offsets)
    return WordPieces(text, nothing, offsets, [QuoteState.OUTSIDE] * len(offsets), *[nothing] * 4)


def certain(tags: list[int], cue_of: dict[int, int], source_of: dict[int, int]) -> Beliefs:
    """A network that is sure of labels and links; source -1 is "no source"."""
    size = len(tags)
    labels = np.full((size, LABELS), -9.0, dtype=np.float32)
    cue = np.full((size, size), -9.0, dtype=np.float32)
    source = np.full((size, size + 1), -9.0, dtype=np.float32)
    labels[np.arange(size), tags] = 0.0
    for at, target in cue_of.items():
        cue[at, target] = 0.0
    for at, target in source_of.items():
        source[at, target + 1] = 0.0
    return Beliefs(labels, cue, source)


def window(beliefs: Beliefs, start: int = 0) -> Window:
    """The beliefs as the window that begins at a piece."""
    return Window(start, start + len(beliefs.tags), beliefs)
