"""What is counted in one article, to be summed over many before any figure is worked out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from claims.claim import Claim, ClaimType
from claims.scoring.agreement.agreement import (
    TokenSets,
    match_contents,
    sources_share_a_name,
    sources_share_a_span,
)
from claims.scoring.agreement.tokens import TokenSet, TokenText
from claims.scoring.files.gold import GoldAttribution


class Metric(StrEnum):
    """When a gold attribution counts as found.

    ``OVERLAP``: a claim's content overlaps by half. ``EXACT``: a claim's content covers the same
    words. ``ATTRIBUTION``: overlap, and the sources share a name. ``SAME_SPAN``: overlap, and the
    sources share the very words.
    """

    OVERLAP = "overlap"
    EXACT = "exact"
    ATTRIBUTION = "attribution"
    SAME_SPAN = "same_span"


class Part(StrEnum):
    """The parts of an attribution whose words are counted over a whole article."""

    CONTENT = "content"
    CUE = "cue"
    SOURCE = "source"


@dataclass(slots=True)
class Tally:
    """Sums over articles; ``predicted`` leaves out nested claims that match nothing."""

    articles: int = 0
    predicted: int = 0
    gold: Counter[ClaimType] = field(default_factory=Counter)
    found: Counter[tuple[Metric, ClaimType]] = field(default_factory=Counter)
    words_right: Counter[Part] = field(default_factory=Counter)
    words_gold: Counter[Part] = field(default_factory=Counter)
    words_predicted: Counter[Part] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Adds another tally to this one."""
        self.articles += other.articles
        self.predicted += other.predicted
        self.gold += other.gold
        self.found += other.found
        self.words_right += other.words_right
        self.words_gold += other.words_gold
        self.words_predicted += other.words_predicted


def token_sets(text: TokenText, said: Iterable[GoldAttribution | Claim]) -> list[TokenSets]:
    """Gold attributions or extracted claims as sets of the text's tokens."""
    return [TokenSets.of(text, each.content, each.cue, each.source) for each in said]


def excusable(claims: Sequence[Claim], predicted: Sequence[TokenSets]) -> set[int]:
    """Claims nested in their parent's content: gold marks one level only, so they are no errors."""
    return {
        index
        for index, claim in enumerate(claims)
        if claim.parent is not None
        and 0 <= claim.parent < len(claims)
        and predicted[index].content < predicted[claim.parent].content
    }


def right_claims(
    text: TokenText, gold: Iterable[GoldAttribution], claims: Sequence[Claim]
) -> dict[int, bool]:
    """Of each claim that counts, by index, whether content and source are as the gold has them."""
    wanted, found = token_sets(text, gold), token_sets(text, claims)
    matched = {claim: at for at, claim in match_contents(text, wanted, found).items()}
    idle = excusable(claims, found) - set(matched)
    return {
        at: at in matched and sources_share_a_name(text, wanted[matched[at]].source, sets.source)
        for at, sets in enumerate(found)
        if at not in idle
    }


def tally_article(
    text: TokenText, gold: Iterable[GoldAttribution], claims: Sequence[Claim]
) -> Tally:
    """Counts one article's claims against its gold.

    Raises:
        ScoringError: A span is not inside the text.
    """
    wanted, predicted = token_sets(text, gold), token_sets(text, claims)
    pairs = match_contents(text, wanted, predicted)
    idle = excusable(claims, predicted) - set(pairs.values())
    counted = [sets for index, sets in enumerate(predicted) if index not in idle]
    tally = Tally(articles=1, predicted=len(counted))
    unclaimed = Counter(sets.content for sets in predicted)
    for index, sets in enumerate(wanted):
        kind = text.kind(sets.content)
        tally.gold[kind] += 1
        for metric in _met(text, sets, predicted[pairs[index]] if index in pairs else None):
            tally.found[metric, kind] += 1
        if unclaimed[sets.content] > 0:
            unclaimed[sets.content] -= 1
            tally.found[Metric.EXACT, kind] += 1
    for part in Part:
        _count_words(tally, part, _union(part, wanted), _union(part, counted))
    return tally


def _met(text: TokenText, gold: TokenSets, predicted: TokenSets | None) -> list[Metric]:
    if predicted is None:
        return []
    met = [Metric.OVERLAP]
    if sources_share_a_name(text, gold.source, predicted.source):
        met.append(Metric.ATTRIBUTION)
    if sources_share_a_span(text, gold.source, predicted.source):
        met.append(Metric.SAME_SPAN)
    return met


def _union(part: Part, attributions: Iterable[TokenSets]) -> TokenSet:
    sets: list[TokenSet] = [getattr(attribution, part.value) for attribution in attributions]
    return frozenset().union(*sets)


def _count_words(tally: Tally, part: Part, gold: TokenSet, predicted: TokenSet) -> None:
    tally.words_right[part] += len(gold & predicted)
    tally.words_gold[part] += len(gold)
    tally.words_predicted[part] += len(predicted)
