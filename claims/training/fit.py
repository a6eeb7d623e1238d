"""``python -m claims.training.fit``: fine-tune an encoder on a gold folder, on the processor.

An interrupted run goes on from its last checkpoint; the same seed gives the same batches.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from claims.claim import Claim, ClaimType, Span
from claims.scoring import Metric, gold_articles, read_article_text, read_gold, score_folder
from claims.training.decoding import Beliefs, Found, Run, decode
from claims.training.encoding import encode, load_tokenizer
from claims.training.labels import IGNORED, Labels, label
from claims.training.network import Network
from claims.training.windows import Pieces, Window, cut, window

_SENTENCE_ENDS = frozenset(".!?")
_WARM_UP = 0.06
_LINK_WEIGHT = 0.3
_CHECKPOINT_STEPS = 100
_SHORTEST_FIRST = 60
_BUCKET = 16


@dataclass(frozen=True, slots=True)
class Example:
    """A window of an article with what the encoder is fed."""

    pieces: Pieces
    window: Window

    @property
    def length(self) -> int:
        return self.window.size


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of several windows, start and end mark included."""

    ids: Tensor
    quotes: Tensor
    shapes: Tensor
    mask: Tensor
    tags: Tensor
    cue_of: Tensor
    source_of: Tensor


@dataclass(frozen=True, slots=True)
class Marks:
    """The encoder's numbers for start, end and nothing."""

    start: int
    end: int
    padding: int

    @classmethod
    def of(cls, tokenizer: Tokenizer) -> Marks:
        """The marks of a BERT- or MPNet-like vocabulary."""

        def number(*names: str) -> int:
            return next(int(n) for name in names if (n := tokenizer.token_to_id(name)) is not None)

        return cls(number("<s>", "[CLS]"), number("</s>", "[SEP]"), number("<pad>", "[PAD]"))


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
        self.articles = list(_labelled(options.train, tokenizer))
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
            self.network.train()
            for examples in batches:
                step += 1
                if step <= done:
                    continue
                loss = self._step(batch_of(examples, self.marks))
                schedule.step()
                if step % _CHECKPOINT_STEPS == 0:
                    self._save(schedule, step)
                    print(f"{step}/{total} {loss:.3f} {time.monotonic() - began:.0f}s", flush=True)
            if step > done:
                torch.save(self.network.state_dict(), self.options.out)
                print(f"epoch {number}", *self._figures(), flush=True)

    def _step(self, batch: Batch) -> float:
        tags, cues, sources = self.network(batch.ids, batch.quotes, batch.shapes, batch.mask)
        loss = _loss(tags, batch.tags)
        loss = loss + _LINK_WEIGHT * (_loss(cues, batch.cue_of) + _loss(sources, batch.source_of))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        return float(loss.item())

    def _batches(self) -> list[list[Example]]:
        """An epoch's batches of windows of like length, cut anew, in random order."""
        examples = [
            Example(pieces, window(labels, start, end))
            for pieces, labels in self.articles
            for start, end in cut(
                pieces, self.options.size, self.random.randint(_SHORTEST_FIRST, self.options.size)
            )
        ]
        examples.sort(key=lambda one: (one.length // _BUCKET, self.random.random()))
        size = self.options.batch
        batches = [examples[at : at + size] for at in range(0, len(examples), size)]
        self.random.shuffle(batches)
        return batches

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

    def _figures(self) -> list[str]:
        self.network.eval()
        found = {
            article.name: tuple(
                find_claims(
                    self.network,
                    encode(self.tokenizer, read_article_text(article.path)),
                    self.marks,
                    self.options.size,
                )
            )
            for article in gold_articles(self.options.dev)
        }
        metrics = score_folder(self.options.dev, found).figures.metrics
        return [f"{metric.value} {metrics[metric].f1:.4f}" for metric in Metric]


def find_claims(network: Network, pieces: Pieces, marks: Marks, size: int) -> Iterator[Claim]:
    """The attributions of one article as claims without speakers."""
    nothing = Labels(*([IGNORED] * len(pieces.ids) for _ in range(3)))
    for start, end in cut(pieces, size):
        example = Example(pieces, window(nothing, start, end))
        for found in decode(believe(network, example, marks), _ends(pieces, start, end)):
            yield _claim(pieces, start, found)


def believe(network: Network, example: Example, marks: Marks) -> Beliefs:
    """What the network says of one window."""
    batch = batch_of([example], marks)
    with torch.no_grad():
        scores = network(batch.ids, batch.quotes, batch.shapes, batch.mask)
    tags, cues, sources = (functional.log_softmax(one, -1)[0].numpy() for one in scores)
    return Beliefs(tags[1:-1], cues[1:-1, 1:-1], sources[1:-1, :-1])


def batch_of(examples: Sequence[Example], marks: Marks) -> Batch:
    """Windows side by side, with their marks, padded to the longest."""
    width = max(one.length for one in examples) + 2

    def padded(rows: Sequence[Sequence[int]], ends: tuple[int, int], filler: int) -> Tensor:
        return torch.tensor(
            [[ends[0], *row, ends[1], *[filler] * (width - len(row) - 2)] for row in rows]
        )

    def fed(name: str, ends: tuple[int, int], filler: int) -> Tensor:
        stretches = [slice(x.window.first, x.window.first + x.length) for x in examples]
        rows = [getattr(x.pieces, name)[at] for x, at in zip(examples, stretches, strict=True)]
        return padded(rows, ends, filler)

    def target(name: str) -> Tensor:
        return padded([getattr(x.window, name) for x in examples], (IGNORED, IGNORED), IGNORED)

    return Batch(
        fed("ids", (marks.start, marks.end), marks.padding),
        fed("quotes", (0, 0), 0),
        fed("shapes", (0, 0), 0),
        padded([[1] * x.length for x in examples], (1, 1), 0).bool(),
        target("tags"),
        target("cue_of"),
        target("source_of"),
    )


def _loss(scores: Tensor, targets: Tensor) -> Tensor:
    if not bool((targets != IGNORED).any()):
        return scores.sum() * 0.0
    return functional.cross_entropy(scores.flatten(0, 1), targets.flatten(), ignore_index=IGNORED)


def _labelled(folder: Path, tokenizer: Tokenizer) -> Iterator[tuple[Pieces, Labels]]:
    for article in gold_articles(folder):
        pieces = encode(tokenizer, read_article_text(article.path))
        yield pieces, label(pieces.offsets, read_gold(article.annotation))


def _ends(pieces: Pieces, start: int, end: int) -> list[bool]:
    return [pieces.text[a:b] in _SENTENCE_ENDS for a, b in pieces.offsets[start:end]]


def _claim(pieces: Pieces, first: int, found: Found) -> Claim:
    def span(run: Run) -> Span:
        return Span(pieces.offsets[first + run[0]][0], pieces.offsets[first + run[1] - 1][1])

    return Claim(
        ClaimType.INDIRECT,
        tuple(map(span, found.content)),
        (span(found.cue),),
        (span(found.source),) if found.source else (),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m claims.training.fit", description=__doc__)
    parser.add_argument("--train", type=Path, required=True, help="gold folder to learn from")
    parser.add_argument("--dev", type=Path, required=True, help="gold folder to measure on")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--out", type=Path, required=True, help="file for the weights")
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=5e-5, help="learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=7e-4, help="and of the heads")
    parser.add_argument("--size", type=int, default=254, help="word pieces a window")
    parser.add_argument("--batch", type=int, default=6, help="windows a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    main()
