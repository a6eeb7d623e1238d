"""Organizations as phrases name them."""

from __future__ import annotations

import pytest

from tests.claims.extraction.affiliations.expected import Affiliations
from tests.claims.extraction.scenes import affiliations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[[Carl Brandt, communications director for the conservative group Harbor Watch]], "
            "said no.",
            [("communications director", "Harbor Watch")],
        ),
        (
            "Carl Brandt, who was secretary of state, came. [[Brandt]] said no to it all.",
            [("secretary of state", None)],
        ),
        (
            "[[House Speaker Carl Brandt of Wisconsin]] said no to it all.",
            [("House Speaker", None)],
        ),
        ("[[Carl Brandt at Norbank]] said no to it all.", [(None, "Norbank")]),
        ("They met Carl Brandt at Norbank. [[Brandt]] said no to it all.", []),
        (
            "[[Marta Lind, the Liberal Democrats’ Treasury spokeswoman,]] said no to it all.",
            [("Treasury spokeswoman", "Liberal Democrats")],
        ),
        ("[[The Herald’s Carl Brandt]] said no to it all.", [(None, "Herald")]),
        (
            "[[Carl Brandt, formerly an official in the Finnish treasury,]] said no to it all.",
            [("official", "Finnish treasury")],
        ),
        (
            "[[Norhaven Advisory’s head of gas research, Marta Lind,]] said no to it all.",
            [("head of gas research", "Norhaven Advisory")],
        ),
        (
            "Marta Lindqvist is the first female captain. [[Captain Lindqvist]] said no.",
            [("Captain", None)],
        ),
    ],
)
def test_bodies_and_places_beside_a_role(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("[[Carl Brandt’s campaign manager, Greta Lind]], said so.", "Carl Brandt’s campaign"),
        ("[[Greta Lind, poet-in-residence at Bergen College]], said so.", "Bergen College"),
        (
            "[[Greta Lind, the finance minister of Norway, a member of the council]], said so.",
            "Norway",
        ),
        ("[[Greta Lind, who heads the Tide Bureau]], said so.", "Tide Bureau"),
        (
            "[[Greta Lind, a fellow at the Coast Program at the Tide Institute]], said so.",
            "Coast Program at the Tide Institute",
        ),
        ("[[Greta Lind, founder of Tide Bank and a Labor Party donor]], said so.", "Tide Bank"),
    ],
)
def test_organizations_are_read_whole(text: str, name: str) -> None:
    assert name in [organization for _, organization in affiliations(text)]
