"""``python -m claims.training.fit_speaker_confidence``: confidences of names and affiliations.

Extracts from articles whose speakers are known, compares what is given to each claim with what the
gold says, and fits the weights of ``claims/extraction/speaker_confidence``. Prints how the chances
hold on articles that the weights did not learn from.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from spacy.tokens import Doc

from claims.claim import SpeakerKind
from claims.extraction.affiliations.component import add_affiliations
from claims.extraction.document.analysis import analysis
from claims.extraction.document.ranges import Door
from claims.extraction.mentions.component import add_mentions
from claims.extraction.pipeline import Extractor
from claims.extraction.speaker_confidence.affiliation_signs import affiliation_signs
from claims.extraction.speaker_confidence.confidence import levelled
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
from claims.training.rank_speakers import taught
from claims.training.reliability import reliability

Marked = tuple[GoldSpeakers, Doc, Sequence[GoldAttribution]]
_FOLDS: Final = 5
_STRENGTH: Final = 2.0
_BAND: Final = 50
_KINDS: Final = ("name", "affiliation")
# Rules of names were made while reading the articles that this learns from, of whose names .918
# are right; in 40 articles that no rule was made from .889. By so much log odds are lower there.
_ELSEWHERE: Final = {"name": -0.33, "affiliation": 0.0}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of extraction, and whether it is right.

    Args:
        kind: "name" or "affiliation".
        example: What is learned from it: its signs, and whether it is right by the gold.
        named: Whether the answer is a name, and not the words of a description.
    """

    kind: str
    example: Example
    named: bool = True


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the figures and writes the weights."""
    options = _parser().parse_args(arguments)
    extractor = Extractor()
    articles = []
    for file, corpus in [*options.gold, *options.names]:
        for known in read_speakers(file):
            doc = extractor.document(read_article(corpus / "text" / known.article))
            marked = read_gold(corpus / "attributions" / known.annotation)
            articles.append((known, doc, marked))
    whole = sum(len(read_speakers(file)) for file, _ in options.gold)
    answers = answers_in(articles, extractor)
    learn(
        [one for one in answers if one.kind == "name" or one.example.article < whole], options.out
    )


def answers_in(articles: Sequence[Marked], extractor: Extractor) -> Iterator[Answer]:
    """What articles teach, each told by a ranker that has not learned from it.

    Args:
        articles: Who speaks in each, the article extracted from, and its attributions.
        extractor: What extracted from them.
    """
    for fold in range(_FOLDS):
        others = [one for number, one in enumerate(articles) if number % _FOLDS != fold]
        weights, *_ = taught(*zip(*others, strict=True))
        for number in range(fold, len(articles), _FOLDS):
            known, doc, marked = articles[number]
            yield from answers_of(known, marked, doc, extractor, number, Ranker(weights))


def learn(answers: Sequence[Answer], out: Path) -> None:
    """Fits the weights, prints how the chances hold, and writes the file."""
    fitted = {}
    for kind in _KINDS:
        mine = [one for one in answers if one.kind == kind]
        examples = [one.example for one in mine]
        said = unseen(examples, _STRENGTH, _FOLDS)
        shift = _ELSEWHERE[kind]
        chances = _held_out(mine, said, shift)
        least = _least(kind, examples, chances)
        weights = {name: round(one, 3) for name, one in fit(examples, _STRENGTH).items()}
        fitted[kind] = {"weights": weights, "least": least, "levels": levels(mine, said, shift)}
        print(f"{kind}: {len(mine)} answers, least {least}")
        named = [(one, sure) for one, sure in zip(mine, chances, strict=True) if one.named]
        for line in reliability([s for _, s in named], [one.example.right for one, _ in named]):
            print(line)
    out.write_text(json.dumps(fitted, indent=1, sort_keys=True) + "\n", encoding="utf-8")


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
    known: GoldSpeakers,
    marked: Sequence[GoldAttribution],
    doc: Doc,
    extractor: Extractor,
    number: int,
    ranker: Ranker,
) -> Iterator[Answer]:
    """What one article teaches.

    Args:
        known: Who speaks in it.
        marked: Its attributions.
        doc: The article, extracted from.
        extractor: What extracted from it.
        number: Of the article.
        ranker: What chooses whom pronouns and descriptions mean.
    """
    found = analysis(add_affiliations(add_mentions(doc)))
    resolver = SpeakerResolver(found.named, found.attributions, ranker)
    resolver.resolve()
    events = {one.event: one for one in marked}
    speeches = [one for one in known.speeches if one.event in events and one.speaker is not None]
    text = TokenText(known.article, doc.text)
    wanted = token_sets(text, [events[one.event] for one in speeches])
    claims = extractor.claims(doc)
    pairs = match_contents(text, wanted, token_sets(text, claims))
    # Copies are left out of the claims, so that these have other numbers than the attributions.
    door = Door(doc)
    indices = {
        tuple(map(door.spans, (one.content, one.cue, one.source))): index
        for index, one in enumerate(found.attributions)
    }
    speaking: dict[int, GoldSpeaker] = {}
    for at, claim in pairs.items():
        speaker = speeches[at].speaker
        if speaker is not None:
            speaking[id(speaker)] = speaker
            said = claims[claim]
            index = indices[said.content, said.cue, said.source]
            for one, signs in resolver.answers[index].items():
                named = "unnamed" not in "".join(signs)
                right = _is_right(one.name, named, speaker)
                yield Answer("name", Example(signs, right, number), named)
    for gold in speaking.values():
        yield from _of_affiliations(gold, resolver, number)


def _is_right(name: str, named: bool, gold: GoldSpeaker) -> bool:
    """Whether a name is the gold's: its fullest, one of several who are joined, or none."""
    given = comparable(name)
    if not named:
        return not gold.named or given in all_names(gold)
    joined = gold.kind is SpeakerKind.GROUP and set(given) <= set(comparable(gold.name))
    return joined or given == comparable(gold.name)


def _of_affiliations(gold: GoldSpeaker, resolver: SpeakerResolver, number: int) -> Iterator[Answer]:
    left = list(gold.affiliations)
    for cluster in resolver.clusters.all:
        if comparable(cluster.name) not in all_names(gold):
            continue
        for one in cluster.stated():
            same: Callable[..., bool] = lambda other, one=one: (  # noqa: E731
                phrases_agree(other.role, one.role)
                and phrases_agree(other.organization, one.organization)
            )
            agreeing = next(filter(same, left), None)
            if agreeing is not None:
                left.remove(agreeing)
            signs = affiliation_signs(resolver.tokens, cluster, one)
            yield Answer("affiliation", Example(signs, agreeing is not None, number))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m claims.training.fit_speaker_confidence", description=__doc__
    )
    for option, text in (
        ("--gold", "a speakers file and the gold folder with its articles; may be repeated"),
        ("--names", "the same, of a file that tells no affiliations"),
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
