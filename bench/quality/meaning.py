"""How good comparing by meaning is, and what it costs.

    python -m bench.quality.meaning CORPUS [PAIRS.jsonl]

Average precision by pool on ``tests/gold/same`` and on another file of pairs; precision of threads
over all attributions of the corpus (their vectors take minutes); cost of vectors beside that of the
parse, and of threading 100,000 claims whose vectors are there.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

import numpy as np
import spacy
from numpy.typing import NDArray

from bench.quality.pairs import EventKey, GoldPair, gold_pairs, statements
from claims.comparison.meaning.contents import says_something
from claims.comparison.meaning.encoder import Encoder
from claims.comparison.meaning.judge import same
from claims.comparison.meaning.likeness import marks_of
from claims.comparison.meaning.pairs import cosines, same_of_pairs
from claims.comparison.meaning.statement import Statement, Text
from claims.comparison.meaning.storage import packed
from claims.comparison.threads import Points, Row, assigned, packed_wordings, repaired
from claims.extraction.pipeline import DEFAULT_MODEL
from claims.scoring.pairs import average_precision, pair_figures, read_pairs

Found = TypeVar("Found")

MANY: Final = 100_000
TIMED: Final = 500
ARTICLE: Final = 30
"""Claims of one more article."""
NOISE: Final = 0.02


def main(corpus: Path, others: Path | None) -> None:
    """Prints all figures."""
    encoder, known = Encoder(threads=1), statements(corpus)
    _pairs(encoder, known)
    if others:
        pairs = read_pairs(others)
        figures = pair_figures(pairs, same_of_pairs([(p.left, p.right) for p in pairs], encoder))
        print(f"{others.name}: average precision {figures.average_precision:.3f}")
    _cost(encoder, list(known.values())[:TIMED])
    known = {event: said for event, said in known.items() if says_something(said.bare)}
    points = _points(encoder, list(known.values()))
    _threads(list(known), points)
    _many(points)


def _pairs(encoder: Encoder, known: dict[EventKey, Statement]) -> None:
    gold = gold_pairs("pairs.json")
    both = [(known[pair.left], known[pair.right]) for pair in gold]
    found = cosines(both, encoder)
    by = {
        "content": [content for _, content in found],
        "full": [full for full, _ in found],
        "mix": [0.7 * full + 0.3 * content for full, content in found],
        "same": [same(*pair, *each) for pair, each in zip(both, found, strict=True)],
    }
    pools = {"all": gold}
    for name in ("wide", "near"):
        pools[name] = [pair for pair in gold if pair.drawn == name]
    for name in ("tfidf", "content", "full", "mix"):
        pools[f"pool of {name}"] = [pair for pair in gold if name in pair.pools]
    print("average precision (weights were fitted on these pairs)")
    for title, pool in pools.items():
        right = sum(pair.label == "same" for pair in pool)
        cells = (f"{name} {_precision(gold, pool, scores):.3f}" for name, scores in by.items())
        print(f"  {title} ({right} of {len(pool)}): {', '.join(cells)}")


def _precision(gold: Sequence[GoldPair], pool: Sequence[GoldPair], scores: list[float]) -> float:
    score = {(pair.left, pair.right): each for pair, each in zip(gold, scores, strict=True)}
    judged = [(score[pair.left, pair.right], pair.label == "same") for pair in pool]
    return average_precision(judged) or 0.0


def _points(encoder: Encoder, said: Sequence[Statement]) -> Points:
    vectors = encoder.encode([each.text for each in said])
    full, bare = packed(vectors[:, 0]), packed(vectors[:, 1])
    return Points.of(
        Row(
            *(at, full[at], bare[at], marks.numbers, marks.attitude),
            packed_wordings(marks),
        )
        for at, marks in enumerate(map(marks_of, said))
    )


def _threads(events: Sequence[EventKey], points: Points) -> None:
    groups, seconds = _timed(lambda: repaired(points))
    thread = {events[at]: number for number, group in enumerate(groups) for at in group}
    many = [group for group in groups if len(group) > 1]
    print(f"threads of {len(points)} claims in {seconds:.1f} s: {len(many)} of more than one claim")
    for name in ("threads.json", "threads-2.json", "threads-3.json", "threads-4.json"):
        kept = [
            pair.label == "same"
            for pair in gold_pairs(name)
            if pair.left in thread and thread[pair.left] == thread.get(pair.right)
        ]
        print(f"  {name}: of {len(kept)} pairs in one thread right: {np.mean(kept):.3f}")


def _cost(encoder: Encoder, said: Sequence[Statement]) -> None:
    """Vectors beside the parse of the same words, which extraction makes in any case."""
    encoder.encode([Text("warm")])
    _, vectors = _timed(lambda: _points(encoder, said))
    parser = spacy.load(DEFAULT_MODEL)
    _, parsed = _timed(lambda: list(parser.pipe([each.full for each in said])))
    print(f"{len(said) / vectors:.0f} claims/s, {vectors / parsed:.2f} times as long as the parse")


def _many(points: Points) -> None:
    chance = np.random.default_rng(7)
    at = chance.integers(0, len(points), MANY)
    full, bare = (_noisy(_unit(vectors[at]), chance) for vectors in (points.full, points.content))
    many = replace(points.take(at), ids=np.arange(MANY), full=full, content=bare)
    groups, seconds = _timed(lambda: repaired(many))
    print(f"{MANY} claims threaded in {seconds:.0f} s")
    thread = {claim: number for number, group in enumerate(groups) for claim in group}
    new = replace(many.take(slice(0, ARTICLE)), ids=np.arange(MANY, MANY + ARTICLE))
    _, seconds = _timed(lambda: assigned(new, many, thread))
    print(f"  one more article of {ARTICLE} claims in {seconds:.2f} s")


def _noisy(vectors: NDArray[np.float32], chance: np.random.Generator) -> NDArray[np.int8]:
    noise = chance.standard_normal(vectors.shape, np.float32)
    kept = np.frombuffer(b"".join(packed(vectors + NOISE * noise)), dtype=np.int8)
    return kept.reshape(vectors.shape)


def _unit(stored: NDArray[np.int8]) -> NDArray[np.float32]:
    vectors = stored.astype(np.float32)
    unit: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return unit


def _timed(work: Callable[[], Found]) -> tuple[Found, float]:
    start = time.perf_counter()
    found = work()
    return found, time.perf_counter() - start


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
