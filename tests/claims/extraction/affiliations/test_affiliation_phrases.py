"""Affiliations as phrases tell them: where they begin and end, what is none, what has ended."""

from __future__ import annotations

import pytest

from tests.claims.extraction.affiliations.expected import Affiliations
from tests.claims.extraction.scenes import affiliations, last_speaker

SAID = "said that the strait would stay open."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The upstart Sen. Ann Lee spoke.", [("Sen.", None)]),
        ("The state Sen. Ann Lee spoke.", [("state Sen.", None)]),
        ("Press Secretary Ann Lee spoke.", [("Press Secretary", None)]),
        (
            "Ann Lee, chair of the party’s drafting committee, spoke.",
            [("chair", "drafting committee")],
        ),
        ("Ann Lee of Ohio spoke.", []),
        ("Ann Lee of Norway spoke.", [(None, "Norway")]),
        ("Managing director Ann Lee spoke.", [("Managing director", None)]),
        (
            "During a fifth term as president, Ann Lee of Norway spoke.",
            [("president", "Norway")],
        ),
        (
            "Norway’s Transport Ministry spokesman, Ann Lee, spoke.",
            [("spokesman", "Norway’s Transport Ministry")],
        ),
        ("The award-winning singer Ann Lee spoke.", [("award-winning singer", None)]),
        ("Norway’s First Minister Ann Lee spoke.", [("First Minister", "Norway")]),
        (
            "The Tide Bureau’s director for Africa, Ann Lee, spoke.",
            [("director for Africa", "Tide Bureau")],
        ),
        (
            "The Bank of Norway met. The bank’s director, Ann Lee, spoke.",
            [("director", "Bank of Norway")],
        ),
        ("It will help if Ann Lee is the chair.", []),
        ("Ann Lee is a “harbor lawyer” here.", []),
        (
            "Ann Lee — Ivy League-trained surgeon and television host — spoke.",
            [("Ivy League-trained surgeon and television host", None)],
        ),
    ],
)
def test_an_affiliation_ends_where_the_title_does(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert affiliations(text, f"[[Lee]] {SAID}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It will fall, said [[Marta Lindqvist, director of the Baltic Water Institute]].",
            [("director", "Baltic Water Institute")],
        ),
        (
            "It will fall, said [[Marta Lindqvist, the director of the Rivers program at the "
            "Harbor Center in Boston]].",
            [("director", "Rivers program at the Harbor Center")],
        ),
        (
            "It fell, said [[Marta Lindqvist, a researcher for the Institute of Marine, River "
            "and Coastal Studies at the Nordic Academy of Sciences]].",
            [
                (
                    "researcher",
                    "Institute of Marine, River and Coastal Studies at the "
                    "Nordic Academy of Sciences",
                )
            ],
        ),
        (
            "It will fall, said [[Marta Lindqvist, a professor of river studies at Riga "
            "University]].",
            [("professor of river studies", "Riga University")],
        ),
        (
            "It will fall, said [[Marta Lindqvist, an Oslo-based water policy scholar]].",
            [("Oslo-based water policy scholar", None)],
        ),
        (
            "It will fall, said [[Marta Lindqvist, a fellow at the Harbor Center and an expert in "
            "Baltic rivers]].",
            [("fellow", "Harbor Center"), ("expert in Baltic rivers", None)],
        ),
        (
            "It will fall, said [[Marta Lindqvist, an economist and tax expert]].",
            [("economist and tax expert", None)],
        ),
        (
            "It will fall, said [[Marta Lindqvist, the foreign minister of Latvia]].",
            [("foreign minister", "Latvia")],
        ),
        (
            "It fell, said [[Marta Lindqvist, who heads the Baltic Water Institute]].",
            [("heads", "Baltic Water Institute")],
        ),
    ],
)
def test_an_apposition_tells_the_affiliation(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


def test_former_affiliations_are_marked() -> None:
    speaker = last_speaker(
        "No, said [[Carl Brandt, a former Danish diplomat and the vice president of the "
        "Oslo-based Center for Ships and Trade]]."
    )
    found = [(a.role, a.organization, a.former) for a in speaker.affiliations]
    assert found == [
        ("former Danish diplomat", None, True),
        ("vice president", "Center for Ships and Trade", False),
    ]


def test_kin_is_no_affiliation() -> None:
    assert affiliations("[[Marta Lindqvist, a sister of Carl Brandt,]] said no to it.") == []


@pytest.mark.parametrize(
    ("text", "former"),
    [
        ("Marta Lindqvist, head of ice at Norvik and formerly a pilot at the Riga Port Lab", 1),
        ("Marta Lindqvist, head of the Skerry Forum in Turku and once a pilot at the Ice Lab", 1),
        ("Marta Lindqvist, head of the Skerry Forum and a pilot at the Riga Lab until 2019", 1),
        ("Marta Lindqvist, who heads the Skerry Forum in Turku and once advised the Ice Lab", 1),
        ("Marta Lindqvist, who served as deputy mayor of Riga until 2019", 0),
        ("Marta Lindqvist, who until last autumn was a lawyer with Norvik & Boyd", 0),
    ],
)
def test_an_affiliation_that_has_ended_is_former(text: str, former: int) -> None:
    found = last_speaker(f"[[{text}]], said the river fell.").affiliations
    assert [affiliation.former for affiliation in found] == [False] * former + [True]


@pytest.mark.parametrize(
    ("text", "affiliation"),
    [
        ("[[Greta Lind, a senior adviser to Carl Brandt’s campaign]], said so.", "adviser"),
        ("[[Carl Brandt’s campaign manager, Greta Lind]], said so.", "campaign manager"),
        ("[[House Minority Leader Greta Lind]] said so.", "House Minority Leader"),
        ("[[Greta Lind, poet-in-residence at Bergen College]], said so.", "poet-in-residence"),
        ("As a harbor commissioner, [[Greta Lind]] voted against it.", "commissioner"),
    ],
)
def test_affiliations_are_read_whole(text: str, affiliation: str) -> None:
    assert any(affiliation in (role or "") for role, _ in affiliations(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, a longtime CNN analyst, spoke.", [("longtime analyst", "CNN")]),
        (
            "A top State Department official, Ann Lee, spoke.",
            [("top official", "State Department")],
        ),
        ("The super PAC spokeswoman Ann Lee spoke.", [("spokeswoman", "super PAC")]),
        (
            "Ann Lee, a longtime Club for Growth donor, spoke.",
            [("longtime donor", "Club for Growth")],
        ),
        (
            "Ann Lee, Voices of Tides’s executive director, spoke.",
            [("executive director", "Voices of Tides")],
        ),
        ("Norway’s Labor Party leader Ann Lee spoke.", [("leader", "Labor Party")]),
        (
            "Ann Lee is the Rolle campaign’s political director.",
            [("political director", "Rolle campaign")],
        ),
        (
            "White House Press Secretary Ann Lee spoke.",
            [("Press Secretary", "White House")],
        ),
        (
            "Ann Lee, a supporter of Senator Carl Brandt, spoke.",
            [("supporter of Senator Carl Brandt", None)],
        ),
    ],
)
def test_a_body_is_told_from_the_words_of_the_role(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert affiliations(text, f"[[Lee]] {SAID}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lee, president and chief executive of Harbor Bank, spoke.",
            [("president and chief executive", "Harbor Bank")],
        ),
        ("Ann Lee, an economist and tax expert, spoke.", [("economist and tax expert", None)]),
        (
            "Ann Lee, a pediatrician and director of Harbor Hospital, spoke.",
            [("pediatrician", None), ("director", "Harbor Hospital")],
        ),
    ],
)
def test_joined_titles_are_one_affiliation(
    text: str, expected: list[tuple[str | None, str | None]]
) -> None:
    assert affiliations(text, f"[[Lee]] {SAID}") == expected
