"""Whether claims name the right speakers, with the affiliations that the article states."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from claims.claim import Affiliation, Claim, Speaker, SpeakerKind
from claims.scoring.agreement.agreement import match_contents
from claims.scoring.agreement.names import comparable, phrases_agree
from claims.scoring.agreement.tokens import TokenText
from claims.scoring.figures import Score
from claims.scoring.files.gold import GoldAttribution
from claims.scoring.files.speakers_file import GoldSpeaker, GoldSpeakers, GoldSpeech
from claims.scoring.tally import excusable, token_sets

_NAMED: Final = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)


@dataclass(slots=True)
class NamingTally:
    """Sums over articles; "named" speakers are persons and organizations."""

    strict: int = 0
    lenient: int = 0
    named_gold: int = 0
    named_predicted: int = 0
    kind_right: int = 0
    kind_seen: int = 0
    right_by: Counter[str] = field(default_factory=Counter)
    matched_by: Counter[str] = field(default_factory=Counter)
    affiliations_right: int = 0
    affiliations_gold: int = 0
    affiliations_predicted: int = 0

    def add(self, other: NamingTally) -> None:
        """Adds another tally to this one."""
        self.strict += other.strict
        self.lenient += other.lenient
        self.named_gold += other.named_gold
        self.named_predicted += other.named_predicted
        self.kind_right += other.kind_right
        self.kind_seen += other.kind_seen
        self.right_by.update(other.right_by)
        self.matched_by.update(other.matched_by)
        self.affiliations_right += other.affiliations_right
        self.affiliations_gold += other.affiliations_gold
        self.affiliations_predicted += other.affiliations_predicted


@dataclass(frozen=True, slots=True)
class NamingFigures:
    """The figures of speakers over some articles.

    Args:
        strict: Content and speaker found, the speaker by its fullest name.
        lenient: The same, any of the speaker's names in the gold.
        on_matched: Share of fullest names where the content was found: identity alone.
        kind: Share of found claims whose first speaker has the gold kind.
        affiliation: Distinct (speaker, role, organization) of each article.
        by_resolution: By how the text refers to the speaker, (right, content found).
    """

    strict: Score
    lenient: Score
    on_matched: float
    kind: float
    affiliation: Score
    by_resolution: dict[str, tuple[int, int]]


def naming_figures(tally: NamingTally) -> NamingFigures:
    """Works out the figures of summed counts."""
    matched = tally.matched_by.total()
    return NamingFigures(
        strict=Score.of(tally.strict, tally.named_predicted, tally.named_gold),
        lenient=Score.of(tally.lenient, tally.named_predicted, tally.named_gold),
        on_matched=tally.strict / matched if matched else 0.0,
        kind=tally.kind_right / tally.kind_seen if tally.kind_seen else 0.0,
        affiliation=Score.of(
            tally.affiliations_right, tally.affiliations_predicted, tally.affiliations_gold
        ),
        by_resolution={
            how: (tally.right_by[how], tally.matched_by[how]) for how in sorted(tally.matched_by)
        },
    )


def tally_naming(
    text: TokenText,
    gold: Iterable[GoldAttribution],
    speakers: GoldSpeakers,
    claims: Sequence[Claim],
) -> NamingTally:
    """Counts one article's named speakers and their affiliations against the gold.

    Raises:
        ScoringError: A span is not inside the text.
    """
    by_event = {attribution.event: attribution for attribution in gold}
    speeches = [speech for speech in speakers.speeches if speech.event in by_event]
    wanted = token_sets(text, [by_event[speech.event] for speech in speeches])
    predicted = token_sets(text, claims)
    pairs = match_contents(text, wanted, predicted)
    idle = excusable(claims, predicted) - set(pairs.values())
    tally = NamingTally(
        named_predicted=sum(
            any(speaker.kind in _NAMED for speaker in claim.speakers)
            for index, claim in enumerate(claims)
            if index not in idle
        )
    )
    for index, speech in enumerate(speeches):
        _count_speech(tally, speech, claims[pairs[index]] if index in pairs else None)
    _count_affiliations(tally, speeches, claims)
    return tally


def _count_speech(tally: NamingTally, speech: GoldSpeech, claim: Claim | None) -> None:
    speaker = speech.speaker
    if speaker is None:
        return
    found = claim.speakers if claim is not None else ()
    if found:
        tally.kind_seen += 1
        tally.kind_right += found[0].kind == speaker.kind
    if not speaker.named:
        return
    tally.named_gold += 1
    if claim is None:
        tally.matched_by[speech.resolved_by] += 0
        return
    tally.matched_by[speech.resolved_by] += 1
    names = {comparable(one.name) for one in found}
    if comparable(speaker.name) in names:
        tally.strict += 1
        tally.right_by[speech.resolved_by] += 1
    if not names.isdisjoint(all_names(speaker)):
        tally.lenient += 1


def all_names(speaker: GoldSpeaker) -> set[tuple[str, ...]]:
    """Every name that the gold gives the speaker, comparable."""
    return {comparable(name) for name in (speaker.name, *speaker.aliases)}


def _count_affiliations(
    tally: NamingTally, speeches: Sequence[GoldSpeech], claims: Sequence[Claim]
) -> None:
    speaking = {
        id(speech.speaker): speech.speaker
        for speech in speeches
        if speech.speaker is not None and speech.speaker.named
    }
    wanted = [(speaker, one) for speaker in speaking.values() for one in speaker.affiliations]
    left = list(_distinct_affiliations(claims))
    tally.affiliations_gold += len(wanted)
    tally.affiliations_predicted += len(left)
    for speaker, one in wanted:
        agreeing = next(
            (found for found in left if _affiliations_agree(speaker, one, *found)), None
        )
        if agreeing is not None:
            left.remove(agreeing)
            tally.affiliations_right += 1


def _distinct_affiliations(claims: Iterable[Claim]) -> Iterator[tuple[Speaker, Affiliation]]:
    distinct: dict[object, tuple[Speaker, Affiliation]] = {}
    for claim in claims:
        for speaker in claim.speakers:
            if speaker.kind not in _NAMED:
                continue
            for one in speaker.affiliations:
                key = tuple(map(comparable, (speaker.name, one.role, one.organization)))
                distinct.setdefault(key, (speaker, one))
    yield from distinct.values()


def _affiliations_agree(
    gold: GoldSpeaker, wanted: Affiliation, predicted: Speaker, found: Affiliation
) -> bool:
    return (
        comparable(predicted.name) in all_names(gold)
        and phrases_agree(wanted.role, found.role)
        and phrases_agree(wanted.organization, found.organization)
    )
