"""Whether a claim denies something."""

from __future__ import annotations

import pytest

from claims.relation import Relation
from tests.claims.comparison.relations.dam import DAM, said, told


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not deny", "that the dam at Velmora flooded forty farms"),
        ("rejected", "the dam at Velmora that flooded forty farms"),
        ("worked to deny", "the dam at Velmora forty farms"),
        ("said", "whether or not the dam at Velmora flooded forty farms was unknown"),
        ("said", "the mayor, who is not from the dam at Velmora, saw forty farms"),
        ("denied", "a link between the tax and the price of bread in the capital"),
    ],
)
def test_a_word_that_denies_something_else_is_no_denial(cue: str, content: str) -> None:
    found = told(said("Ann Lee", DAM), said("Bo Ek", content, cue), 0.7)
    assert found is None or found.relation is not Relation.DENIES
