"""``python -m claims.training.fit_speaker_confidence``: confidences of names and affiliations.

Extracts from articles whose speakers, or whose affiliations, are known, compares what is given to
each claim and to each person with what the gold says, and fits the weights of
``claims/extraction/speaker_confidence``. Prints how the chances hold, in each gold, on articles
that the weights did not learn from.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from spacy.tokens import Doc

from claims.claim import Affiliation, Claim, Speaker, SpeakerKind
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.affiliations.repeats import covers
from claims.extraction.document.analysis import analysis
from claims.extraction.document.clusters import MentionCluster
from claims.extraction.document.ranges import Door
from claims.extraction.mentions.component import add_mentions
from claims.extraction.pipeline import Extractor
from claims.extraction.speaker_confidence.affiliation_signs import affiliation_signs
from claims.extraction.speaker_confidence.confidence import Signs, levelled
from claims.extraction.speakers.component import SpeakerResolver
from claims.extraction.speakers.ranker import Ranker
from claims.logistic import chance, log_odds
from claims.reading import read_article
from claims.scoring import read_gold
from claims.scoring.agreement.agreement import match_contents
from claims.scoring.agreement.names import comparable, phrases_agree
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.files.gold import GoldAttribution
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers, read_speakers
from claims.scoring.speakers import all_names
from claims.scoring.tally import token_sets
from claims.training.logistic import Example, fit, unseen
from claims.training.rank_speakers import listed, taught
from claims.training.reliability import reliability

ClaimsOf = Callable[[Doc], Sequence[Claim]]
_FOLDS: Final = 5
_STRENGTH: Final = 2.0
_BAND: Final = 50
_RARE: Final = 10
_KINDS: Final = ("name", "affiliation")
# Rules of names were made while reading the articles that this learns from, of whose names .918
# are right; in 40 articles that no rule was made from .889. By so much log odds are lower there.
_ELSEWHERE: Final = {"name": -0.33, "affiliation": 0.0}


@dataclass(frozen=True, slots=True)
class Marked:
    """An article to learn from.

    Args:
        file: Of its gold.
        known: Who speaks in it, or everybody whom it names.
        doc: The article, extracted from.
        marked: Its attributions; None where the gold is of affiliations alone.
        affiliated: Whether the gold has affiliations.
    """

    file: str
    known: GoldSpeakers
    doc: Doc
    marked: Sequence[GoldAttribution] | None = None
    affiliated: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of extraction, and whether it is right.

    Args:
        kind: "name" or "affiliation".
        example: What is learned from it: its signs, and whether it is right by the gold.
        named: Whether the answer is a name, and not the words of a description.
        file: Which gold tells; golds differ in what they list.
    """

    kind: str
    example: Example
    named: bool = True
    file: str = ""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures and writes the weights."""
    options = _parser().parse_args(arguments)
    extractor = Extractor()
    articles = []
    golds = [(*one, True) for one in options.gold] + [(*one, False) for one in options.names]
    for file, corpus, affiliated in golds:
        for known in read_speakers(file):
            doc = extractor.document(read_article(corpus / "text" / known.article))
            marked = read_gold(corpus / "attributions" / known.annotation)
            articles.append(Marked(str(file), known, doc, marked, affiliated))
    for file, corpus in options.affiliations:
        for path, known in listed(file, corpus):
            articles.append(Marked(str(file), known, extractor.document(read_article(path))))
    learn([*answers_in(articles, extractor.claims)], options.out)


def answers_in(articles: Sequence[Marked], claims_of: ClaimsOf) -> Iterator[Answer]:
    """What articles teach, each told by a ranker that has not learned from it.

    Args:
        articles: To learn from.
        claims_of: Reads the claims off what was extracted.
    """
    for fold in range(_FOLDS):
        others = [one for number, one in enumerate(articles) if number % _FOLDS != fold]
        spoken = [(one.known, one.doc, one.marked) for one in others if one.marked is not None]
        stated = [(one.doc, one.known) for one in others if one.marked is None]
        known, docs, marked = zip(*spoken, strict=True)
        weights, *_ = taught(known, docs, marked, stated=stated)
        for number in range(fold, len(articles), _FOLDS):
            yield from answers_of(articles[number], claims_of, number, Ranker(weights))


def learn(answers: Sequence[Answer], out: Path) -> None:
    """Fits the weights, prints how the chances hold in each gold, and writes the file."""
    fitted = {}
    for kind in _KINDS:
        mine = _without_rare([one for one in answers if one.kind == kind])
        examples = [one.example for one in mine]
        said = unseen(examples, _STRENGTH, _FOLDS)
        shift = _ELSEWHERE[kind]
        chances = _held_out(mine, said, shift)
        least = _least(kind, examples, chances)
        weights = {name: round(one, 3) for name, one in fit(examples, _STRENGTH).items()}
        fitted[kind] = {"weights": weights, "least": least, "levels": levels(mine, said, shift)}
        print(f"{kind}: {len(mine)} answers, least {least}")
        for file in ("", *sorted({one.file for one in mine})):
            named = [
                (sure, one.example.right)
                for one, sure in zip(mine, chances, strict=True)
                if one.named and file in ("", one.file)
            ]
            print(f"{kind}, {file or 'all'}")
            for line in reliability(*zip(*named, strict=True)):
                print(line)
    out.write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def _without_rare(answers: Sequence[Answer]) -> list[Answer]:
    """The answers without signs that so few of them have that it may be chance what they tell."""
    seen = Counter(sign for one in answers for sign in one.example.signs)
    return [
        replace(one, example=replace(one.example, signs=kept))
        for one in answers
        for kept in [{k: v for k, v in one.example.signs.items() if seen[k] >= _RARE}]
    ]


def levels(
    answers: Sequence[Answer], said: Sequence[float], shift: float = 0.0
) -> list[tuple[float, float]]:
    """How often what a regression says is right: never less often the more it says.

    Bands of some fifty names or affiliations; two are one where the higher was right less often.

    Args:
        answers: Of which those that are names count.
        said: By weights that were fitted without the article of each.
        shift: Of the log odds, where other articles are not as these.
    """
    judged = zip(answers, said, strict=True)
    bands: list[list[tuple[float, bool]]] = []
    for s, right in sorted((s, one.example.right) for one, s in judged if one.named):
        if bands and (len(bands[-1]) < _BAND or bands[-1][-1][0] == s):
            bands[-1].append((s, right))
        else:
            bands.append([(s, right)])
    at = 1
    while at < len(bands):
        if len(bands[at]) >= _BAND // 2 and _share(bands[at - 1]) < _share(bands[at]):
            at += 1
        else:
            bands[at - 1 : at + 1] = [bands[at - 1] + bands[at]]
            at = max(1, at - 1)
    return [
        (round(edge, 4), round(chance(log_odds(_share(band), 0.0) + shift), 3))
        for band in bands
        for edge in dict.fromkeys((band[0][0], band[-1][0]))
    ]


def _share(band: Sequence[tuple[float, bool]]) -> float:
    """How many are right, a little less sure of it than the few that there are say."""
    return (sum(right for _, right in band) + 1) / (len(band) + 2)


def _held_out(answers: Sequence[Answer], said: Sequence[float], shift: float) -> list[float]:
    """The chance of each answer by levels that were found without its article."""
    pairs = list(zip(answers, said, strict=True))
    folds = []
    for fold in range(_FOLDS):
        others = [pair for pair in pairs if pair[0].example.article % _FOLDS != fold]
        folds.append(levels([one for one, _ in others], [s for _, s in others], shift))
    return [levelled(s, folds[one.example.article % _FOLDS]) for one, s in pairs]


def _least(kind: str, examples: Sequence[Example], chances: Sequence[float]) -> float:
    """The chance below which answers are better not given: half for names, by F1 for the rest."""
    if kind == "name":
        return 0.0
    right = sum(one.right for one in examples)

    def gain(least: float) -> float:
        kept = [one.right for one, c in zip(examples, chances, strict=True) if c >= least]
        return 2 * sum(kept) / (len(kept) + right * 1.35)

    return max((round(0.05 * step, 2) for step in range(13)), key=gain)


def answers_of(
    article: Marked, claims_of: ClaimsOf, number: int, ranker: Ranker
) -> Iterator[Answer]:
    """What one article teaches.

    Args:
        article: To learn from.
        claims_of: Reads the claims off what was extracted.
        number: Of the article.
        ranker: What chooses whom pronouns and descriptions mean.
    """
    found = analysis(add_affiliations(add_mentions(article.doc)))
    resolver = SpeakerResolver(found.named, found.attributions, ranker)
    resolver.resolve()
    people: Sequence[GoldSpeaker] = article.known.speakers
    if article.marked is not None:
        claims = claims_of(article.doc)
        spoken = list(_spoken(article.known, article.marked, claims, article.doc, resolver))
        people = list({id(speaker): speaker for speaker, _ in spoken}.values())
        for speaker, given in spoken:
            for one, signs in given.items():
                named = "unnamed" not in "".join(signs)
                example = Example(signs, _is_right(one.name, named, speaker), number)
                yield Answer("name", example, named, article.file)
    if article.affiliated:
        for example in _of_affiliations(people, resolver, number):
            yield Answer("affiliation", example, file=article.file)


def _spoken(
    known: GoldSpeakers,
    marked: Sequence[GoldAttribution],
    claims: Sequence[Claim],
    doc: Doc,
    resolver: SpeakerResolver,
) -> Iterator[tuple[GoldSpeaker, Mapping[Speaker | MentionCluster, Signs]]]:
    """Who makes each claim that was found, by the gold, and whom it was given to."""
    events = {one.event: one for one in marked}
    speeches = [one for one in known.speeches if one.event in events and one.speaker is not None]
    text = TokenText(known.article, doc.text)
    wanted = token_sets(text, [events[one.event] for one in speeches])
    # Copies are left out of the claims, so that these have other numbers than the attributions.
    door = Door(doc)
    indices = {
        tuple(map(door.spans, (one.content, one.cue, one.source))): index
        for index, one in enumerate(resolver.attributions)
    }
    for at, claim in match_contents(text, wanted, token_sets(text, claims)).items():
        speaker, said = speeches[at].speaker, claims[claim]
        if speaker is not None:
            yield speaker, resolver.answers[indices[said.content, said.cue, said.source]]


def _is_right(name: str, named: bool, gold: GoldSpeaker) -> bool:
    """Whether a name is the gold's: its fullest, one of several who are joined, or none."""
    given = comparable(name)
    if not named:
        return not gold.named or given in all_names(gold)
    joined = gold.kind is SpeakerKind.GROUP and set(given) <= set(comparable(gold.name))
    return joined or given == comparable(gold.name)


def _of_affiliations(
    people: Iterable[GoldSpeaker], resolver: SpeakerResolver, number: int
) -> Iterator[Example]:
    """The affiliations of whom the gold knows; of others it does not tell whether they are right.

    One that only repeats a gold one in fewer words is as true as that; some golds list such.
    """
    people = list(people)
    for cluster in resolver.clusters.all:
        bearers = [one for one in people if comparable(cluster.name) in all_names(one)]
        wanted = [one for bearer in bearers for one in bearer.affiliations]
        for given in cluster.stated() if bearers else ():
            right = any(_tells(one, given) for one in wanted)
            signs = affiliation_signs(resolver.tokens, resolver.clusters, cluster, given)
            yield Example(signs, right, number)


def _tells(gold: Affiliation, given: Affiliation) -> bool:
    """Whether a gold affiliation is the given one, or tells all of it."""
    agree = phrases_agree(gold.role, given.role) and phrases_agree(
        gold.organization, given.organization
    )
    return agree or covers(gold, given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.fit_speaker_confidence", description=__doc__
    )
    for option, text in (
        ("--gold", "a speakers file and the gold folder with its articles; may be repeated"),
        ("--names", "the same, of a file that tells no affiliations"),
        ("--affiliations", "an affiliations file and the gold folder; may be repeated"),
    ):
        parser.add_argument(
            option,
            nargs=2,
            type=Path,
            action="append",
            default=[],
            metavar=("SPEAKERS", "CORPUS"),
            help=text,
        )
    parser.add_argument("--out", type=Path, required=True, help="where to write the weights")
    return parser


if __name__ == "__main__":
    main()
