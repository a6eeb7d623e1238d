"""Role and organisation, wherever the article tells them."""

from __future__ import annotations

import pytest

from claims.extraction.document.analysis import analysis
from tests.claims.extraction.scenes import affiliations, last_speaker, scene

Affiliations = list[tuple[str | None, str | None]]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[President Marta Lindqvist of Latvia]] said no.", [("President", "Latvia")]),
        ("[[House Speaker Marta Lindqvist]] said no.", [("House Speaker", None)]),
        (
            "[[White House spokesman Carl Brandt]] said no to it.",
            [("spokesman", "White House")],
        ),
        (
            "[[Stanford political scientist Carl Brandt]] said no to it.",
            [("political scientist", "Stanford")],
        ),
        (
            "[[Democratic Senate nominee Marta Lindqvist]] said no to it.",
            [("Democratic Senate nominee", None)],
        ),
        ("[[Gov. Marta Lindqvist (D)]] said no to it on Monday.", [("Gov.", None)]),
        (
            "[[Republican presidential nominee Gov. Carl Brandt]] said no to it.",
            [("Republican presidential nominee", None), ("Gov.", None)],
        ),
        (
            "[[Latvia’s leader, Marta Lindqvist,]] said no to it.",
            [("leader", "Latvia")],
        ),
    ],
)
def test_words_before_the_name_tell_the_affiliation(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


def test_an_affiliation_told_elsewhere_goes_with_every_claim() -> None:
    doc = scene(
        "[[Ms. Lindqvist]] said the river would fall.",
        "Marta Lindqvist is a senior fellow at the Harbor Center.",
        "The river, [[she]] said, was low.",
    )
    told = [
        [(a.role, a.organization) for a in group[0].affiliations]
        for group in analysis(doc).speakers
    ]
    assert told == [[("senior fellow", "Harbor Center")]] * 2


def test_an_affiliation_told_of_a_pronoun_is_the_persons() -> None:
    text = "Marta Lindqvist came late. She is the head of the Baltic Water Institute."
    assert affiliations(text, "[[Lindqvist]] said no.") == [("head", "Baltic Water Institute")]


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


def test_evidence_covers_name_and_affiliation() -> None:
    text = "It will fall, said [[Marta Lindqvist, director of the Harbor Center]]."
    doc = scene(text)
    [affiliation] = analysis(doc).speakers[0][0].affiliations
    evidence = doc.text[affiliation.evidence.start : affiliation.evidence.end]
    assert evidence == "Marta Lindqvist, director of the Harbor Center"


def test_the_same_affiliation_is_told_once() -> None:
    text = "Gov. Marta Lindqvist came. Governor Lindqvist left. [[Gov. Lindqvist]] said no."
    assert len(affiliations(text)) == 1


def test_kin_is_no_affiliation() -> None:
    assert affiliations("[[Marta Lindqvist, a sister of Carl Brandt,]] said no to it.") == []


def test_a_title_in_the_plural_is_shared() -> None:
    text = "Sens. Ann Tarrant (D-Ohio) and Carl Brandt (R-Iowa) came. [[Brandt]] said no."
    assert [role for role, _ in affiliations(text)] == ["Sens"]


def test_a_clause_about_somebody_else_is_no_affiliation() -> None:
    text = "Carl Brandt came, the mayor said. [[Brandt]] said nothing at all."
    assert affiliations(text) == []


def test_a_description_that_is_the_source_is_an_affiliation() -> None:
    text = "Democratic nominee Marta Lindqvist lost. [[The nominee]] said the count was fair."
    assert last_speaker(text).name == "Marta Lindqvist"


def test_somebody_unnamed_keeps_the_affiliation() -> None:
    text = "[[A spokesman for the Harbor Center]] said the port was shut."
    assert affiliations(text) == [("spokesman", "Harbor Center")]


def test_a_title_before_another_name_is_not_the_first_ones() -> None:
    text = "Carl Brandt, Representative Ann Tarrant and others came. [[Brandt]] said no."
    assert affiliations(text) == []


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
        ("[[The Herald’s Carl Brandt]] said no to it all.", [(None, "Herald")]),
        (
            "Marta Lindqvist is the first female captain. [[Captain Lindqvist]] said no.",
            [("Captain", None)],
        ),
    ],
)
def test_bodies_and_places_beside_a_role(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It fell, said [[Marta Lindqvist, a senior adviser to the Forum on Lakes in Turku and "
            "the deputy director of the Baltic Policy Lab]].",
            [("senior adviser", "Forum on Lakes"), ("deputy director", "Baltic Policy Lab")],
        ),
        (
            "It fell, said [[Marta Lindqvist, a special envoy to Iceland]].",
            [("special envoy", "Iceland")],
        ),
        (
            "It fell, said [[Marta Lindqvist, an aide to Governor Ann Tarrant]].",
            [("aide", "Ann Tarrant")],
        ),
        (
            "It fell, according to [[Marta Lindqvist, now a partner at the Turku firm of Lindqvist "
            "Tamm]].",
            [("partner", "Lindqvist Tamm")],
        ),
        (
            "It fell, said [[Marta Lindqvist, a partner at Norvik Capital, a Riga investment "
            "house]].",
            [("partner", "Norvik Capital")],
        ),
        (
            "It fell, said [[Marta Lindqvist, an importer of outboard motors in Riga]].",
            [("importer of outboard motors", None)],
        ),
        (
            "It fell, said [[Marta Lindqvist, who runs the shipping practice at the law firm Gorm "
            "& Vik and is on leave]].",
            [("runs", "shipping practice at the law firm Gorm & Vik")],
        ),
        (
            "It fell, said [[Marta Lindqvist, a retired pilot who heads the Skerry Rescue Forum]].",
            [("retired pilot", None), ("heads", "Skerry Rescue Forum")],
        ),
        (
            "[[Marta Lindqvist, an economist who advises the Council of Northern Ports]], said no.",
            [("economist", None), ("advises", "Council of Northern Ports")],
        ),
        (
            "[[Norvik Securities’ chief economist, Marta Lindqvist]], said it fell.",
            [("chief economist", "Norvik Securities")],
        ),
        (
            "It will fall, Norvik Advisory’s head of ice research, [[Marta Lindqvist]], predicts.",
            [("head of ice research", "Norvik Advisory")],
        ),
        (
            "[[The Northern Bureau of Coastal Research scholar Marta Lindqvist]] said it fell.",
            [("scholar", "Northern Bureau of Coastal Research")],
        ),
        (
            "[[Marta Lindqvist, who directs Arctic studies at the Norvik Institute]], said no.",
            [("directs", "Arctic studies at the Norvik Institute")],
        ),
        (
            "[[Marta Lindqvist, head of Asia research at Norvik Advisory]], said it fell.",
            [("head of Asia research", "Norvik Advisory")],
        ),
        (
            "[[Marta Lindqvist, professor emeritus of law at Riga University]], said it fell.",
            [("professor emeritus of law", "Riga University")],
        ),
        (
            "[[Marta Lindqvist, an expert on Norway at Riga University]], said it fell.",
            [("expert on Norway", "Riga University")],
        ),
        (
            "[[Marta Lindqvist, Latvia’s ambassador to Norway]], said it fell.",
            [("ambassador to Norway", "Latvia")],
        ),
        (
            "[[Marta Lindqvist, an official in the Latvian treasury]], said it fell.",
            [("official", "Latvian treasury")],
        ),
        (
            "[[Marta Lindqvist, a poet and the author of “The Low River”]], said it fell.",
            [("poet", None), ("author", "The Low River")],
        ),
        (
            "[[Treasury Secretary Marta Lindqvist]] said it fell.",
            [("Treasury Secretary", None)],
        ),
        (
            "[[Marta Lindqvist, a diver from Turku]], said it fell.",
            [],
        ),
        (
            "[[Marta Lindqvist, a director of the Center for Latvia and Globalization, a research "
            "group]], said it fell.",
            [("director", "Center for Latvia and Globalization")],
        ),
    ],
)
def test_role_and_body_are_parted(text: str, expected: Affiliations) -> None:
    assert affiliations(text) == expected


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


def test_the_end_of_what_is_said_tells_nothing_about_who_says_it() -> None:
    assert (
        affiliations("Nobody would come to help the Latvian president, [[Mr. Lindqvist]] said.")
        == []
    )


def test_a_description_that_says_an_affiliation_again_is_no_further_one() -> None:
    found = affiliations(
        "President Marta Lindqvist of Latvia came to Turku. [[The Latvian leader]] said it fell."
    )
    assert found == [("President", "Latvia")]


def test_whom_somebody_works_for_is_named_in_full() -> None:
    found = affiliations(
        "Peter Osei ran the port for years.",
        "[[Marta Lindqvist, once an aide to Mr. Osei and now a pilot at the Ice Lab]], said no.",
    )
    assert found == [("aide", "Peter Osei"), ("pilot", "Ice Lab")]
