"""``python -m claims.training.fit_encoder``: teaches the sentence encoder what says the same.

Reads pairs of claims as ``claims evaluate --pairs`` does, each with how ``likely`` a reader found
it that both say the same, and writes the weights that ``export_encoder`` makes the shipped file of.
The lower layers stay as published. The upper ones learn to turn the vectors of such claims the same
way, together with weights of the other signs of ``likeness``, which are not kept: ``fit_same`` fits
those on pairs that the encoder has not learned from. No claim of the files after ``--without`` is
learned from.

What is written is the mean of the weights after each round, from that of ``--mean-from`` on, as
what ships is the mean of two.
"""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel
from transformers import BertConfig, BertModel

from claims.comparison.meaning.contents import says_something
from claims.comparison.meaning.encoder import Read, read_texts
from claims.comparison.meaning.judge import THRESHOLD, weights
from claims.comparison.meaning.likeness import NAMES, likeness, marks_of
from claims.scoring.pairs import Pair, PairLabel, read_pairs
from claims.tagger.encoding import load_tokenizer
from claims.tagger.weights import SHIPPED as TAGGER

_SEED: Final = 1
_BATCH: Final = 32
_SORTED: Final = 20
"""Batches that are drawn together, so that each has texts of about one length."""

_WARM: Final = 0.1
"""In what part of the steps the rate rises; then it falls."""

_LAST: Final = 0.02
"""What is left of the rate in the end."""

_SIGNS_RATE: Final = 0.01
_DECAY: Final = 0.01
_COSINES: Final = 2
"""Signs that are the cosines; the rest are known beforehand."""


class Example(NamedTuple):
    """A pair to learn from.

    Args:
        left: The first text, as the encoder reads it.
        right: The second.
        signs: Of ``likeness``, without the two cosines.
        likely: What a reader said.
    """

    left: Read
    right: Read
    signs: tuple[float, ...]
    likely: float


class Network(nn.Module):
    """The encoder, whose two vectors of a text are those of ``export_encoder``'s graph, and weights
    of the signs.

    Args:
        encoder: Folder of the published weights.
        layers: How many of the upper layers learn.
    """

    def __init__(self, encoder: Path, layers: int) -> None:
        super().__init__()
        published = load_file(encoder / "model.safetensors")
        settings = BertConfig.from_pretrained(encoder, attention_probs_dropout_prob=0.0)
        self.encoder = BertModel(settings, add_pooling_layer=False)
        self.encoder.load_state_dict(published, strict=False)
        self.encoder.requires_grad_(False)
        self.upper = self.encoder.encoder.layer[-layers:].requires_grad_(True)
        self.signs = nn.Linear(len(NAMES), 1)
        self.signs.weight.data = torch.tensor([[weights()[name] for name in NAMES]])
        self.signs.bias.data = torch.tensor([weights()["intercept"]])

    def forward(self, examples: Sequence[Example]) -> Tensor:
        """How likely the two texts of each example say the same, as logits."""
        sides = [each.left for each in examples], [each.right for each in examples]
        texts = list(dict.fromkeys(chain(*sides)))
        vectors, at = self._vectors(texts), {text: at for at, text in enumerate(texts)}
        left, right = (vectors[[at[text] for text in side]] for side in sides)
        signs = torch.tensor([example.signs for example in examples])
        logits: Tensor = self.signs(torch.cat(((left * right).sum(-1), signs), dim=1))
        return logits[:, 0]

    def _vectors(self, texts: Sequence[Read]) -> Tensor:
        size = max(len(text.pieces) for text in texts)
        ids = torch.tensor([text.pieces + (0,) * (size - len(text.pieces)) for text in texts])
        end = torch.tensor([[len(text.pieces)] for text in texts])
        first = torch.tensor([[text.first] for text in texts])
        place = torch.arange(size)[None]
        states = self.encoder(ids, (place < end).long()).last_hidden_state
        parts = (place < end, (place >= first) & (place < end - 1))
        means = [(states * part[..., None]).sum(1) / part.sum(1, keepdim=True) for part in parts]
        return nn.functional.normalize(torch.stack(means, dim=1), dim=-1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Learns, and writes the mean of the weights after each of the last rounds."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if not 1 <= options.mean_from <= options.rounds:
        parser.error(f"--mean-from is a round, from 1 to {options.rounds}")
    without = {
        text for path in options.without for pair in read_pairs(path) for text in _full(pair)
    }
    pairs = [pair for path in options.pairs for pair in read_pairs(path)]
    examples = list(examples_of(pair for pair in pairs if without.isdisjoint(_full(pair))))
    print(f"{len(examples)} pairs, {sum(each.likely >= THRESHOLD for each in examples)} the same")
    network = Network(options.encoder, options.layers)
    mean = AveragedModel(network.encoder)
    options.out.mkdir(parents=True, exist_ok=True)
    for number, loss in enumerate(learn(network, examples, options.rate, options.rounds), 1):
        print(f"round {number}: loss {loss:.4f}", flush=True)
        if number >= options.mean_from:
            mean.update_parameters(network.encoder)
            save_file(mean.module.state_dict(), options.out / "model.safetensors")


def _full(pair: Pair) -> tuple[str, str]:
    return pair.left.full, pair.right.full


def examples_of(pairs: Iterable[Pair]) -> Iterator[Example]:
    """What can be learned from; of a content that says nothing there is no vector."""
    kept = [pair for pair in pairs if all(says_something(s.bare) for s in (pair.left, pair.right))]
    tokenizer = load_tokenizer(TAGGER)
    left = read_texts([pair.left.text for pair in kept], tokenizer)
    right = read_texts([pair.right.text for pair in kept], tokenizer)
    for pair, one, other in zip(kept, left, right, strict=True):
        signs = likeness(marks_of(pair.left), marks_of(pair.right), 1, 1).values()[_COSINES:]
        likely = float(pair.label is PairLabel.SAME) if pair.likely is None else pair.likely
        yield Example(one, other, signs, likely)


def learn(
    network: Network, examples: Sequence[Example], rate: float, rounds: int
) -> Iterator[float]:
    """Learns from all examples again and again; gives the mean loss of each round.

    Args:
        network: Which learns.
        examples: From which.
        rate: At most.
        rounds: How often it goes through all of them.
    """
    # What is dropped at random, too, is the same each time.
    torch.manual_seed(_SEED)
    upper = list(network.upper.parameters())
    learning = torch.optim.AdamW(
        [
            {"params": upper, "lr": rate, "weight_decay": _DECAY},
            {"params": network.signs.parameters(), "lr": _SIGNS_RATE, "weight_decay": 0},
        ]
    )
    steps = rounds * math.ceil(len(examples) / _BATCH)
    chance = random.Random(_SEED)
    rates = torch.optim.lr_scheduler.LambdaLR(learning, lambda step: _share(step / steps))
    network.train()
    for _ in range(rounds):
        losses = []
        for batch in _batches(examples, chance):
            likely = torch.tensor([example.likely for example in batch])
            loss = nn.functional.binary_cross_entropy_with_logits(network(batch), likely)
            learning.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(upper, 1)
            learning.step()
            rates.step()
            losses.append(loss.item())
        yield sum(losses) / len(losses)


def _share(done: float) -> float:
    """What part of the rate holds when a part of the steps is done."""
    return max(_LAST, min(1, done / _WARM, 1 - done))


def _batches(examples: Sequence[Example], chance: random.Random) -> list[Sequence[Example]]:
    """All examples in batches of like length, in any order."""
    mixed = chance.sample(examples, len(examples))
    drawn = (mixed[at : at + _BATCH * _SORTED] for at in range(0, len(mixed), _BATCH * _SORTED))
    alike = [sorted(part, key=_length) for part in drawn]
    batches = [part[at : at + _BATCH] for part in alike for at in range(0, len(part), _BATCH)]
    return chance.sample(batches, len(batches))


def _length(example: Example) -> int:
    return max(len(example.left.pieces), len(example.right.pieces))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.fit_encoder", description=__doc__
    )
    parser.add_argument("pairs", type=Path, nargs="+", help="files of pairs to learn from")
    parser.add_argument("--without", type=Path, nargs="*", default=[], help="files that measure")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--layers", type=int, default=3, help="how many of the upper layers learn")
    parser.add_argument("--rate", type=float, default=4e-5, help="of learning")
    parser.add_argument("--rounds", type=int, default=2, help="over all pairs")
    parser.add_argument(
        "--mean-from", type=int, default=1, help="first round whose weights count in the mean"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder of the weights to write")
    return parser


if __name__ == "__main__":
    main()
