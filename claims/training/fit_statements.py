"""``python -m claims.training.fit_statements``: the weights of how surely a claim is a statement.

Learns from claims that a reader judged (``tests/gold/statements.json``) and from how often
annotators marked quoted words behind each cue, so that a verb which nobody judged is known by its
quotations.
Writes ``claims/extraction/cues/statements.json`` and prints how good the weights are on articles
that they did not learn from, beside what the classes of cues alone would say.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from claims.aside import SAID
from claims.extraction.cues.component import wording_of
from claims.extraction.cues.from_words import read_cue
from claims.extraction.cues.statements import FILE, signs
from claims.extraction.document.analysis import analysis
from claims.extraction.document.ranges import Door
from claims.extraction.pipeline import Extractor
from claims.logistic import INTERCEPT
from claims.quotations.find import find_quotations, paragraphs_of
from claims.reading import read_article
from claims.scoring import gold_articles, read_gold
from claims.training.logistic import Example, counted, fit, unseen
from claims.training.reliability import reliability

_STRENGTH: Final = 0.6
_FOLDS: Final = 10
# What a lemma's share of quoted contents is drawn to, as if so many more had been usual.
_USUAL: Final = 4
_LEMMA: Final = "lemma:"
_QUOTING: Final = "quoting"
_LEAST: Final = 0.02


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim that a reader judged.

    Args:
        found: Names of its signs.
        right: Whether it is a statement.
        by_class: What the class of its cue alone would say.
        article: Number of its article.
    """

    found: tuple[str, ...]
    right: bool
    by_class: bool
    article: int


def main(arguments: list[str] | None = None) -> None:
    """Fit, print, and write the file."""
    options = _parser().parse_args(arguments)
    judged = list(read_judged(options.gold, options.texts))
    quoting = quoting_odds(count_quoted(options.annotated))
    examples = [Example(_values(one, quoting), one.right, one.article) for one in judged]
    _report(judged, unseen(examples, _STRENGTH, _FOLDS))
    weights = folded(fit(examples, _STRENGTH), quoting)
    text = json.dumps(weights, ensure_ascii=False, indent=0, sort_keys=True)
    options.out.write_text(text + "\n", encoding="utf-8")


def read_judged(gold: Path, folders: Sequence[Path]) -> Iterator[Judged]:
    """The judged claims as extraction finds them now; what it no longer finds is left out."""
    extractor = Extractor()
    for number, entry in enumerate(json.loads(gold.read_text("utf-8"))):
        path = next(at for folder in folders if (at := folder / entry["article"]).is_file())
        known = {(cue, start): said for start, _, cue, said in entry["claims"]}
        doc = extractor.document(read_article(path))
        door = Door(doc)
        for one in analysis(doc).attributions:
            cue = door.span(one.cue[0]).start if one.cue else None
            said = known.get((cue, door.span(one.content[0]).start))
            if said is not None:
                wording = wording_of(doc, one)
                by_class = wording.head is None or wording.kind in SAID
                yield Judged(tuple(signs(wording)), bool(said), by_class, number)


def count_quoted(folder: Path) -> Mapping[str, tuple[int, int]]:
    """How many contents of each lemma have words in quotation marks, and how many it has."""
    quoted, every = Counter[str](), Counter[str]()
    for article in gold_articles(folder):
        read = read_article(article.path)
        text, parts = read.text, [(one.start, one.end) for one in read.segments]
        marked = find_quotations(text, paragraphs_of(parts, text))
        for one in read_gold(article.annotation):
            lemma = read_cue(" ".join(text[span.start : span.end] for span in one.cue)).lemma
            if lemma is not None:
                every[lemma] += 1
                quoted[lemma] += any(
                    mark.start < span.end and span.start < mark.end
                    for span in one.content
                    for mark in marked
                )
    return {lemma: (quoted[lemma], number) for lemma, number in every.items()}


def quoting_odds(numbers: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """The log odds of a lemma's quoting, against the usual ones."""
    usual = sum(quoted for quoted, _ in numbers.values()) / sum(n for _, n in numbers.values())
    shares = {
        lemma: (quoted + _USUAL * usual) / (number + _USUAL)
        for lemma, (quoted, number) in numbers.items()
    }
    return {
        lemma: math.log(share / (1 - share)) - math.log(usual / (1 - usual))
        for lemma, share in shares.items()
    }


def folded(weights: Mapping[str, float], quoting: Mapping[str, float]) -> dict[str, float]:
    """The weights with what quoting tells made part of each lemma's; what is near 0 left out."""
    slope = weights[_QUOTING]
    found = {name: weight for name, weight in weights.items() if name != _QUOTING}
    for lemma, odds in quoting.items():
        found[_LEMMA + lemma] = found.get(_LEMMA + lemma, 0.0) + slope * odds
    return {
        name: round(weight, 3)
        for name, weight in found.items()
        if abs(weight) >= _LEAST or name == INTERCEPT
    }


def _values(one: Judged, quoting: Mapping[str, float]) -> dict[str, float]:
    lemmas = (name.removeprefix(_LEMMA) for name in one.found if name.startswith(_LEMMA))
    odds = sum(quoting.get(lemma, 0.0) for lemma in lemmas)
    return counted(one.found) | {_QUOTING: odds}


def _report(judged: Sequence[Judged], chances: Sequence[float]) -> None:
    right = [one.right for one in judged]
    print(f"{len(judged)} claims, {sum(right)} of them statements")
    print(f"by class: {_figures([one.by_class for one in judged], right)}")
    print(f"learned:  {_figures([chance >= 0.5 for chance in chances], right)}")
    for line in reliability(chances, right):
        print(line)


def _figures(predicted: Sequence[bool], right: Sequence[bool]) -> str:
    both = sum(one and other for one, other in zip(predicted, right, strict=True))
    same = sum(one == other for one, other in zip(predicted, right, strict=True))
    return (
        f"right {same / len(right):.3f}, precision {both / sum(predicted):.3f}, "
        f"recall {both / sum(right):.3f}"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.fit_statements", description=__doc__
    )
    parser.add_argument("--gold", type=Path, required=True, help="the judged claims")
    parser.add_argument(
        "--texts", type=Path, action="append", required=True, help="folder of their articles"
    )
    parser.add_argument(
        "--annotated", type=Path, required=True, help="gold folder in which to count quotations"
    )
    out = Path("claims/extraction/cues") / FILE
    parser.add_argument("--out", type=Path, default=out, help="what to write")
    return parser


if __name__ == "__main__":
    main()
