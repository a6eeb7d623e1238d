"""Profiles that come up one after the other, and what is decided of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st

from claims.claim import SpeakerKind
from claims.identity.linking import Linker, Pair
from claims.identity.matching import Match
from claims.identity.profile import AffiliationKey, Profile, keys_of

PERSON = SpeakerKind.PERSON

NAMES = ("John Reed", "John A. Reed", "John B. Reed", "J. Reed", "Reed", "Reed John", "Jon Reed")

AFFILIATIONS = st.frozensets(
    st.sampled_from([AffiliationKey("mayor", "elm city"), AffiliationKey("", "port")]), max_size=2
)


class InMemory:
    """Partners of profiles by their keys."""

    def __init__(self) -> None:
        self.profiles: dict[int, Profile] = {}

    def fetch(self, profiles: Iterable[Profile]) -> None:
        """Everything is at hand."""

    def of(self, profile: Profile) -> Sequence[Profile]:
        mine = keys_of(profile)
        return [
            other
            for other in self.profiles.values()
            for theirs in [keys_of(other)]
            if (mine.strong | mine.sought) & (theirs.strong | theirs.given)
        ]


def decided(profiles: Sequence[Profile]) -> dict[Pair, Match]:
    """What holds once all came up one after the other."""
    held: dict[Pair, Match] = {}
    partners = InMemory()
    for profile in profiles:
        partners.profiles[profile.id] = profile
        linker = Linker(partners)
        bearing = linker.bearing([profile])
        found = linker.decide(bearing.values())
        held = {both: m for both, m in held.items() if not set(both) & set(bearing)} | found
    return held


PROFILES = st.lists(
    st.tuples(st.sampled_from(NAMES), AFFILIATIONS),
    min_size=2,
    max_size=6,
    unique_by=lambda t: t[0],
).map(
    lambda told: [
        Profile(n, PERSON, name, affiliation_keys)
        for n, (name, affiliation_keys) in enumerate(told)
    ]
)
