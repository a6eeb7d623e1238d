"""Who is one, whatever the order of judgements."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claims.identity.components import Judged, components
from claims.identity.verdict import Verdict

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
