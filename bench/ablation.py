"""What each part of extraction brings: ``python -m bench.ablation GOLD_DIR``.

Scores a gold folder with the rules alone, with the network alone, and with the parts that work
together with it added one by one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from claims.claim import ClaimType
from claims.extraction.attribution import component as tagging
from claims.extraction.attribution import linking
from claims.extraction.attribution import network as marking
from claims.extraction.document.candidate import PREDICTED, Candidate
from claims.extraction.document.prediction import Prediction
from claims.extraction.pipeline import Extractor
from claims.extraction.rules.enumerate import Page
from claims.reading import read_article
from claims.scoring import Metric, gold_articles, score_folder
from claims.tagger import decoding
from claims.tagger.decoding import Surface
from claims.tagger.weights import SHIPPED

Replaced = tuple[object, str, object]
"""An attribute of something, and what it is for a variant."""

_joined = tagging.join
_seen = marking.surface


def main(arguments: Sequence[str]) -> None:
    """Print a table, a row a variant."""
    if len(arguments) != 1:
        sys.exit("usage: python -m bench.ablation GOLD_DIR")
    folder = Path(arguments[0])
    trained = Extractor()
    print("| variant | content | exact | attribution | direct | mixed | indirect |")
    print("|---|---|---|---|---|---|---|")
    _row("rules alone", folder, Extractor(rules_only=True))
    for name, patches in _variants():
        with ExitStack() as stack:
            for target, attribute, value in patches:
                stack.enter_context(patch.object(target, attribute, value))
            _row(name, folder, trained)


def _variants() -> Iterator[tuple[str, list[Replaced]]]:
    """From the network alone to everything; the last has nothing replaced."""
    tagger = marking.shared_tagger(SHIPPED, None)
    as_predicted: list[Replaced] = [
        (tagging, "close_quotations", _nothing),
        (tagging, "widen", _nothing),
        (tagging, "give_back", lambda _, candidates: candidates),
        (tagging, "_beside", lambda *arguments: arguments[-1]),
    ]
    steps: list[tuple[str, list[Replaced]]] = [
        ("network alone", [(decoding, "_LEANINGS", {})]),
        ("+ lean towards whole contents", [(decoding, "_GAP", 0.0)]),
        ("+ cost of distance in links", [(marking, "surface", _without_quotations)]),
        ("+ quotation state in labels", [(linking, "link_quotations", _nothing)]),
        ("+ floating quotations joined", [(tagging, "join", _network_only)]),
        ("+ transcripts and signatures by rule", [(tagging, "join", _without_nested)]),
        ("+ claims inside claims", as_predicted),
        (
            "+ contents put right by marks and parse",
            [(tagger, "settings", replace(tagger.settings, least=0.0))],
        ),
    ]
    for at, (name, _) in enumerate(steps):
        yield name, [one for _, replaced in steps[at:][::-1] for one in replaced]
    yield "+ what is hardly believed left out: all", []


def _without_quotations(*arguments: object) -> Surface:
    make: Callable[..., Surface] = _seen
    seen = make(*arguments)
    return Surface(seen.sentence_ends, seen.joined)


def _nothing(*_: object) -> None:
    pass


def _network_only(page: Page, predictions: list[Prediction]) -> list[Candidate]:
    with patch.multiple(tagging, rule_candidates=lambda *_: [], _inside=lambda *_: []):
        return _joined(page, predictions)


def _without_nested(page: Page, predictions: list[Prediction]) -> list[Candidate]:
    candidates = _joined(page, predictions)
    return [one for one in candidates if one.construction == PREDICTED or not one.dependent]


def _row(name: str, folder: Path, extractor: Extractor) -> None:
    articles = list(gold_articles(folder))
    claims = extractor.extract(read_article(article.path) for article in articles)
    found = {article.name: found for article, (_, found) in zip(articles, claims, strict=True)}
    figures = score_folder(folder, found).figures
    scores = [figures.metrics[m].f1 for m in (Metric.OVERLAP, Metric.EXACT, Metric.ATTRIBUTION)]
    recall = [figures.recall[kind][Metric.ATTRIBUTION] or 0.0 for kind in ClaimType]
    print(f"| {name} |", " | ".join(f"{one:.3f}" for one in [*scores, *recall]), "|", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
