"""Whose somebody is by what is stated: a country's, a state's, a party's, an organization's.

One place says whether a description and the affiliations that an article states of somebody can be
of one person, for those who resolve descriptions and for those who gather affiliations alike. What
is not stated contradicts nothing, and neither does a nationality an affiliation: "a Russian
historian" may be director of a Chinese institute, but no foreign minister of Russia is one of
China.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from claims.claim import Affiliation
from claims.extraction.affiliations.affiliation_phrases import AffiliationPhrase, AffiliationReader
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.parsing.noun_phrases import Nominal, singular
from claims.language.countries import (
    Key,
    countries_governed_from,
    countries_named,
    countries_of_people,
    demonyms,
    governed_from,
    is_state,
)
from claims.language.folding import fold_letters
from claims.language.names import organization_words
from claims.language.word_lists import pairs, words

_PREPOSITIONS: Final = words("affiliations/allegiance", "behind roles")
# Names that stand before any role like a people's: "the U.S. envoy".
_ADJECTIVAL: Final = frozenset((("us",), ("uk",), ("uae",)))
_SOVEREIGN: Final = words("affiliations/allegiance", "of countries")
_LOCAL: Final = words("affiliations/allegiance", "of cities too")
_SINGLE: Final = pairs("affiliations/allegiance", "one of a place")
_OF_STATE: Final = words("affiliations/allegiance", "organizations of states")
_PARTIES: Final = {
    **{party: party for party in words("countries/parties")},
    **pairs("countries/parties", "by another word"),
}
_OF_PARTY: Final = words("affiliations/allegiance", "organizations of parties")
_PARTISANS: Final = words("affiliations/roles", "partisans")
_PARTY_OF_LETTER: Final = {"R": "republican", "D": "democratic"}
_SEAT: Final = re.compile(r" ?[(,] ?([RD])\.?[-–, ] ?([A-Z][\w .]*?)\.?[),]")
_REACH: Final = 8
_LONGEST: Final = 3


@dataclass(frozen=True, slots=True)
class Allegiance:
    """What an affiliation says its holder belongs to; what it does not say is empty.

    Args:
        countries: Those it may be held for ("Georgia" is one or a state of another).
        peoples: Those whose people the holder is said to be of, beside the affiliation.
        states: The American states it is held for.
        parties: By one name each.
        seat: An affiliation of which a place has but one, and the words of the place.
        former: Whether it is no longer held.
    """

    countries: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    seat: tuple[str, Key] | None = None
    former: bool = False


class Allegiances:
    """Says whom of one article a description can mean, and which affiliations can be theirs."""

    def __init__(
        self, tokens: Tokens, clusters: MentionClusters, reader: AffiliationReader
    ) -> None:
        self.tokens, self.clusters, self.reader = tokens, clusters, reader
        self._seats: dict[int, Allegiance] = {}
        for mention in clusters.mentions:
            seat = self._seat_behind(mention)
            if seat is not None:
                self._seats.setdefault(id(clusters.cluster_of(mention)), seat)

    def _seat_behind(self, mention: Mention) -> Allegiance | None:
        """What "(R-Ohio)" or ", D-Ohio," behind a lawmaker's name tells."""
        behind = self.tokens.plain(mention.end, min(mention.end + _REACH, len(self.tokens)))
        found = _SEAT.match(behind) if mention.kind is NameKind.PERSON else None
        if found is None:
            return None
        party, state = found.groups()
        key = organization_words(state)
        return Allegiance(states=_state(key), parties=frozenset((_PARTY_OF_LETTER[party],)))

    def described(self, nominal: Nominal) -> AffiliationPhrase:
        """The affiliation that a description tells, read like any other affiliation."""
        affiliations = self.reader.read(nominal.start, min(nominal.end + 30, len(self.tokens)))
        if affiliations and affiliations[0].end >= nominal.end:
            return affiliations[0]
        role = self.tokens.plain(nominal.core, nominal.end)
        return AffiliationPhrase(role, None, nominal.start, nominal.end)

    def may_mean(
        self, cluster: MentionCluster, nominal: Nominal, described: AffiliationPhrase
    ) -> bool:
        """Whether nothing stated of a person contradicts a description.

        Args:
            cluster: The person, named in the article or not.
            nominal: The description's noun phrase.
            described: What it tells, as ``described`` gives it.
        """
        held = [self._of_affiliation(one) for one in _stated_of(cluster)]
        seat = self._seats.get(id(cluster))
        held += [] if seat is None else [seat]
        if at_odds(self._of_phrase(described), held):
            return False
        return not self._of_other_body(cluster, nominal, described)

    def may_hold(self, cluster: MentionCluster, affiliation: Affiliation) -> bool:
        """Whether a person may hold an affiliation beside those of the same time already known.

        The article itself says so; but nobody is two countries’ minister, so that it was misread.
        """
        held = [
            self._of_affiliation(a) for a in cluster.affiliations if a.former is affiliation.former
        ]
        return not is_foreign(self._of_affiliation(affiliation), held)

    def _of_phrase(self, affiliation: AffiliationPhrase) -> Allegiance:
        return self._read(
            affiliation.role,
            affiliation.organization,
            self.tokens.plain(affiliation.start, affiliation.end),
            affiliation.former,
        )

    def _of_affiliation(self, stated: Affiliation) -> Allegiance:
        span = stated.evidence
        evidence = " ".join(self.tokens.source[span.start : span.end].split())
        return self._read(stated.role, stated.organization, evidence, stated.former)

    def _read(
        self, role: str | None, organization: str | None, evidence: str, former: bool
    ) -> Allegiance:
        spokes = role is not None and "spokes" in role
        sent = organization is not None and any(
            f" {word} {article}{organization}" in evidence
            for word in (("to",) if spokes else ("to", "for"))
            for article in ("", "the ")
        )
        return allegiance_of(role, None if sent else organization, former)

    def _of_other_body(
        self, cluster: MentionCluster, nominal: Nominal, described: AffiliationPhrase
    ) -> bool:
        """Whether "the Tide Bureau director" names an organization not stated of the person."""
        organizations = {
            fold_letters(one.organization) for one in _stated_of(cluster) if one.organization
        }
        # "Senate Minority Leader" names its organization in the role.
        organizations |= {fold_letters(one.role) for one in _stated_of(cluster) if one.role}
        for i in range(nominal.start, nominal.head):
            mention = self.clusters.mention_at(i)
            party = self.tokens.lower[i] in demonyms()
            if mention is not None and mention.kind is NameKind.ORGANIZATION and not party:
                return not any(self._names(i, one) for one in organizations)
        if described.organization is None or not organizations:
            return False
        organization = fold_letters(described.organization)
        if any(one in organization or organization in one for one in organizations):
            return False
        after = range(nominal.end, described.end)
        named = [
            i for i in after if self._is_organization(i) and self.tokens.lower[i] in organization
        ]
        return bool(named) and not any(self._names(i, one) for i in named for one in organizations)

    def _is_organization(self, i: int) -> bool:
        mention = self.clusters.mention_at(i)
        return mention is not None and mention.kind is NameKind.ORGANIZATION

    def _names(self, i: int, organization: str) -> bool:
        """Whether an organization's folded name has any name of the one named at token ``i``."""
        mention = self.clusters.mention_at(i)
        if mention is None:
            return False
        return any(
            fold_letters(one.text) in organization
            for one in self.clusters.cluster_of(mention).mentions
        )


def at_odds(one: Allegiance, held: Sequence[Allegiance]) -> bool:
    """Whether an affiliation cannot be of the person who holds, or held, some others.

    A country, a people and a party are for good; a state or a town one may leave for another.
    """
    now = [other for other in held if other.former is one.former]
    return (
        is_foreign(one, held)
        or _apart(one.peoples, _countries(held))
        or _apart(one.parties, _union(other.parties for other in held))
        or _apart(one.states, _union(other.states for other in now))
        or _seated_elsewhere(one.seat, [other.seat for other in now])
    )


def is_foreign(one: Allegiance, held: Sequence[Allegiance]) -> bool:
    """Whether an affiliation is held for another country than each of some others."""
    return any(other.countries for other in held) and _apart(one.countries, _countries(held))


@lru_cache(maxsize=4096)
def allegiance_of(role: str | None, organization: str | None, former: bool = False) -> Allegiance:
    """What an affiliation says its holder belongs to.

    Args:
        role: None where only the organization is told.
        organization: Whose the affiliation is, not where it is with: Norway’s for an ambassador to
            Chile.
        former: Whether it is no longer held.
    """
    front = _front(role or "")
    key = organization_words(" ".join(front))
    head = singular(key[-1]) if key else ""
    parties = _parties(front) | _parties_of_organization(organization)
    if role is not None and not _is_office(key):
        # "the Ohio Republican" is none of Iowa.
        states = _found(key[:-1], _state) if head in _PARTISANS else frozenset()
        return Allegiance(
            peoples=_people_beside(key), states=states, parties=parties, former=former
        )
    countries, states = _of_organization(organization, head)
    if organization is None or not countries:
        before, before_states = _of_modifiers(key[:-1], head)
        countries, states = countries | before, states | before_states
    else:
        countries |= _found(key[:-1], countries_of_people)
    return Allegiance(
        countries=countries,
        states=states,
        parties=parties,
        seat=_seat(organization, head),
        former=former,
    )


def _stated_of(cluster: MentionCluster) -> Sequence[Affiliation]:
    return cluster.affiliations if cluster.unnamed is None else cluster.unnamed.affiliations


def _front(role: str) -> list[str]:
    """The words of a role up to its head: "deputy secretary" of "deputy secretary of state"."""
    parts = role.split()
    ends = (i for i, word in enumerate(parts) if word.lower() in _PREPOSITIONS)
    return parts[: next(ends, len(parts))]


def role_head(role: str | None) -> str:
    """The noun of a role, folded and in the singular; empty if there is none."""
    key = organization_words(" ".join(_front(role or "")))
    return singular(key[-1]) if key else ""


def _is_office(key: Key) -> bool:
    if not key or key[-2:] == ("bureau", "chief"):
        return False
    # "president-elect", "vice-president"
    parts = (key[-1], *key[-1].split("-"))
    return any(singular(part) in words("affiliations/offices") for part in parts)


def _found(key: Key, stated_of: Callable[[Key], frozenset[str]]) -> frozenset[str]:
    """All that the words tell, names of several words before those of one."""
    found: frozenset[str] = frozenset()
    at = 0
    while at < len(key):
        size = next((n for n in range(_LONGEST, 0, -1) if stated_of(key[at : at + n])), 0)
        found |= stated_of(key[at : at + size])
        at += max(size, 1)
    return found


def _of_modifiers(key: Key, head: str) -> tuple[frozenset[str], frozenset[str]]:
    """Countries and states that the words before an affiliation’s head tell."""

    def named(name: Key) -> frozenset[str]:
        before_any = name in _ADJECTIVAL or is_state(name)
        return countries_named(name) if before_any or head in _SOVEREIGN else frozenset()

    def seat(name: Key) -> frozenset[str]:
        return frozenset() if governed_from(name) else countries_governed_from(name)

    countries = _found(key, lambda name: countries_of_people(name) or named(name) or seat(name))
    return countries, _found(key, _state)


def _of_organization(organization: str | None, head: str) -> tuple[frozenset[str], frozenset[str]]:
    """Countries and states that an organization is, or is the government or a part of."""
    key = organization_words(organization or "")
    if not key:
        return frozenset(), frozenset()
    countries = countries_named(key)
    if head not in _LOCAL or governed_from(key) is None:
        countries |= countries_governed_from(key)
    if countries:
        return countries, _state(key)
    if _OF_STATE.isdisjoint(key):
        return frozenset(), frozenset()
    for size in range(min(_LONGEST, len(key) - 1), 0, -1):
        first, last = key[:size], key[-size:]
        countries |= countries_of_people(first) or countries_named(first) | countries_named(last)
    return countries, frozenset()


def _state(key: Key) -> frozenset[str]:
    """The state that a name names, if it is sure: "Washington" is as often the capital."""
    sure = is_state(key) and governed_from(key) is None
    return frozenset((" ".join(key),)) if sure else frozenset()


def _people_beside(key: Key) -> frozenset[str]:
    """The people named straight before a head that is no office: "a Russian historian"."""
    return countries_of_people(key[-3:-1]) or countries_of_people(key[-2:-1])


def _parties(words: Iterable[str]) -> frozenset[str]:
    found = (_PARTIES.get(fold_letters(word)) for word in words if word[0].isupper())
    return frozenset(party for party in found if party is not None)


def _parties_of_organization(organization: str | None) -> frozenset[str]:
    parts = (organization or "").split()
    whole = len(parts) == 1 or not _OF_PARTY.isdisjoint(fold_letters(word) for word in parts)
    return _parties(parts) if whole else frozenset()


def _seat(organization: str | None, head: str) -> tuple[str, Key] | None:
    if organization is None or head not in _SINGLE or not organization[0].isupper():
        return None
    return _SINGLE[head], organization_words(organization)


def _seated_elsewhere(
    one: tuple[str, Key] | None, others: Iterable[tuple[str, Key] | None]
) -> bool:
    """Whether others tell of that very affiliation but of another place alone, as large as that."""
    if one is None:
        return False
    alike = [
        other[1]
        for other in others
        if other is not None and other[0] == one[0] and is_state(other[1]) is is_state(one[1])
    ]
    return bool(alike) and all(set(place).isdisjoint(one[1]) for place in alike)


def _countries(held: Iterable[Allegiance]) -> frozenset[str]:
    return _union(one.countries | one.peoples for one in held)


def _apart(stated: frozenset[str], held: frozenset[str]) -> bool:
    return bool(stated) and bool(held) and stated.isdisjoint(held)


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)
