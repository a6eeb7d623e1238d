"""The tagger and linker: a pretrained encoder with two label heads and two biaffine link heads.

After Dozat & Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing", with a
learned bias by distance.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import AutoModel

from claims.tagger.entities import ENTITY_LABELS
from claims.tagger.parts import LABELS
from claims.tagger.windows import QuoteState, Shape

_DROPOUT = 0.1
_LINK_SIZE = 128
DISTANCES = 33
_MASKED = -1e4


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
        self.distance = nn.Embedding(DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)

    def project(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Rows (b × n × d), columns (b × n × d) and column biases (b × n); scores are rows·columns.

        The bias by distance comes on top.
        """
        right = self.right(states)
        return self.left(states) @ self.w, right, self.u(right)[..., 0]

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        rows, columns, bias = self.project(states)
        scores = rows @ columns.transpose(1, 2) + bias[:, None, :]
        scores = scores + self.distance(_buckets(states.shape[1]))[..., 0]
        return scores.float().masked_fill(~mask[:, None, :], _MASKED)


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
        nn.init.zeros_(self.quote.weight)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(_DROPOUT)
        self.tag = nn.Linear(hidden, LABELS)
        self.cue = Linker(hidden)
        self.source = Linker(hidden)
        self.entity = nn.Linear(hidden, len(ENTITY_LABELS))
        _spare_attention(self.encoder)

    def embed(self, ids: Tensor, quotes: Tensor, shapes: Tensor) -> Tensor:
        """What the encoder is fed: b × n × hidden."""
        words: Tensor = self.encoder.embeddings.word_embeddings(ids)
        return words + self.quote(quotes) + self.shape(shapes)

    def forward(self, ids: Tensor, quotes: Tensor, shapes: Tensor, mask: Tensor) -> Scores:
        embedded = self.embed(ids, quotes, shapes)
        encoded = self.encoder(inputs_embeds=embedded, attention_mask=mask.long())
        states = self.drop(encoded.last_hidden_state)
        return Scores(
            self.tag(states).float(),
            self.cue(states, mask),
            self.source(states, mask),
            self.entity(states).float(),
        )


def _projection(hidden: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(hidden, _LINK_SIZE), nn.GELU(), nn.Dropout(_DROPOUT))


def _buckets(size: int) -> Tensor:
    at = torch.arange(size)
    distance = (at[None, :] - at[:, None]).float()
    half = DISTANCES // 2
    logarithm = torch.sign(distance) * torch.log2(distance.abs() + 1) * 2
    return logarithm.round().clamp(-half, half).long() + half


def _spare_attention(encoder: nn.Module) -> None:
    """No dropout on attention weights: it costs accuracy here."""
    for module in encoder.modules():
        dropout = getattr(module, "dropout", None)
        if "Attention" in type(module).__name__ and isinstance(dropout, nn.Dropout):
            dropout.p = 0.0
