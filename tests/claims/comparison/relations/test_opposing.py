"""What one claim denies, another says."""

from __future__ import annotations

import pytest

from claims.relation import Relation
from tests.claims.comparison.relations.dam import DAM, kind, said, told


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("denied", "that the dam at Velmora flooded forty farms"),
        ("rejected", "the accusation that the dam at Velmora flooded forty farms"),
        ("said", "there was no evidence that the dam at Velmora flooded farms"),
        ("said", "the dam at Velmora had not flooded forty farms, whatever is told"),
    ],
)
def test_who_denies_is_second_whenever_that_is_said(cue: str, content: str) -> None:
    accusing, denying = said("Ann Lee", DAM), said("Bo Ek", content, cue)
    for first, second, turned in ((accusing, denying, False), (denying, accusing, True)):
        found = told(first, second)
        assert found is not None
        assert (found.relation, found.turned) == (Relation.DENIES, turned)
        assert found.evidence[0] in {"denied", "rejected", "no evidence", "not"}
        assert "velmora" in found.evidence


def test_what_asks_or_accuses_of_claiming_is_not_denied() -> None:
    denying = said("Bo Ek", "that the dam at Velmora flooded forty farms", "denied")
    assert kind(said("Ann Lee", DAM, "wants"), denying) is None
    assert kind(said("Ann Lee", f"the allegation that {DAM}"), denying) is None
