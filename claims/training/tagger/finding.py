"""Attributions by the network as it learns, for the figures after an epoch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch.nn import functional

from claims.claim import Claim, ClaimType, Span
from claims.scoring import gold_articles, read_article_text
from claims.tagger.decoding import Beliefs, FoundAttribution, Run, Window, decode
from claims.tagger.encoding import encode, surface
from claims.tagger.windows import WordPieces, cut
from claims.training.tagger.batches import Example, Marks, batch_of, example_of
from claims.training.tagger.corpus import parsed, unlabelled
from claims.training.tagger.network import Network
from claims.training.tagger.silver import Silver


def find_folder(
    network: Network,
    tokenizer: Tokenizer,
    marks: Marks,
    folder: Path,
    size: int,
    silver: Mapping[str, Silver] | None = None,
) -> dict[str, tuple[Claim, ...]]:
    """The attributions in each article of a gold folder, with the parses of ``silver``."""
    found = {}
    for article in gold_articles(folder):
        pieces = encode(tokenizer, read_article_text(article.path))
        known = None if silver is None else silver.get(article.name)
        found[article.name] = tuple(find_claims(network, parsed(pieces, known), marks, size))
    return found


def find_claims(network: Network, pieces: WordPieces, marks: Marks, size: int) -> Iterator[Claim]:
    """The attributions of one article as claims without speakers."""
    nothing = unlabelled(pieces)
    windows = [
        Window(start, end, believe(network, example_of(pieces, nothing, start, end), marks))
        for start, end in cut(pieces, size)
    ]
    for found in decode(windows, surface(pieces)):
        yield _claim(pieces, found)


def believe(network: Network, example: Example, marks: Marks) -> Beliefs:
    """What the network says of one window."""
    batch = batch_of([example], marks)
    with torch.no_grad():
        scores = network(batch.fed, batch.mask)
    tags, cues, sources = (functional.log_softmax(one, -1)[0].numpy() for one in scores[:3])
    return Beliefs(tags[1:-1], cues[1:-1, 1:-1], sources[1:-1, :-1])


def _claim(pieces: WordPieces, found: FoundAttribution) -> Claim:
    def span(run: Run) -> Span:
        return Span(pieces.offsets[run[0]][0], pieces.offsets[run[1] - 1][1])

    return Claim(
        ClaimType.INDIRECT,
        tuple(map(span, found.content)),
        (span(found.cue),),
        (span(found.source),) if found.source else (),
    )
