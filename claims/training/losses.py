"""What the network is punished for: missing the gold, the entities and what a teacher believes."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from claims.tagger.parts import CONTENT, CUE
from claims.training.batches import Batch
from claims.training.labels import IGNORED
from claims.training.network import Scores

_LINK_WEIGHT = 0.3
_ENTITY_WEIGHT = 0.3


def loss_of(scores: Scores, batch: Batch, soft_weight: float) -> Tensor:
    """The loss of one batch.

    Args:
        scores: What the network says.
        batch: What it should say.
        soft_weight: Share of the teacher in the loss where there is one, the rest being gold's.
    """
    if batch.soft is None:
        return gold_loss(scores, batch, 1.0)
    soft = batch.soft
    taught = _taught(scores, soft.tags, soft.cue, soft.source)
    return gold_loss(scores, batch, 1 - soft_weight) + soft_weight * taught


def gold_loss(scores: Scores, batch: Batch, weight: float) -> Tensor:
    """The loss against gold, by weight, and against the entities."""
    links = _against(scores.cues, batch.cue_of) + _against(scores.sources, batch.source_of)
    gold = _against(scores.tags, batch.tags) + _LINK_WEIGHT * links
    return weight * gold + _ENTITY_WEIGHT * _against(scores.entities, batch.entities)


def taught_loss(scores: Scores, believed: Scores, batch: Batch) -> Tensor:
    """The loss against what a teacher says of the same batch; start and end marks do not count."""
    inner = batch.mask.clone()
    inner[:, 0] = False
    inner[torch.arange(len(inner)), batch.mask.sum(1) - 1] = False
    tags = believed.tags.softmax(-1) * inner[..., None]
    return _taught(scores, tags, believed.cues.softmax(-1), believed.sources.softmax(-1))


def _taught(scores: Scores, tags: Tensor, cues: Tensor, sources: Tensor) -> Tensor:
    content = tags[..., CONTENT] + tags[..., CONTENT + 1]
    cue = tags[..., CUE] + tags[..., CUE + 1]
    return _towards(scores.tags, tags, tags.sum(-1)) + _LINK_WEIGHT * (
        _towards(scores.cues, cues, content) + _towards(scores.sources, sources, cue)
    )


def _against(scores: Tensor, targets: Tensor) -> Tensor:
    if not bool((targets != IGNORED).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def _towards(scores: Tensor, shares: Tensor, weights: Tensor) -> Tensor:
    """Cross entropy with soft targets, the mean over rows by weight."""
    rows = -(shares * torch.log_softmax(scores, -1)).sum(-1)
    return (rows * weights).sum() / weights.sum().clamp(min=1.0)
