"""The tagger and linker: a pretrained encoder with one label head and two biaffine link heads.

After Dozat & Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing", with a
learned bias by distance.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from claims.training.labels import LABELS
from claims.training.windows import QuoteState, Shape

_DROPOUT = 0.1
_LINK_SIZE = 128
_DISTANCES = 33
_MASKED = -1e4


class Linker(nn.Module):
    """Scores of every piece (row) being linked to every piece (column)."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.left = _projection(hidden)
        self.right = _projection(hidden)
        self.w = nn.Parameter(torch.randn(_LINK_SIZE, _LINK_SIZE) / _LINK_SIZE)
        self.u = nn.Linear(_LINK_SIZE, 1)
        self.distance = nn.Embedding(_DISTANCES, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        left, right = self.left(states), self.right(states)
        scores = left @ self.w @ right.transpose(1, 2) + self.u(right).transpose(1, 2)
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
        _spare_attention(self.encoder)

    def forward(
        self, ids: Tensor, quotes: Tensor, shapes: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of labels (b × n × 7), of cues (b × n × n) and of sources (b × n × n)."""
        words = self.encoder.embeddings.word_embeddings(ids)
        embedded = words + self.quote(quotes) + self.shape(shapes)
        encoded = self.encoder(inputs_embeds=embedded, attention_mask=mask.long())
        states = self.drop(encoded.last_hidden_state)
        return self.tag(states).float(), self.cue(states, mask), self.source(states, mask)


def _projection(hidden: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(hidden, _LINK_SIZE), nn.GELU(), nn.Dropout(_DROPOUT))


def _buckets(size: int) -> Tensor:
    at = torch.arange(size)
    distance = (at[None, :] - at[:, None]).float()
    half = _DISTANCES // 2
    logarithm = torch.sign(distance) * torch.log2(distance.abs() + 1) * 2
    return logarithm.round().clamp(-half, half).long() + half


def _spare_attention(encoder: nn.Module) -> None:
    """No dropout on attention weights: it costs accuracy here."""
    for module in encoder.modules():
        dropout = getattr(module, "dropout", None)
        if "Attention" in type(module).__name__ and isinstance(dropout, nn.Dropout):
            dropout.p = 0.0
