"""``python -m claims.training.rank_speakers``: the weights by which speakers are chosen.

Learns from articles whose speakers are known (PolNeAR dev, ``tests/gold``) whom a pronoun or a
description means among the article's persons, from articles whose affiliations are known whom a
description means, from coreference chains (GUM) whom "he" and "she" mean, and, from further
articles of a corpus, from pronouns that only one person can mean by gender, with the gender taken
out. Writes ``claims/extraction/speakers/ranker.json`` and prints how good the choices are by
articles that the weights did not learn from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from spacy.tokens import Doc

from claims.claim import ClaimType
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.document.analysis import analysis
from claims.extraction.document.attribution import Attribution
from claims.extraction.document.ranges import Door
from claims.extraction.mentions.component import add_mentions
from claims.extraction.mentions.gender_hints import PERSONAL
from claims.extraction.pipeline import Extractor
from claims.extraction.speakers.component import SpeakerResolver
from claims.extraction.speakers.ranker import (
    ASIDE,
    DESCRIPTION,
    PRONOUN,
    PersonCandidate,
    Ranker,
    Taken,
)
from claims.reading import read_article
from claims.scoring import GoldArticle, gold_articles, read_gold
from claims.scoring.agreement.names import comparable
from claims.scoring.files.affiliations_file import read_affiliations
from claims.scoring.files.gold import GoldAttribution
from claims.scoring.files.speakers_file import GoldSpeakers, read_speakers
from claims.training.answers import (
    Answers,
    Chains,
    answers_of,
    described,
    kept_apart,
    names_of,
    read_chained,
)
from claims.training.choices import Choice, cross_validated, fit, right_ones

Weights = Mapping[str, Mapping[str, float]]
_ROUNDS: Final = 3
_FOLDS: Final = 5
# What weights are without evidence, since examples are few: those of pronouns were set by hand
# before there was anything to learn from.
_HAND_SET: Final[Weights] = {
    PRONOUN: {
        "same sentence": 0.2,
        "one back": -0.5,
        "two back": -1.0,
        "further": -1.2,
        "subject": 0.9,
        "possessive": -0.5,
        "last speaker": 1.3,
        "spoke before": 0.5,
        "gender": 0.6,
        "frequency": 0.3,
        "parallel": 0.4,
        "unnamed": -1.5,
        "subject ahead": 2.0,
    },
    DESCRIPTION: {
        "fits": 2.0,
        "fits well": 0.5,
        "called so before": 2.0,
        "first voice after": 1.0,
        "last speaker": 0.8,
        "subject": 0.4,
        "gender": 0.5,
        "share": 1.0,
        "back": -0.8,
        "ahead": -0.8,
        "inside a claim": -0.5,
        "unexplained": -0.5,
        "prominent, before": 1.0,
        "no article, before": -0.5,
        "indefinite, after": -0.5,
        "always, before": -1.0,
        "always, after": -1.2,
        "beside": -1.0,
        "always, introduced": 1.0,
        "another introduced": -1.0,
    },
}
_PRIOR: Final[Weights] = {**_HAND_SET, ASIDE: _HAND_SET[DESCRIPTION]}
# What is said in passing is learned from sources too, which alone tell when nobody is meant.
_AS_WELL: Final = {PRONOUN: (), DESCRIPTION: (), ASIDE: (DESCRIPTION,)}
_STRENGTH: Final = 1.0


@dataclass
class Teacher(Ranker):
    """Chooses like its weights, but as gold tells where it does, and notes what it has seen.

    Args:
        answers: By token of a source, the comparable names of who is meant; none where the article
            names nobody.
        article: Number of the article.
        seen: What there is to learn from.
        resolver: Of the article; None to do without pronouns known by gender.
    """

    answers: Answers = field(default_factory=dict)
    article: int = 0
    seen: list[Choice] = field(default_factory=list)
    resolver: SpeakerResolver | None = None

    def best(self, kind: str, token: int, candidates: Sequence[PersonCandidate]) -> Taken:
        """As ``Ranker.best``, taught by the answers."""
        chosen = super().best(kind, token, candidates)
        if self.resolver is not None:
            self._note_by_gender(kind, token, self.resolver)
        names = self.answers.get(token)
        right = None if names is None else _right(kind, candidates, names)
        if right is None:
            return chosen
        self._note(kind, candidates, right)
        return Taken(candidates[right].cluster, 1.0)

    def _note(self, kind: str, candidates: Sequence[PersonCandidate], right: int) -> None:
        features = tuple(one.features for one in candidates)
        self.seen.append(Choice(kind, features, right, self.article))

    def _note_by_gender(self, kind: str, token: int, resolver: SpeakerResolver) -> None:
        """Note a pronoun that only one of several persons, all of known gender, can mean."""
        gender = PERSONAL.get(resolver.tokens.lower[token])
        if kind != PRONOUN or gender is None or token not in resolver.contents:
            return
        anybody = resolver.focus.candidates(token, None, resolver.contents[token])
        genders = [one.cluster.gender for one in anybody if one.cluster is not None]
        if len(genders) < 2 or None in genders or genders.count(gender) != 1:
            return
        features = tuple(
            {name: value for name, value in one.features.items() if name != "gender"}
            for one in anybody
        )
        right = genders.index(gender)
        self.seen.append(Choice(PRONOUN, features, right, self.article, masked=True))


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures and writes the weights."""
    options = _parser().parse_args(arguments)
    extractor = Extractor()
    known = [(one, corpus) for file, corpus in options.gold for one in read_speakers(file)]
    docs = [_document(extractor, corpus / "text" / one.article) for one, corpus in known]
    listed = [one for file, corpus in options.affiliations for one in listed(file, corpus)]
    stated = [(_document(extractor, path), one) for path, one in listed]
    named = {one.article for one, _ in known}
    named |= {one.article for file in options.without for one in read_speakers(file)}
    others = [one for one in gold_articles(options.corpus) if one.path.name not in named]
    further = [(_document(extractor, one.path), one) for one in others[:: options.every]]
    chained = [one for folder in options.chains for one in read_chained(folder, extractor)]
    learn(known, docs, further, chained, stated, options.out)


def learn(
    known: Sequence[tuple[GoldSpeakers, Path]],
    docs: Sequence[Doc],
    further: Sequence[tuple[Doc, GoldArticle]],
    chained: Sequence[tuple[Doc, Chains]],
    stated: Sequence[tuple[Doc, GoldSpeakers]],
    out: Path,
) -> None:
    """Fits the weights, prints the figures and writes the file.

    Args:
        known: Who speaks in some articles, with the gold folder of each.
        docs: Those articles, extracted from.
        further: Other articles, extracted from, with their attributions.
        chained: Others, with their coreference chains.
        stated: Others, with the affiliations of everybody whom they name.
        out: What to write.
    """
    marked = [read_gold(corpus / "attributions" / one.annotation) for one, corpus in known]
    speakers = [one for one, _ in known]
    weights, choices, others = taught(speakers, docs, marked, further, chained, stated)
    for line in _report(choices, others, weights):
        print(line)
    text = json.dumps({"weights": weights}, indent=1, sort_keys=True)
    out.write_text(text + "\n", encoding="utf-8")


def taught(
    known: Sequence[GoldSpeakers],
    docs: Sequence[Doc],
    marked: Sequence[Sequence[GoldAttribution]],
    further: Sequence[tuple[Doc, GoldArticle]] = (),
    chained: Sequence[tuple[Doc, Chains]] = (),
    stated: Sequence[tuple[Doc, GoldSpeakers]] = (),
) -> tuple[Weights, list[Choice], list[Choice]]:
    """Weights, and the choices by gold, and by chains and gender, that they were fitted to.

    Args:
        known: Who speaks in some articles.
        docs: Those articles, extracted from.
        marked: Their attributions.
        further: Other articles, extracted from, with their attributions.
        chained: Others, with their coreference chains.
        stated: Others, with the affiliations of everybody whom they name.
    """
    weights: Weights = _PRIOR
    for _ in range(_ROUNDS):
        choices = _by_gold(weights, known, docs, marked)
        choices += by_affiliations(weights, stated, len(known))
        others = [*_by_chain(weights, chained), *_by_gender(weights, further)]
        weights = {
            kind: fit(_of([kind, *_AS_WELL[kind]], [*choices, *others]), prior, _STRENGTH)
            for kind, prior in _PRIOR.items()
        }
    return weights, choices, others


def _report(choices: Sequence[Choice], others: Sequence[Choice], weights: Weights) -> Iterator[str]:
    yield "| choice | examples | prior guess | unseen articles | seen articles |"
    yield "|---|---|---|---|---|"
    for kind, prior in _PRIOR.items():
        mine = _of([kind], choices)
        more = [*_of([kind], others), *_of(_AS_WELL[kind], choices)]
        unseen = cross_validated(mine, more, prior, _STRENGTH, _FOLDS)
        guess, seen = right_ones(mine, prior), right_ones(mine, weights[kind])
        yield f"| {kind} | {len(mine)} | {guess} | {unseen} | {seen} |"
    by_gold = fit(_of([PRONOUN], choices), _PRIOR[PRONOUN], _STRENGTH)
    for name, masked in (("chains", False), ("gender", True)):
        mine = [one for one in others if one.masked is masked]
        guess, unseen, seen = (
            right_ones(mine, one) for one in (_PRIOR[PRONOUN], by_gold, weights[PRONOUN])
        )
        yield f"| pronoun, by {name} | {len(mine)} | {guess} | {unseen} | {seen} |"


def _of(kinds: Collection[str], choices: Sequence[Choice]) -> list[Choice]:
    return [one for one in choices if one.kind in kinds]


def listed(file: Path, corpus: Path) -> Iterator[tuple[Path, GoldSpeakers]]:
    """The articles of an affiliations file to learn from, and what they state."""
    for one in read_affiliations(file, corpus):
        if one.use == "learn":
            yield corpus / "text" / one.stated.article, one.stated


def _document(extractor: Extractor, path: Path) -> Doc:
    return extractor.document(read_article(path))


def _by_gold(
    weights: Weights,
    known: Sequence[GoldSpeakers],
    docs: Sequence[Doc],
    marked: Sequence[Sequence[GoldAttribution]],
) -> list[Choice]:
    """What the articles with known speakers teach, in their order."""
    seen: list[Choice] = []
    for number, (one, doc, golds) in enumerate(zip(known, docs, marked, strict=True)):
        teacher = Teacher(weights, article=number, seen=seen)
        resolver = _resolver(doc, golds, teacher)
        speeches = {speech.event: speech for speech in one.speeches}
        for gold in golds:
            speech = speeches.get(gold.event)
            if speech is not None and speech.speaker is not None and gold.source:
                names = names_of(speech.speaker)
                first, last = gold.source[0].start, gold.source[-1].end
                teacher.answers |= dict.fromkeys(range(*resolver.tokens.find(first, last)), names)
        apart = kept_apart(resolver.tokens, resolver.clusters, one)
        teacher.answers = apart | teacher.answers
        resolver.resolve()
    return seen


def by_affiliations(
    weights: Weights, stated: Sequence[tuple[Doc, GoldSpeakers]], first: int
) -> list[Choice]:
    """What descriptions teach where every affiliation is known; articles number from ``first``."""
    seen: list[Choice] = []
    for number, (doc, known) in enumerate(stated, first):
        teacher = Teacher(weights, article=number, seen=seen)
        found = analysis(add_affiliations(add_mentions(doc)))
        teacher.answers = described(found.named.tokens, known)
        SpeakerResolver(found.named, found.attributions, teacher).resolve()
    return seen


def _by_chain(weights: Weights, chained: Sequence[tuple[Doc, Chains]]) -> list[Choice]:
    """What pronouns teach whose chain has a name."""
    seen: list[Choice] = []
    for number, (doc, chains) in enumerate(chained):
        teacher = Teacher(weights, article=number, seen=seen)
        found = analysis(add_affiliations(add_mentions(doc)))
        teacher.answers = answers_of(found.named.tokens, chains)
        SpeakerResolver(found.named, found.attributions, teacher).resolve()
    return seen


def _by_gender(weights: Weights, further: Sequence[tuple[Doc, GoldArticle]]) -> list[Choice]:
    """What pronouns known by their gender teach in articles whose speakers nobody told."""
    seen: list[Choice] = []
    for number, (doc, article) in enumerate(further):
        teacher = Teacher(weights, article=number, seen=seen)
        teacher.resolver = _resolver(doc, read_gold(article.annotation), teacher)
        teacher.resolver.resolve()
    return seen


def _resolver(doc: Doc, marked: Iterable[GoldAttribution], teacher: Teacher) -> SpeakerResolver:
    """Resolves the sources that gold marks, knowing no more of the names than the text tells."""
    door = Door(doc)
    attributions = [_attribution(door, gold) for gold in marked]
    fresh: Doc = add_affiliations(add_mentions(doc))
    return SpeakerResolver(analysis(fresh).named, attributions, teacher)


def _attribution(door: Door, gold: GoldAttribution) -> Attribution:
    """A marked attribution as extraction would have found it."""
    content, cue, source = (
        tuple(map(door.tokens, sorted(part))) for part in (gold.content, gold.cue, gold.source)
    )
    return Attribution(ClaimType.INDIRECT, content, cue, source, None, 1.0)


def _right(
    kind: str, candidates: Sequence[PersonCandidate], names: frozenset[tuple[str, ...]]
) -> int | None:
    """Which candidate gold names; None where it is none of them."""
    if not names and kind != PRONOUN:
        return next((i for i, one in enumerate(candidates) if one.cluster is None), None)
    for number, one in enumerate(candidates):
        if one.cluster is not None and comparable(one.cluster.name) in names:
            return number
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.rank_speakers", description=__doc__
    )
    parser.add_argument(
        "--gold",
        nargs=2,
        type=Path,
        action="append",
        required=True,
        metavar=("SPEAKERS", "CORPUS"),
        help="a speakers file and the gold folder with its articles; may be repeated",
    )
    parser.add_argument(
        "--affiliations",
        nargs=2,
        type=Path,
        action="append",
        default=[],
        metavar=("AFFILIATIONS", "CORPUS"),
        help="an affiliations file and the gold folder with its articles; may be repeated",
    )
    parser.add_argument(
        "--chains",
        type=Path,
        action="append",
        default=[],
        help="folder with coreference chains; may be repeated",
    )
    parser.add_argument(
        "--corpus", type=Path, required=True, help="gold folder to learn from pronouns by gender"
    )
    parser.add_argument(
        "--without",
        type=Path,
        action="append",
        default=[],
        help="speakers file of articles to learn nothing from",
    )
    parser.add_argument(
        "--every", type=int, default=2, help="take every Nth of the other articles by gender"
    )
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    return parser


if __name__ == "__main__":
    main()
