"""The tagger and linker: a pretrained encoder with two label heads and two biaffine link heads.

After Dozat & Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing", with a
learned bias by distance.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoModel

from claims.tagger.distance import BUCKETS, distance_buckets
from claims.tagger.entities import ENTITY_LABELS
from claims.tagger.parts import LABELS
from claims.tagger.syntax import DEPS, POS
from claims.tagger.windows import QuoteState, Shape

_DROPOUT: Final = 0.1
_LINK_SIZE: Final = 128
_MASKED: Final = -1e4


class Scores(NamedTuple):
    """What the network says of a batch of b windows of n pieces, as logits.

    Args:
        tags: b × n × ``LABELS``.
        cues: b × n × n, row a content piece, column the first piece of its cue.
        sources: b × n × n, row a cue piece, column the first piece of its source; 0 for none.
        entities: b × n × ``ENTITY_LABELS``.
    """

    tags: Tensor
    cues: Tensor
    sources: Tensor
    entities: Tensor


class Linker(nn.Module):
    """Scores of every piece (row) being linked to every piece (column)."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.left = _projection(hidden)
        self.right = _projection(hidden)
        self.w = nn.Parameter(torch.randn(_LINK_SIZE, _LINK_SIZE) / _LINK_SIZE)
        self.u = nn.Linear(_LINK_SIZE, 1)
        self.distance = nn.Embedding(BUCKETS, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, states: Tensor, buckets: Tensor) -> Tensor:
        left, right = self.left(states), self.right(states)
        scores = left @ self.w @ right.transpose(1, 2) + self.u(right).transpose(1, 2)
        return scores + self.distance(buckets)[..., 0]


class Network(nn.Module):
    """Label and link scores of a batch of windows.

    Args:
        encoder: Folder of a pretrained encoder (BERT- or MPNet-like).
    """

    def __init__(self, encoder: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(encoder)
        self.encoder.pooler = None
        hidden = self.encoder.config.hidden_size
        self.quote = nn.Embedding(len(QuoteState), hidden)
        self.shape = nn.Embedding(len(Shape), hidden)
        self.pos = nn.Embedding(1 + len(POS), hidden)
        self.dep = nn.Embedding(1 + len(DEPS), hidden)
        self.head = nn.Linear(hidden, hidden, bias=False)
        for added in (self.quote, self.shape, self.pos, self.dep, self.head):
            nn.init.zeros_(added.weight)
        self.drop = nn.Dropout(_DROPOUT)
        self.tag = nn.Linear(hidden, LABELS)
        self.cue = Linker(hidden)
        self.source = Linker(hidden)
        self.entity = nn.Linear(hidden, len(ENTITY_LABELS))
        _spare_attention(self.encoder)

    def embed(self, fed: Sequence[Tensor]) -> Tensor:
        """What the encoder is fed: b × n × hidden; ``fed`` is b × n each, as ``FED`` says."""
        ids, quotes, shapes, pos, deps, heads = fed
        words: Tensor = self.encoder.embeddings.word_embeddings(ids)
        above = self.head(self.encoder.embeddings.word_embeddings(heads))
        return (
            words + self.quote(quotes) + self.shape(shapes) + self.pos(pos) + self.dep(deps) + above
        )

    def forward(self, fed: Sequence[Tensor], mask: Tensor) -> Scores:
        embedded = self.embed(fed)
        encoded = self.encoder(inputs_embeds=embedded, attention_mask=mask.long())
        states = self.drop(encoded.last_hidden_state)
        buckets = torch.from_numpy(distance_buckets(states.shape[1]))
        return Scores(
            self.tag(states).float(),
            _masked(self.cue(states, buckets), mask),
            _masked(self.source(states, buckets), mask),
            self.entity(states).float(),
        )


def _projection(hidden: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(hidden, _LINK_SIZE), nn.GELU(), nn.Dropout(_DROPOUT))


def _masked(scores: Tensor, mask: Tensor) -> Tensor:
    return scores.float().masked_fill(~mask[:, None, :], _MASKED)


def _spare_attention(encoder: nn.Module) -> None:
    """No dropout on attention weights: it costs accuracy here."""
    for module in encoder.modules():
        dropout = getattr(module, "dropout", None)
        if "Attention" in type(module).__name__ and isinstance(dropout, nn.Dropout):
            dropout.p = 0.0
