"""A larger trained network that says of each batch what it believes, while a smaller one learns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.tagger.encoding import load_tokenizer
from claims.tagger.weights import FED
from claims.training.batches import Batch, Marks
from claims.training.network import Network, Scores
from claims.training.swapping import can_be_swapped

_NEAR = 12
_AT_ONCE = 2000
_PARSE = ("pos", "deps", "heads")


class Teacher:
    """The network of a file, which is fed what a smaller one is, but for the parse.

    Args:
        encoder: Folder of the teacher's encoder. Its vocabulary has the learner's pieces, under
            numbers of its own.
        weights: What ``fit`` wrote.
        learner: The tokenizer of the network that learns.
    """

    def __init__(self, encoder: Path, weights: Path, learner: Tokenizer) -> None:
        self.network = Network(encoder)
        self.network.load_state_dict(torch.load(weights, weights_only=True))
        self.network.eval()
        self._words: dict[str, int] = learner.get_vocab()
        self._ids = _numbers(learner, load_tokenizer(encoder))

    @property
    def size(self) -> int:
        """Width of its states."""
        return int(self.network.encoder.config.hidden_size)

    def read(self, batch: Batch) -> tuple[Tensor, Scores]:
        """Its states (b × n × size) and scores for a batch of the learner's."""
        fed = [
            torch.zeros_like(column) if name in _PARSE else column
            for name, column in zip(FED, batch.fed, strict=True)
        ]
        fed[0] = self._ids[batch.fed[0]]
        with torch.no_grad():
            states, scores = self.network.read(fed, batch.mask)
        return states.float(), scores

    def near(self) -> dict[int, list[int]]:
        """The pieces that its embeddings hold most alike, by the learner's numbers."""
        table = self.network.encoder.embeddings.word_embeddings.weight.detach()
        embeddings = functional.normalize(table[self._ids], dim=-1)
        found: dict[int, list[int]] = {}
        for goes_on in (False, True):
            kind = [
                number
                for word, number in sorted(self._words.items())
                if can_be_swapped(word) and word.startswith("##") is goes_on
            ]
            of = np.array(kind)
            rows = embeddings[of]
            for at in range(0, len(kind), _AT_ONCE):
                alike = (rows[at : at + _AT_ONCE] @ rows.T).topk(_NEAR + 1, -1).indices[:, 1:]
                for number, best in zip(kind[at:], of[alike.numpy()].tolist(), strict=False):
                    found[number] = best
        return found


def _numbers(learner: Tokenizer, own: Tokenizer) -> Tensor:
    """For each of the learner's numbers, the teacher's number of the same piece."""
    words, theirs = learner.get_vocab(), own.get_vocab()
    unknown = next(theirs[name] for name in ("[UNK]", "<unk>") if name in theirs)
    numbers = torch.full((max(words.values()) + 1,), unknown)
    for word, number in words.items():
        numbers[number] = theirs.get(word, unknown)
    here, there = Marks.of(learner), Marks.of(own)
    numbers[here.start], numbers[here.end] = there.start, there.end
    numbers[here.padding] = there.padding
    return numbers
