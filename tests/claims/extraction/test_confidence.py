"""How likely a claim is right: the network's word, held against other news."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.claim import ClaimType
from claims.extraction.confidence import weighed

SHARES = st.floats(0, 1)
KINDS = st.sampled_from(ClaimType)


@given(SHARES, SHARES, KINDS)
def test_it_is_a_probability(confidence: float, statement: float, kind: ClaimType) -> None:
    assert 0 < weighed(confidence, statement, kind) < 1


@given(SHARES, SHARES, SHARES, KINDS)
def test_more_of_either_never_makes_it_less(
    one: float, other: float, rest: float, kind: ClaimType
) -> None:
    low, high = sorted((one, other))
    assert weighed(low, rest, kind) <= weighed(high, rest, kind)
    assert weighed(rest, low, kind) <= weighed(rest, high, kind)


@pytest.mark.parametrize("statement", [0.1, 0.9])
def test_what_is_quoted_is_surer_than_what_is_told(statement: float) -> None:
    direct, indirect = (
        weighed(0.7, statement, kind) for kind in (ClaimType.DIRECT, ClaimType.INDIRECT)
    )
    assert direct > indirect
