"""Affiliations that clauses tell."""

from __future__ import annotations

import pytest

from tests.claims.extraction.affiliations.expected import Affiliations
from tests.claims.extraction.scenes import affiliations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("As governor of Iowa, she built roads.", [("governor", "Iowa")]),
        ("Her tenure as secretary of state was short.", [("secretary of state", None)]),
        ("As the senator spoke, she left.", []),
        ("Lindqvist’s time at the Harbor Institute was short.", [(None, "Harbor Institute")]),
        (
            "Lindqvist, a senator from Ohio who chairs the Tide Committee, came.",
            [("senator", None), ("chairs", "Tide Committee")],
        ),
        ("Lindqvist, who has become a lawyer, came.", [("lawyer", None)]),
        ("Lindqvist has been a lawyer for years.", [("lawyer", None)]),
        ("Should Lindqvist become the nominee, they leave.", []),
        (
            "Lindqvist, a pilot from Ohio, is a member of the Tide Forum.",
            [("pilot", None), ("member", "Tide Forum")],
        ),
        ("Lindqvist, who has taught law at Harbor College, came.", [("taught", "Harbor College")]),
        ("Lindqvist, leading the Tide Forum, came.", [("leading", "Tide Forum")]),
    ],
)
def test_a_clause_tells_what_its_subject_is(text: str, expected: Affiliations) -> None:
    assert affiliations(f"Marta Lindqvist came late. {text}", "[[Lindqvist]] said no.") == expected
