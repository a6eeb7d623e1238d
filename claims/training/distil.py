"""``python -m claims.training.distil``: a small network goes on learning from a larger one.

It learns what the larger one believes of each window and how it sees each piece of it, on articles
whose words are mostly swapped for like ones, and besides a little from the gold of those whose
words are left. After Jiao et al. (2020), "TinyBERT".
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from claims.tagger.encoding import load_tokenizer
from claims.training.batches import Batch, Example
from claims.training.fit import Plan, Training, base_parser
from claims.training.labels import IGNORED
from claims.training.losses import gold_loss, taught_loss
from claims.training.network import Network
from claims.training.swapping import swapped
from claims.training.teacher import Teacher

_LEAST_SWAPPED, _MOST_SWAPPED = 0.05, 0.35


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains, and prints the figures on the development folder after every epoch."""
    options = _parser().parse_args(arguments)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer(options.encoder)
    network = Network(options.encoder)
    network.load_state_dict(torch.load(options.start, weights_only=True))
    Distilling(options, tokenizer, network).run()


class Distilling(Training):
    """A run in which a teacher says of each batch what it believes of it."""

    def __init__(self, options: argparse.Namespace, tokenizer: Tokenizer, network: Network) -> None:
        self.teacher = Teacher(options.teacher_encoder, options.teacher, tokenizer)
        self.near = self.teacher.near()
        self.upwards = nn.Linear(network.encoder.config.hidden_size, self.teacher.size)
        super().__init__(options, tokenizer, network)

    def parts(self) -> dict[str, nn.Module]:
        return super().parts() | {"upwards": self.upwards}

    def chosen(self) -> list[Plan]:
        """All windows of the gold folder, and of other texts a share that changes by epoch."""
        plans = [plan for lesson in self.lessons[: self.gold] for plan in self.plans(lesson)]
        for lesson in self.lessons[self.gold :]:
            if self.random.random() < self.options.texts_share:
                plans += self.plans(lesson)
        return plans

    def example(self, plan: Plan) -> Example:
        """The window as it is, or with words swapped and nothing asked but the teacher."""
        plain = plan.example()
        if self.random.random() >= self.options.swapped:
            return plain
        share = self.random.uniform(_LEAST_SWAPPED, _MOST_SWAPPED)
        pieces = swapped(plan.pieces, plan.start, plan.end, self.near, share, self.random)
        nothing = [IGNORED] * plain.window.size
        window = replace(plain.window, tags=nothing, cue_of=nothing, source_of=nothing)
        return Example(pieces, window)

    def loss(self, batch: Batch) -> Tensor:
        with self.precision():
            seen, believed = self.teacher.read(batch)
            states, scores = self.network.read(batch.fed, batch.mask)
            upwards = self.upwards(states).float()
        weight = self.options.gold_weight
        return (
            gold_loss(scores, batch, weight)
            + (1 - weight) * taught_loss(scores, believed, batch)
            + self.options.states_weight * _states_loss(upwards, seen, batch.mask)
        )


def _states_loss(states: Tensor, taught: Tensor, mask: Tensor) -> Tensor:
    """Mean square difference, as a share of the taught states' own mean square."""
    apart = ((states - taught) ** 2).mean(-1)
    size = (taught**2).mean(-1)
    return (apart * mask).sum() / (size * mask).sum()


def _parser() -> argparse.ArgumentParser:
    parser = base_parser("python -m claims.training.distil", __doc__)
    parser.add_argument("--start", type=Path, required=True, help="what fit wrote, to go on from")
    parser.add_argument("--teacher-encoder", type=Path, required=True, help="folder of its encoder")
    parser.add_argument("--teacher", type=Path, required=True, help="what fit wrote of the teacher")
    parser.add_argument("--gold-weight", type=float, default=0.25, help="share of gold in the loss")
    parser.add_argument("--states-weight", type=float, default=1.0, help="of the teacher's states")
    parser.add_argument("--swapped", type=float, default=0.65, help="share of windows with swaps")
    parser.add_argument(
        "--texts-share", type=float, default=0.15, help="share of --texts seen in an epoch"
    )
    parser.set_defaults(epochs=6, rate=8e-5, head_rate=5e-4)
    return parser


if __name__ == "__main__":
    main()
