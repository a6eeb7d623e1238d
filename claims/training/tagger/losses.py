"""What the network is punished for: missing the gold, the entities and what a teacher believes."""

from __future__ import annotations

from typing import Final

import torch
from torch import Tensor
from torch.nn import functional

from claims.tagger.parts import CONTENT, CUE
from claims.training.tagger.batches import Batch
from claims.training.tagger.labels import IGNORED
from claims.training.tagger.network import Scores

_LINK_WEIGHT: Final = 0.3
_ENTITY_WEIGHT: Final = 0.3


def loss_of(scores: Scores, batch: Batch, soft_weight: float) -> Tensor:
    """The loss of one batch.

    Args:
        scores: What the network says.
        batch: What it should say.
        soft_weight: Share of the teacher in the loss where there is one, the rest being gold's.
    """
    hard = _against(scores.tags, batch.tags) + _LINK_WEIGHT * (
        _against(scores.cues, batch.cue_of) + _against(scores.sources, batch.source_of)
    )
    total = hard
    if batch.soft is not None:
        total = (1 - soft_weight) * hard + soft_weight * _taught(scores, batch)
    return total + _ENTITY_WEIGHT * _against(scores.entities, batch.entities)


def _taught(scores: Scores, batch: Batch) -> Tensor:
    assert batch.soft is not None
    tags = batch.soft.tags
    content = tags[..., CONTENT] + tags[..., CONTENT + 1]
    cue = tags[..., CUE] + tags[..., CUE + 1]
    return _towards(scores.tags, tags, tags.sum(-1)) + _LINK_WEIGHT * (
        _towards(scores.cues, batch.soft.cue, content)
        + _towards(scores.sources, batch.soft.source, cue)
    )


def _against(scores: Tensor, targets: Tensor) -> Tensor:
    if not bool((targets != IGNORED).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def _towards(scores: Tensor, shares: Tensor, weights: Tensor) -> Tensor:
    """Cross entropy with soft targets, the mean over rows by weight."""
    rows = -(shares * torch.log_softmax(scores, -1)).sum(-1)
    return (rows * weights).sum() / weights.sum().clamp(min=1.0)
