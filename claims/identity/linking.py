"""Which profiles are linked for sure and which are only suggested, ambiguity being counted.

A pair is sure only if it is so from both sides: "John Smith" is surely "John A. Smith" as long as
there is no "John B. Smith" whom he could be as well. What is decided does not depend on the
order in which profiles come up.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final, Protocol

from claims.claim import SpeakerKind
from claims.identity.matching import LEAST, SURE, Match, compare
from claims.identity.profile import Profile
from claims.identity.verdict import Verdict
from claims.language.name_likeness import NameLikeness, name_likeness

Pair = tuple[int, int]
"""Two ids, the lower one first."""

MOST_SUGGESTED: Final = 5
"""A surname with more partners than these that nothing else speaks for gets none suggested: a
list of all persons of one surname helps nobody."""

_MOST_COMPARED: Final = 40
_AMBIGUOUS: Final = 0.75
"""Score of what would be sure if nobody else came into question."""


class Partners(Protocol):
    """Where a `Linker` finds the profiles that share a blocking key."""

    def fetch(self, profiles: Iterable[Profile]) -> None:
        """Told whose partners will be asked for, to look them up at once."""

    def of(self, profile: Profile) -> Sequence[Profile]:
        """The profiles that share a key with one."""


def pair(one: int, other: int) -> Pair:
    """Two ids in order."""
    return (one, other) if one < other else (other, one)


class Linker:
    """Decides on pairs of profiles."""

    def __init__(self, partners: Partners) -> None:
        self._partners = partners
        self._near: dict[int, list[Profile]] = {}
        self._views: dict[int, dict[int, Match]] = {}

    def bearing(self, changed: Iterable[Profile]) -> dict[int, Profile]:
        """The changed profiles and those whose view of others they bear on, by id."""
        near = {profile.id: profile for profile in changed}
        self._partners.fetch(near.values())
        for profile in [*near.values()]:
            for other in self._compared(profile):
                near.setdefault(other.id, other)
        return near

    def decide(self, profiles: Iterable[Profile]) -> dict[Pair, Match]:
        """What holds of every pair that these profiles are in; pairs not named hold nothing."""
        asked = list(profiles)
        self._partners.fetch(asked)
        others = {other.id: other for each in asked for other in self._compared(each)}
        self._partners.fetch(others.values())
        found: dict[Pair, Match] = {}
        for profile in asked:
            for other in self._compared(profile):
                if (both := pair(profile.id, other.id)) not in found:
                    found[both] = self._decided(profile, other)
        return {both: match for both, match in found.items() if match.score >= LEAST}

    def _compared(self, profile: Profile) -> list[Profile]:
        if profile.id not in self._near:
            self._near[profile.id] = [
                other
                for other in self._partners.of(profile)
                if other.id != profile.id and compare(profile, other).score >= LEAST
            ]
        return self._near[profile.id]

    def _decided(self, one: Profile, other: Profile) -> Match:
        mine, yours = self._view(one).get(other.id), self._view(other).get(one.id)
        if mine is None or yours is None:
            return Match(Verdict.UNSURE, 0.0, "")
        return min(mine, yours, key=lambda match: (match.score, match.basis))

    def _view(self, profile: Profile) -> dict[int, Match]:
        """What one profile makes of its partners."""
        if profile.id not in self._views:
            self._views[profile.id] = _view(profile, self._compared(profile))
        return self._views[profile.id]


def _view(profile: Profile, partners: Sequence[Profile]) -> dict[int, Match]:
    matches = {other.id: compare(profile, other) for other in partners}
    sure = [other for other in partners if matches[other.id].verdict is Verdict.SAME]
    if _exclude_each_other(profile, sure):
        for other in sure:
            if not _settled(profile, other):
                words = f"{matches[other.id].basis}; others come into question"
                matches[other.id] = Match(Verdict.UNSURE, _AMBIGUOUS, words, True)
    likely = [i for i, match in matches.items() if match.score < SURE and not match.supported]
    if len(likely) > MOST_SUGGESTED:
        for ident in likely:
            del matches[ident]
    return matches


def _exclude_each_other(profile: Profile, sure: Sequence[Profile]) -> bool:
    """Whether two of the profiles that one surely is cannot be one speaker."""
    whole = profile.kind is SpeakerKind.PERSON and not (
        profile.person.bare or profile.person.initial
    )
    for one, other in combinations(sure[:_MOST_COMPARED], 2):
        verdict = compare(one, other).verdict
        if verdict is Verdict.DIFFERENT or (not whole and verdict is not Verdict.SAME):
            return True
        if whole and name_likeness(one.person, other.person) in _CANNOT:
            return True
    return False


_CANNOT: Final = (NameLikeness.APART, NameLikeness.UNRELATED)


def _settled(profile: Profile, other: Profile) -> bool:
    """Whether the very same name or an identifier settles it, whoever else comes into question."""
    if profile.identifiers & other.identifiers:
        return True
    if profile.kind is SpeakerKind.ORGANIZATION:
        return profile.key == other.key
    return name_likeness(profile.person, other.person) is NameLikeness.SAME
