"""How good comparing is on PolNeAR: copies of articles and of quotations, natural and made apart.

    python -m bench.quality.comparing CORPUS

CORPUS holds the gold folders ``train`` and ``dev``. Natural copies are those of
``tests/gold/comparing``, made ones edits of the corpus's own (`bench.made_up.copies`).
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from bench.made_up.copies import article_copies, quotation_copy
from claims.article import Article
from claims.comparison import (
    DAYS,
    CopyKind,
    Quoted,
    align,
    are_copies,
    are_run_together,
    body_of,
    compare,
    index_keys,
    is_slogan,
    likely,
    promising,
    quoted,
    quoted_pieces,
    sampled,
    shared_keys,
    shingles,
    telling,
    weight_of,
    worth_asking,
)
from claims.quotations.find import find_quotations, paragraphs_of
from claims.reading import read_article
from claims.scoring import gold_articles, read_gold

GOLD: Final = Path(__file__).parents[2] / "tests" / "gold" / "comparing"
MADE_QUOTATIONS: Final = 500
_LEAST_WORDS: Final = 8
_SURNAME: Final = re.compile(r"[A-Z][\w’'-]+")


class Stories:
    """An archive of articles by their sampled shingles, as a database holds it."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        self.names = list(bodies)
        self.whole = [shingles(body) for body in bodies.values()]
        self.samples = [sampled(found) for found in self.whole]
        self._holders: dict[int, list[int]] = defaultdict(list)
        for at, sample in enumerate(self.samples):
            for shingle in sample:
                self._holders[shingle].append(at)
        self._spread = {shingle: len(held) for shingle, held in self._holders.items()}
        self._sizes = {at: len(sample) for at, sample in enumerate(self.samples)}

    def copies(self, body: str) -> set[str]:
        """The names of the articles that a body is a copy of."""
        whole = shingles(body)
        sample = sampled(whole)
        shared = Counter(
            at for each in telling(sample, self._spread) for at in self._holders.get(each, ())
        )
        found = likely(len(sample), self._sizes, shared)
        return {self.names[at] for at in found if are_copies(whole, self.whole[at])}


@dataclass(frozen=True)
class CorpusQuotation:
    """A quotation of the corpus."""

    article: str
    event: str
    source: str
    words: Quoted

    @property
    def day(self) -> date:
        """When its article was published, as its name says."""
        return date.fromisoformat(self.article.split("_")[1])

    @property
    def surname(self) -> str | None:
        """The last word of its source that is a name."""
        names = _SURNAME.findall(self.source)
        return names[-1] if names else None

    def is_near(self, other: CorpusQuotation) -> bool:
        """Whether speaker or time make a copy likely."""
        close = abs((self.day - other.day).days) <= DAYS
        return close or self.surname == other.surname is not None


class Quotations:
    """An archive of quotations by their keys."""

    def __init__(self, said: Iterable[CorpusQuotation]) -> None:
        self.said = list(said)
        self._holders: dict[int, list[int]] = defaultdict(list)
        speakers: dict[int, set[str]] = defaultdict(set)
        for at, each in enumerate(self.said):
            for key in index_keys(each.words.keys):
                self._holders[key].append(at)
                if each.surname:
                    speakers[key].add(each.surname)
        self._weights = {at: weight_of(each.words.keys) for at, each in enumerate(self.said)}
        self.speakers = {key: len(found) for key, found in speakers.items()}

    def candidates(self, words: Quoted) -> list[int]:
        """Which of the quotations to compare with some words."""
        spread = {key: len(self._holders.get(key, ())) for key in index_keys(words.keys)}
        shared: dict[int, set[int]] = defaultdict(set)
        for key in worth_asking(spread):
            for at in self._holders[key]:
                shared[at].add(key)
        return promising(words, shared, self._weights)


def main(corpus: Path) -> None:
    """Prints all figures."""
    read = [
        (read_article(gold.path), gold.annotation)
        for part in ("train", "dev")
        for gold in gold_articles(corpus / part)
    ]
    _stories({Path(article.path).name: body_of(article) for article, _ in read})
    archive = Quotations(said for article, path in read for said in _said(article, path))
    _natural_quotations(archive)
    _made_quotations(archive)


def _stories(bodies: Mapping[str, str]) -> None:
    archive, chance = Stories(bodies), random.Random(11)
    gold = {frozenset(pair) for pair in json.loads((GOLD / "stories.json").read_text("utf-8"))}
    found = {
        frozenset({name, other})
        for name, body in bodies.items()
        for other in archive.copies(body) - {name}
    }
    print(f"articles {len(bodies)}, natural copies {len(gold)}", end=": ")
    print(f"found {len(found & gold)}, false {len(found - gold)}")
    hits: Counter[str] = Counter()
    for name, body in bodies.items():
        for edit, text in article_copies(body, bodies[chance.choice(archive.names)], chance):
            hits[edit] += name in archive.copies(text)
    for edit, count in hits.items():
        print(f"  {edit}: {count} of {len(bodies)} ({count / len(bodies):.3f})")


def _said(article: Article, annotation: Path) -> Iterator[CorpusQuotation]:
    bounds = [(part.start, part.end) for part in article.segments]
    inside = find_quotations(article.text, paragraphs_of(bounds, article.text))
    for each in read_gold(annotation):
        words = quoted(article.text, quoted_pieces(each.content, inside))
        if words.words:
            source = " ".join(article.text[span.start : span.end] for span in each.source)
            yield CorpusQuotation(Path(article.path).name, each.event, source, words)


def _natural_quotations(archive: Quotations) -> None:
    quotation_of = {(said.article, said.event): said for said in archive.said}
    right: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for *both, label in json.loads((GOLD / "quotations.json").read_text("utf-8")):
        left, right_one = quotation_of[both[0], both[1]], quotation_of[both[2], both[3]]
        counts[label] += 1
        copy = compare(left.words, right_one.words, nearby=left.is_near(right_one))
        if copy and copy.sure and not is_slogan(shared_keys(copy.alignment), archive.speakers):
            right[label] += 1
    shown = sum(right.values())
    print(f"natural quotations {dict(counts)}: shown {dict(right)}", end=", ")
    print(f"precision {right['copy'] / shown:.3f}, recall {right['copy'] / counts['copy']:.3f}")


def _made_quotations(archive: Quotations) -> None:
    chance = random.Random(5)
    written = {
        at: words
        for at, said in enumerate(archive.said)
        if len(words := _written(said.words)) >= _LEAST_WORDS
    }
    indices = list(written)
    made, found = Counter[CopyKind](), Counter[CopyKind]()
    named: Counter[CopyKind] = Counter()
    for kind in CopyKind:
        for at in chance.sample(indices, MADE_QUOTATIONS):
            other = written[chance.choice(indices)]
            copy = quoted(quotation_copy(kind, written[at], other, chance))
            candidates = archive.candidates(copy)
            made[kind] += 1
            result = (
                compare(archive.said[at].words, copy, nearby=True) if at in candidates else None
            )
            if result and result.sure:
                found[kind] += 1
                named[kind] += kind is _kind(archive, at, copy, result.kind, candidates)
    for kind in CopyKind:
        print(f"  made, {kind}: found {found[kind]} of {made[kind]}, kind right {named[kind]}")
    total = sum(found.values())
    print(
        f"  recall {total / sum(made.values()):.3f}, kind right {sum(named.values()) / total:.3f}"
    )
    _strangers(archive)


def _kind(
    archive: Quotations, at: int, copy: Quoted, kind: CopyKind, candidates: list[int]
) -> CopyKind:
    """The kind of a copy once it is known what else stands in it."""
    original = archive.said[at].words
    if kind is CopyKind.CUT and len(copy.words) > len(original.words):
        part = align(copy, original)
        for other in candidates:
            if other != at and are_run_together(part, align(copy, archive.said[other].words)):
                return CopyKind.MERGED
    return kind


def _strangers(archive: Quotations) -> None:
    """How many pairs of other articles that share four words in a row are taken for copies."""
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, said in enumerate(archive.said):
        for run in _fours(said.words):
            by_words[run].append(at)
    pairs = {
        (one, other)
        for held in by_words.values()
        if len(held) < 40
        for one in held
        for other in held
        if one < other and archive.said[one].article != archive.said[other].article
    }
    apart = sorted(pair for pair in pairs if _containment(archive, *pair) < 0.5)
    false = 0
    for one, other in apart:
        left, right = archive.said[one], archive.said[other]
        copy = compare(left.words, right.words, nearby=left.is_near(right))
        false += bool(copy and copy.sure)
    print(f"  hard negatives {len(apart)}: taken for copies {false}")


def _fours(words: Quoted) -> set[tuple[str, ...]]:
    return {tuple(words.keys[at : at + 4]) for at in range(len(words.keys) - 3)}


def _containment(archive: Quotations, one: int, other: int) -> float:
    left, right = _fours(archive.said[one].words), _fours(archive.said[other].words)
    return len(left & right) / min(len(left), len(right))


def _written(words: Quoted) -> list[str]:
    """The words with their punctuation, without what interrupts them."""
    starts = [0, *sorted(words.breaks)]
    return [
        word
        for start, end in zip(starts, [*starts[1:], len(words.words)], strict=True)
        for word in words.text[words.words[start].start : words.words[end - 1].end].split()
    ]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
