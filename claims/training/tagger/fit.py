"""``python -m claims.training.tagger.fit``: fine-tune an encoder on a gold folder.

An interrupted run goes on from its last checkpoint; the same seed gives the same batches.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch
from tokenizers import Tokenizer

from claims.scoring import Metric, score_folder
from claims.tagger.encoding import load_tokenizer
from claims.tagger.windows import WordPieces, cut
from claims.training.tagger.batches import Batch, Example, Marks, batch_of
from claims.training.tagger.corpus import Lesson, lessons
from claims.training.tagger.finding import find_folder
from claims.training.tagger.losses import loss_of
from claims.training.tagger.network import Network
from claims.training.tagger.silver import read_silver
from claims.training.tagger.targets import soft_window_targets, window_targets

_WARM_UP: Final = 0.06
_CHECKPOINT_STEPS: Final = 100
_SHORTEST_FIRST: Final = 60
_BUCKET: Final = 16


@dataclass(frozen=True, slots=True)
class Plan:
    """One window to learn from: pieces ``start`` to ``end`` of a lesson, in one of its styles."""

    lesson: Lesson
    pieces: WordPieces
    start: int
    end: int

    def example(self) -> Example:
        """What the network is fed and should answer."""
        start, end = self.start, self.end
        return Example(
            self.pieces,
            window_targets(self.lesson.labels, start, end),
            None if self.lesson.entities is None else self.lesson.entities[start:end],
            soft_window_targets(self.lesson, start, end),
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Trains, and prints the figures on the development folder after every epoch."""
    options = _parser().parse_args(arguments)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer(options.encoder)
    Training(options, tokenizer, Network(options.encoder)).run()


class Training:
    """One run over a corpus: network, optimizer, batches, checkpoints."""

    def __init__(self, options: argparse.Namespace, tokenizer: Tokenizer, network: Network) -> None:
        self.options = options
        self.network = network
        self.marks = Marks.of(tokenizer)
        self.tokenizer = tokenizer
        self.silver = None if options.silver is None else read_silver(options.silver)
        self.lessons = [
            lesson
            for folder in (options.train, *options.texts)
            for lesson in lessons(folder, tokenizer, self.silver, options.soft)
        ]
        self.random = random.Random(options.seed)
        encoder = list(network.encoder.parameters())
        known = {id(one) for one in encoder}
        heads = [one for one in network.parameters() if id(one) not in known]
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}],
            weight_decay=0.01,
            fused=True,
        )

    def run(self) -> None:
        """All epochs, from the last checkpoint if there is one."""
        epochs = [self._batches() for _ in range(self.options.epochs)]
        total = sum(map(len, epochs))
        warm = max(1, int(_WARM_UP * total))
        schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda at: min(1.0, (at + 1) / warm) * max(0.0, (total - at) / total)
        )
        done, step, began = self._resume(schedule), 0, time.monotonic()
        for number, batches in enumerate(epochs, start=1):
            losses = []
            self.network.train()
            for plans in batches:
                step += 1
                if step <= done:
                    continue
                losses.append(self._step(batch_of([plan.example() for plan in plans], self.marks)))
                schedule.step()
                if step % _CHECKPOINT_STEPS == 0:
                    self._save(schedule, step)
                    mean = sum(losses[-_CHECKPOINT_STEPS:]) / len(losses[-_CHECKPOINT_STEPS:])
                    print(f"{step}/{total} {mean:.3f} {time.monotonic() - began:.0f}s", flush=True)
            if step > done:
                torch.save(self.network.state_dict(), self.options.out)
                print(f"epoch {number}", *self._figures(), flush=True)

    def _step(self, batch: Batch) -> float:
        with self._precision():
            scores = self.network(batch.fed, batch.mask)
        loss = loss_of(scores, batch, self.options.soft_weight)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return float(loss.item())

    def _batches(self) -> list[list[Plan]]:
        """An epoch's batches of windows of like length, cut anew, in random order."""
        plans = [plan for lesson in self.lessons for plan in self._plans(lesson)]
        plans.sort(key=lambda one: ((one.end - one.start) // _BUCKET, self.random.random()))
        size = self.options.batch
        batches = [plans[at : at + size] for at in range(0, len(plans), size)]
        self.random.shuffle(batches)
        return batches

    def _plans(self, lesson: Lesson) -> list[Plan]:
        pieces = lesson.pieces
        if lesson.british is not None and self.random.random() < self.options.british:
            pieces = lesson.british
        first = self.random.randint(_SHORTEST_FIRST, self.options.size)
        return [Plan(lesson, pieces, *bounds) for bounds in cut(pieces, self.options.size, first)]

    def _checkpoint(self) -> Path:
        return Path(f"{self.options.out}.part")

    def _save(self, schedule: torch.optim.lr_scheduler.LambdaLR, step: int) -> None:
        parts = {"network": self.network, "optimizer": self.optimizer, "schedule": schedule}
        fresh = self._checkpoint().with_suffix(".new")
        torch.save(
            {name: part.state_dict() for name, part in parts.items()} | {"step": step}, fresh
        )
        fresh.replace(self._checkpoint())

    def _resume(self, schedule: torch.optim.lr_scheduler.LambdaLR) -> int:
        if not self._checkpoint().exists():
            return 0
        saved = torch.load(self._checkpoint())
        self.network.load_state_dict(saved["network"])
        self.optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        return int(saved["step"])

    def _precision(self) -> torch.autocast:
        """Four times as fast in 16 bits where the processor multiplies them, no worse."""
        return torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.options.bfloat16)

    def _figures(self) -> list[str]:
        self.network.eval()
        with self._precision():
            found = find_folder(
                self.network,
                self.tokenizer,
                self.marks,
                self.options.dev,
                self.options.size,
                self.silver,
            )
        metrics = score_folder(self.options.dev, found).figures.metrics
        return [f"{metric.value} {metrics[metric].f1:.4f}" for metric in Metric]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.tagger.fit", description=__doc__
    )
    parser.add_argument("--train", type=Path, required=True, help="gold folder to learn from")
    parser.add_argument("--dev", type=Path, required=True, help="gold folder to measure on")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights")
    parser.add_argument(
        "--silver", type=Path, help="names to learn and parses to be fed, of both folders"
    )
    parser.add_argument(
        "--texts",
        type=Path,
        action="append",
        default=[],
        help="folder of articles nobody marked, to learn a teacher's beliefs from",
    )
    parser.add_argument(
        "--soft",
        type=Path,
        action="append",
        default=[],
        help="a teacher's beliefs to learn, from teach",
    )
    parser.add_argument("--soft-weight", type=float, default=0.7, help="their share in the loss")
    parser.add_argument(
        "--british", type=float, default=0.2, help="share of articles shown with single quotes"
    )
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=5e-5, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=7e-4, help="and of the heads")
    parser.add_argument("--size", type=int, default=254, help="word pieces a window")
    parser.add_argument("--batch", type=int, default=6, help="windows a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--bfloat16", action="store_true", help="multiply in 16 bits, where the processor can"
    )
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    main()
