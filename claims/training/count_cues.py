"""Count on annotated articles how often each cue in each construction is an attribution.

    python -m claims.training.count_cues CORPUS [OUTPUT]

CORPUS is a gold folder (``text/`` and ``attributions/`` in brat standoff); the shipped file was
counted on the training articles of PolNeAR (Newell, Margolin, Ruths, LREC 2018). OUTPUT is the
lexicon beside this module unless given. What is kept are counts and weights, no text: shares of
construction and lemma, seen at least twice, smoothed towards their construction, and a logistic
regression of those shares (each article's own marks left out) with the names of ``context``.
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spacy.tokens import Doc

from claims.article import Segment, SegmentKind
from claims.claim import Span
from claims.extraction.components import AFTER_MODEL
from claims.extraction.document.analysis import analysis
from claims.extraction.document.candidate import Candidate
from claims.extraction.document.ranges import Range
from claims.extraction.parsing.repair import mend
from claims.extraction.pipeline import DEFAULT_MODEL, build_pipeline
from claims.extraction.rules import log_odds as shipped
from claims.extraction.rules.adjacent_quotations import cues_beside
from claims.extraction.rules.enumerate import Page
from claims.extraction.rules.features import context
from claims.extraction.rules.log_odds import FILE, LEAST, USUAL_LEMMA
from claims.logistic import log_odds
from claims.scoring import GoldAttribution, gold_articles, read_article_text, read_gold

# Strength of the construction's share as a prior, in occurrences.
_PRIOR_WEIGHT: Final = 2.0
_MIN_PAIR: Final = 2
_MIN_CONSTRUCTION: Final = 5
_MIN_CONTEXT: Final = 30
# Constructions that the annotators' guidelines name but that are too rare in the articles to count.
_ASSUMED: Final = {"signature": 0.8}
# The same for cues: each attributes at least so often, whatever little was counted.
_ASSUMED_PAIRS: Final = {
    ("in_n", "word"): 0.8,
    ("in_n", "opinion"): 0.8,
    ("in_n", "view"): 0.8,
    ("in_n", "estimation"): 0.8,
    ("in_n", "telling"): 0.8,
    ("with", "take issue"): 0.8,
    ("with", "take exception"): 0.8,
    ("at", "take aim"): 0.7,
    ("on", "cast doubt"): 0.7,
    ("object_to", "beg"): 0.6,
    ("object_to", "implore"): 0.7,
    ("object_to", "beseech"): 0.7,
    ("pass_for", "blame"): 0.5,
    ("pass", "report"): 0.5,
    ("n_that/none", "warning"): 0.6,
    ("n_that/verb", "fear"): 0.6,
    ("transcript", ":"): 0.8,
}
# Constructions of reporting verbs; their counts support each other.
_REPORTING: Final = ("that", "clause", "insert", "aside", "quote_before", "quote_after")
# The share of a construction too rare to have one.
_UNUSUAL: Final = 0.02
_EPOCHS: Final = 8
_RATE: Final = 0.05
_MATCH: Final = 0.5

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Observation:
    """One candidate of one article, and whether an annotator marked it."""

    lemma: str
    construction: str
    context: tuple[str, ...]
    marked: bool
    nested: bool = False


class Counts:
    """How many candidates there were, and how many were marked, by construction and lemma.

    An empty lemma counts the construction as a whole.
    """

    def __init__(self) -> None:
        self.seen: Counter[Key] = Counter()
        self.marked: Counter[Key] = Counter()

    def add(self, key: Key, marked: int, seen: int = 1) -> None:
        self.seen[key] += seen
        self.marked[key] += marked

    def share(self, key: Key, prior: float, weight: float) -> float:
        return (self.marked[key] + weight * prior) / (self.seen[key] + weight)


def _pool(construction: str) -> str:
    """The constructions whose counts support each other's, by a common name; empty if none."""
    if construction in _REPORTING:
        return "report"
    return "n_that" if construction.startswith("n_that/") else ""


class _Shares:
    """Shares of pairs, smoothed: a verb that reports in one place reports in the others too.

    Args:
        pairs: Counts by construction and lemma.
        usual: Each construction's own share.
    """

    def __init__(self, pairs: Counts, usual: dict[str, float]) -> None:
        self.pairs, self.usual = pairs, usual
        self.pooled = Counts()
        self.lemmas = Counts()
        for (name, lemma), count in pairs.seen.items():
            self.lemmas.add(("", lemma), pairs.marked[name, lemma], count)
            if _pool(name):
                self.pooled.add((_pool(name), lemma), pairs.marked[name, lemma], count)

    def known(self) -> Iterator[Key]:
        """Pairs seen often enough, in their own construction or in the reporting ones."""
        for (name, lemma), count in self.pairs.seen.items():
            if name in self.usual and not _pool(name) and count >= _MIN_PAIR:
                yield name, lemma
        for (pool, lemma), count in self.pooled.seen.items():
            if count >= _MIN_PAIR:
                yield from ((name, lemma) for name in self.usual if _pool(name) == pool)

    def share(self, key: Key, without: _Shares | None = None) -> float:
        """The pair's share, leaving out what ``without`` counted."""
        prior = self.usual.get(key[0], _UNUSUAL)
        pool = _pool(key[0])
        if pool:
            prior = self._smoothed(
                self.pooled, (pool, key[1]), prior, without.pooled if without else None
            )
        counted = self._smoothed(self.pairs, key, prior, without.pairs if without else None)
        return max(counted, _ASSUMED_PAIRS.get(key, 0.0))

    def lemma_share(self, lemma: str, prior: float, without: _Shares | None = None) -> float:
        """The lemma's share in any construction, leaving out what ``without`` counted."""
        return self._smoothed(self.lemmas, ("", lemma), prior, without.lemmas if without else None)

    @staticmethod
    def _smoothed(counts: Counts, key: Key, prior: float, out: Counts | None) -> float:
        seen, marked = counts.seen[key], counts.marked[key]
        if out is not None:
            seen, marked = seen - out.seen[key], marked - out.marked[key]
        return (marked + _PRIOR_WEIGHT * prior) / (seen + _PRIOR_WEIGHT)


def build(articles: Iterable[list[Observation]]) -> dict[str, object]:
    """The lexicon's fields from the observations of each article."""
    rows = list(articles)
    pairs, constructions, rare = Counts(), Counts(), Counts()
    for one in (one for row in rows for one in row):
        pairs.add((one.construction, one.lemma), one.marked)
        constructions.add((one.construction, ""), one.marked)
    for (name, lemma), count in pairs.seen.items():
        if count <= _MIN_PAIR:
            rare.add((name, ""), pairs.marked[name, lemma], count)
    usual = {
        key[0]: constructions.share(key, 0.1, 1.0)
        for key, count in sorted(constructions.seen.items())
        if count >= _MIN_CONSTRUCTION
    }
    model = _Shares(pairs, usual)
    shares: dict[str, dict[str, float]] = {name: {} for name in usual}
    for name, lemma in sorted({*model.known(), *(k for k in _ASSUMED_PAIRS if k[0] in usual)}):
        shares[name][lemma] = round(model.share((name, lemma)), 3)
    priors = {
        name: round(rare.share((name, ""), min(share, 0.2), 1.0), 3)
        for name, share in usual.items()
    }
    priors |= {name: share for name, share in _ASSUMED.items() if name not in usual}
    lemmas = {
        lemma: round(model.lemma_share(lemma, USUAL_LEMMA), 3)
        for (_, lemma), count in sorted(model.lemmas.seen.items())
        if count >= _MIN_PAIR
    }
    shifts, (slope, lemma_slope, intercept) = _fit(rows, model)
    return {
        "lemmas": lemmas,
        "pairs": shares,
        "priors": priors,
        "shifts": shifts,
        "slope": slope,
        "lemma_slope": lemma_slope,
        "intercept": intercept,
    }


def _fit(rows: list[list[Observation]], model: _Shares) -> tuple[dict[str, float], list[float]]:
    """Logistic regression by stochastic gradient steps whose size adapts to each weight.

    Returns the weights of the names, then both slopes and the intercept.
    """
    names = Counter(name for row in rows for one in row for name in one.context)
    known = sorted(name for name, count in names.items() if count >= _MIN_CONTEXT)
    index = {name: at + 3 for at, name in enumerate(known)}
    examples = [
        (odds, [2, *(index[name] for name in set(one.context) if name in index)], one.marked)
        for row in rows
        for one, odds in _left_out(row, model)
    ]
    weights = [1.0] + [0.0] * (len(known) + 2)
    moved = [0.01] * len(weights)
    shuffled = random.Random(0)
    for _ in range(_EPOCHS):
        shuffled.shuffle(examples)
        for odds, on, marked in examples:
            total = weights[0] * odds[0] + weights[1] * odds[1] + sum(weights[i] for i in on)
            error = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) - marked
            for i, value in ((0, odds[0]), (1, odds[1]), *((i, 1.0) for i in on)):
                step = error * value
                moved[i] += step * step
                weights[i] -= _RATE * step / math.sqrt(moved[i])
    shifts = {name: round(weights[at], 3) for name, at in index.items()}
    return shifts, [round(weight, 3) for weight in weights[:3]]


def _left_out(
    row: list[Observation], model: _Shares
) -> Iterator[tuple[Observation, tuple[float, float]]]:
    """Each candidate with its pair's and its lemma's log odds, without its own article."""
    own = Counts()
    for one in row:
        own.add((one.construction, one.lemma), one.marked)
    without = _Shares(own, {})
    for one in row:
        pair = model.share((one.construction, one.lemma), without)
        lemma = model.lemma_share(one.lemma, USUAL_LEMMA, without)
        yield one, (log_odds(pair, LEAST), log_odds(lemma, LEAST))


def observe(doc: Doc, gold: Iterable[GoldAttribution]) -> list[Observation]:
    """The candidates of one parsed article, with whether the annotators marked them."""
    mend(doc)
    page = Page(doc)
    marks = [
        (
            _words(doc, _ranges(doc, one.content)),
            {i for span in _ranges(doc, one.cue) for i in range(*span)},
            _words(doc, _ranges(doc, one.source)),
        )
        for one in gold
    ]
    found = []
    for candidate in page.candidates():
        if page.quote_of[candidate.head] < 0:
            content, source = _words(doc, candidate.content), _source_words(doc, candidate)
            marked = any(
                len(content & c) >= _MATCH * len(content | c) and _agree(source, s)
                for c, _, s in marks
            )
            if marked or not any(candidate.head in c for c, _, _ in marks):
                found.append(_observation(page, candidate, marked))
            else:
                found.append(_observation(page, candidate, marked, nested=True))
    for beside in cues_beside(page):
        for candidate in beside:
            content = _words(doc, candidate.content)
            marked = any(candidate.head in cue and content & c for c, cue, _ in marks)
            found.append(_observation(page, candidate, marked))
    return found


def _observation(
    page: Page, candidate: Candidate, marked: bool, nested: bool = False
) -> Observation:
    around = tuple(context(page.tree, candidate))
    return Observation(candidate.lemma, candidate.construction, around, marked, nested)


def _agree(source: set[int], marked: set[int]) -> bool:
    return bool(source & marked) or not (source or marked)


def _source_words(doc: Doc, candidate: Candidate) -> set[int]:
    return set() if candidate.source is None else _words(doc, [candidate.source])


def _words(doc: Doc, ranges: Iterable[Range]) -> set[int]:
    return {i for a, b in ranges for i in range(a, b) if not (doc[i].is_punct or doc[i].is_space)}


def _ranges(doc: Doc, spans: Iterable[Span]) -> list[Range]:
    found = (doc.char_span(s.start, s.end, alignment_mode="expand") for s in spans)
    return [(span.start, span.end) for span in found if span is not None]


def parsed(corpus: Path) -> Iterator[tuple[Doc, tuple[GoldAttribution, ...]]]:
    """The articles of a gold folder, parsed as the pipeline does, every line a paragraph."""
    nlp = build_pipeline(DEFAULT_MODEL, None)
    later = [component.name for component in AFTER_MODEL]
    wanted = [name for name in nlp.pipe_names if name not in later]
    articles = list(gold_articles(corpus))
    docs = []
    with nlp.select_pipes(enable=wanted):
        for article in articles:
            doc = nlp.make_doc(read_article_text(article.path))
            analysis(doc).segments = tuple(_lines(doc.text))
            docs.append(doc)
        for article, doc in zip(articles, nlp.pipe(docs), strict=True):
            yield doc, read_gold(article.annotation)


def _lines(text: str) -> Iterator[Segment]:
    at = 0
    for line in text.split("\n"):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            yield Segment(SegmentKind.PARAGRAPH, start, at + len(line.rstrip()))
        at += len(line) + 1


def main(arguments: list[str]) -> None:
    """Write the lexicon; see the module's docstring for the arguments."""
    if not 1 <= len(arguments) <= 2:
        sys.exit("usage: python -m claims.training.count_cues CORPUS [OUTPUT]")
    output = Path(arguments[1]) if len(arguments) > 1 else Path(shipped.__file__).with_name(FILE)
    articles = (observe(doc, gold) for doc, gold in parsed(Path(arguments[0])))
    # What stands inside another's content was never marked, whatever it is.
    fields = build([one for one in row if not one.nested] for row in articles)
    output.write_text(json.dumps(fields, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
