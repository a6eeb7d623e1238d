"""Deciding on pairs, whatever the order in which names come up; and who is one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from claims.claim import SpeakerKind
from claims.identity.components import Judged, components
from claims.identity.linking import Linker, Pair
from claims.identity.matching import SURE, Match, Verdict
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


@given(PROFILES.flatmap(lambda p: st.tuples(st.just(p), st.permutations(p))))
def test_the_order_of_profiles_does_not_matter(both: tuple[list[Profile], list[Profile]]) -> None:
    in_order, shuffled = both
    assert decided(in_order) == decided(shuffled)


@given(PROFILES)
def test_sure_means_sure(profiles: list[Profile]) -> None:
    for match in decided(profiles).values():
        assert (match.verdict is Verdict.SAME) == (match.score >= SURE)
        assert match.basis


NODES = range(6)
EDGES = st.lists(
    st.builds(
        Judged,
        st.sampled_from(NODES),
        st.sampled_from(NODES),
        st.sampled_from([Verdict.SAME, Verdict.DIFFERENT]),
        st.sampled_from([0.5, 0.9, 1.0]),
        st.booleans(),
    ).filter(lambda edge: edge.left < edge.right),
    max_size=12,
    unique_by=lambda edge: (edge.left, edge.right),
)


@given(EDGES)
def test_two_who_were_judged_different_are_never_one(edges: list[Judged]) -> None:
    groups = components(NODES, edges)
    assert sorted(node for group in groups for node in group) == list(NODES)
    for edge in edges:
        if edge.verdict is Verdict.DIFFERENT:
            assert not any({edge.left, edge.right} <= group for group in groups)


@given(EDGES.flatmap(lambda e: st.tuples(st.just(e), st.permutations(e))))
def test_the_order_of_judgements_does_not_matter(both: tuple[list[Judged], list[Judged]]) -> None:
    assert components(NODES, both[0]) == components(NODES, both[1])


def test_a_persons_judgement_goes_before_the_programs() -> None:
    edges = [
        Judged(1, 2, Verdict.SAME, 0.99, False),
        Judged(2, 3, Verdict.SAME, 0.5, True),
        Judged(1, 3, Verdict.DIFFERENT, 1.0, True),
    ]
    assert components([1, 2, 3], edges) == [frozenset({1}), frozenset({2, 3})]
