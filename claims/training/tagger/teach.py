"""``python -m claims.training.tagger.teach``: what a trained network believes of articles.

A smaller network learns from that beside the gold (Hinton et al. 2015, "Distilling the Knowledge
in a Neural Network").
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from numpy.typing import NDArray

from claims.tagger.encoding import encode, load_tokenizer
from claims.tagger.parts import LABELS
from claims.tagger.windows import WordPieces, cut
from claims.training.tagger.batches import Marks, batch_of, example_of
from claims.training.tagger.corpus import TOP, parsed, unlabelled
from claims.training.tagger.network import Network
from claims.training.tagger.silver import read_silver
from claims.training.tagger.texts import texts

Floats = NDArray[np.float32]
_SHORTEST_FIRST: Final = 60


def main(arguments: Sequence[str] | None = None) -> None:
    """Writes an archive of arrays, four or so per article."""
    options = _parser().parse_args(arguments)
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer(options.encoder)
    marks = Marks.of(tokenizer)
    network = Network(options.encoder)
    network.load_state_dict(torch.load(options.weights, weights_only=True))
    network.eval()
    shuffler = random.Random(options.seed)
    silver = None if options.silver is None else read_silver(options.silver)
    taught: dict[str, NDArray[np.generic]] = {}
    for number, article in enumerate(texts(options.texts), start=1):
        pieces = encode(tokenizer, article.read())
        pieces = parsed(pieces, None if silver is None else silver.get(article.name))
        for name, array in _beliefs(network, marks, pieces, options, shuffler):
            taught[f"{article.name}/{name}"] = array
        if number % 50 == 0:
            print(number, "articles", flush=True)
    np.savez_compressed(options.out, **taught)  # type: ignore[arg-type]


def _beliefs(
    network: Network,
    marks: Marks,
    pieces: WordPieces,
    options: argparse.Namespace,
    shuffler: random.Random,
) -> Iterator[tuple[str, NDArray[np.generic]]]:
    """The means over several ways to cut the article, links as the likeliest few."""
    size = len(pieces.ids)
    tags = np.zeros((size, LABELS), dtype=np.float32)
    links = [np.zeros((size, size + 1), dtype=np.float16) for _ in range(2)]
    nothing = unlabelled(pieces)
    for at in range(options.passes):
        first = shuffler.randint(_SHORTEST_FIRST, options.size) if at else None
        for start, end in cut(pieces, options.size, first):
            batch = batch_of([example_of(pieces, nothing, start, end)], marks)
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, options.bfloat16):
                scores = network(batch.fed, batch.mask)
            tags[start:end] += scores.tags[0, 1:-1].softmax(-1).numpy() / options.passes
            for link, each in zip(links, (scores.cues, scores.sources), strict=True):
                shares = each[0, 1:-1, :-1].softmax(-1).numpy() / options.passes
                link[start:end, 0] += shares[:, 0].astype(np.float16)
                link[start:end, start + 1 : end + 1] += shares[:, 1:].astype(np.float16)
    yield "offsets", np.array(pieces.offsets, dtype=np.int32)
    yield "tags", tags.astype(np.float16)
    for name, link in zip(("cue", "source"), links, strict=True):
        best = np.argsort(-link, axis=1)[:, :TOP]
        yield f"{name}_at", (best - 1).astype(np.int32)
        yield name, np.take_along_axis(link, best, axis=1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.tagger.teach", description=__doc__
    )
    parser.add_argument("--texts", type=Path, required=True, help="folder to tell of, gold or not")
    parser.add_argument("--encoder", type=Path, required=True, help="folder of the encoder")
    parser.add_argument("--weights", type=Path, required=True, help="what fit wrote")
    parser.add_argument("--out", type=Path, required=True, help="archive (.npz) to write")
    parser.add_argument("--silver", type=Path, help="parses to be fed, if it learned with them")
    parser.add_argument("--bfloat16", action="store_true", help="as in fit")
    parser.add_argument("--passes", type=int, default=1, help="ways to cut each article")
    parser.add_argument("--size", type=int, default=254, help="word pieces a window")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    main()
