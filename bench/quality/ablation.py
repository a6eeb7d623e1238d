"""What each part of extraction brings: ``python -m bench.quality.ablation GOLD_DIR``.

Scores a gold folder with the rules alone, with the network alone, and with the parts that work
together with it added one by one. ``--per-rule SPEAKERS GOLD_DIR`` says what each rule that names
speakers or reads affiliations is worth on the articles of a speakers file: how much is right
without it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from importlib import import_module
from inspect import isfunction
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Final
from unittest.mock import patch

from spacy.tokens import Doc

from claims.claim import ClaimType
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.attribution import component as tagging
from claims.extraction.attribution import linking
from claims.extraction.attribution import network as marking
from claims.extraction.document.candidate import PREDICTED, Candidate
from claims.extraction.document.prediction import Prediction
from claims.extraction.mentions.component import add_mentions
from claims.extraction.pipeline import Extractor
from claims.extraction.rules.enumerate import Page
from claims.extraction.speakers.component import add_speakers
from claims.reading import read_article
from claims.scoring import Metric, gold_articles, read_gold, score_folder
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.files.speakers_file import GoldSpeakers, read_speakers
from claims.scoring.speakers import NamingTally, tally_naming
from claims.tagger import decoding, encoding
from claims.tagger.decoding import Surface
from claims.tagger.weights import SHIPPED

_PACKAGE: Final = "claims.extraction."
Replaced = tuple[object, str, object]
"""An attribute of something, and what it is for a variant."""

_joined = tagging.join
_seen = encoding.surface


def main(arguments: Sequence[str]) -> None:
    """Print a table, a row a variant."""
    if len(arguments) == 3 and arguments[0] == "--per-rule":
        _per_rule(Path(arguments[1]), Path(arguments[2]))
        return
    if len(arguments) != 1:
        sys.exit("usage: python -m bench.quality.ablation [--per-rule SPEAKERS] GOLD_DIR")
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


def _per_rule(speakers: Path, folder: Path) -> None:
    """Print a table, a row a rule: how names and affiliations fare without it."""
    extractor = Extractor()
    known = read_speakers(speakers)
    docs = [extractor.document(read_article(folder / "text" / one.article)) for one in known]
    scored = _naming(extractor, known, docs, folder)
    print("| without | names right | kinds right | affiliations right | affiliations found |")
    print("|---|---|---|---|---|")
    print(f"| (nothing) | {' | '.join(map(str, scored))} |")
    for owner, name, nothing in _rules():
        with patch.object(owner, name, nothing):
            less = _naming(extractor, known, docs, folder)
        module = owner.__name__ if isinstance(owner, ModuleType) else owner.__module__
        row = " | ".join(f"{b - a:+}" for a, b in zip(scored, less, strict=True))
        print(f"| {module.removeprefix(_PACKAGE)}.{name} | {row} |", flush=True)


def _rules() -> Iterator[tuple[type | ModuleType, str, Callable[..., object]]]:
    """Each step of naming that may answer with nothing, and what answers so in its place."""
    for stage in ("mentions", "affiliations", "speakers"):
        package = import_module(f"{_PACKAGE}{stage}")
        for found in iter_modules(package.__path__, f"{package.__name__}."):
            module = import_module(found.name)
            classes = (one for one in vars(module).values() if isinstance(one, type))
            owners: list[type | ModuleType] = [module]
            owners += (one for one in classes if one.__module__ == module.__name__)
            for owner in owners:
                yield from _steps(owner)


def _steps(
    owner: type | ModuleType,
) -> Iterator[tuple[type | ModuleType, str, Callable[..., object]]]:
    for name, step in vars(owner).items():
        gives = str(getattr(step, "__annotations__", {}).get("return", ""))
        if not isfunction(step) or name.startswith("__") or not name.startswith("_"):
            continue
        if step.__module__ != getattr(owner, "__module__", owner.__name__):
            continue  # of another module
        if "| None" in gives:
            yield owner, name, lambda *_, **__: None
        elif gives == "bool":
            yield owner, name, lambda *_, **__: False
        elif gives == "list[Mention]":
            yield owner, name, _as_given
        elif gives.startswith("list["):
            yield owner, name, lambda *_, **__: []


def _as_given(*arguments: object) -> list[object]:
    """The mentions that a step was given, unchanged: they are the last argument."""
    mentions = arguments[-1]
    return list(mentions) if isinstance(mentions, Sequence) else []


def _naming(
    extractor: Extractor, known: Sequence[GoldSpeakers], docs: Sequence[Doc], folder: Path
) -> tuple[int, int, int, int]:
    """How many names, kinds and affiliations are right, and how many affiliations there are."""
    total = NamingTally()
    for one, doc in zip(known, docs, strict=True):
        marked = read_gold(folder / "attributions" / one.annotation)
        claims = extractor.claims(add_speakers(add_affiliations(add_mentions(doc))))
        total.add(tally_naming(TokenText(one.article, doc.text), marked, one, claims))
    right = total.strict, total.kind_right, total.affiliations_right
    return (*right, total.affiliations_predicted)


if __name__ == "__main__":
    main(sys.argv[1:])
