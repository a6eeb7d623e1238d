"""Role and organization, wherever the article tells them."""

from __future__ import annotations

import pytest

from claims.extraction.document.analysis import analysis
from tests.claims.extraction.affiliations.expected import Affiliations
from tests.claims.extraction.scenes import affiliations, last_speaker, scene


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


def test_evidence_covers_name_and_affiliation() -> None:
    text = "It will fall, said [[Marta Lindqvist, director of the Harbor Center]]."
    doc = scene(text)
    [affiliation] = analysis(doc).speakers[0][0].affiliations
    evidence = doc.text[affiliation.evidence.start : affiliation.evidence.end]
    assert evidence == "Marta Lindqvist, director of the Harbor Center"


def test_the_same_affiliation_is_told_once() -> None:
    text = "Gov. Marta Lindqvist came. Governor Lindqvist left. [[Gov. Lindqvist]] said no."
    assert len(affiliations(text)) == 1


def test_a_party_after_the_name_is_passed_over() -> None:
    text = "Senator Marta Lindqvist, R-Ohio, a harbor pilot, came. [[Lindqvist]] said no."
    assert affiliations(text) == [("Senator", None), ("harbor pilot", None)]


def test_a_clause_about_somebody_else_is_no_affiliation() -> None:
    text = "Carl Brandt came, the mayor said. [[Brandt]] said nothing at all."
    assert affiliations(text) == []


def test_a_description_that_is_the_source_is_an_affiliation() -> None:
    text = "Democratic nominee Marta Lindqvist lost. [[The nominee]] said the count was fair."
    assert last_speaker(text).name == "Marta Lindqvist"


def test_somebody_unnamed_keeps_the_affiliation() -> None:
    text = "[[A spokesman for the Harbor Center]] said the port was shut."
    assert affiliations(text) == [("spokesman", "Harbor Center")]


def test_what_is_cut_inside_a_word_is_no_role() -> None:
    text = "[[-Pollster Marta Lindqvist]] said the port was shut."
    assert affiliations(text) == []


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
            [("special envoy to Iceland", None)],
        ),
        (
            "It fell, said [[Marta Lindqvist, an aide to Governor Ann Tarrant]].",
            [("aide to Governor Ann Tarrant", None)],
        ),
        (
            "[[Marta Lindqvist, an aide to Governor Ann Tarrant was]] the first to say it fell.",
            [("aide to Governor Ann Tarrant", None)],
        ),
        (
            "It fell, said [[Marta Lindqvist, a University of South Carolina history professor]].",
            [("history professor", "University of South Carolina")],
        ),
        (
            "It fell, said [[Marta Lindqvist, who leads Mr. Osei's Council of Marine Advisers]].",
            [("leads", "Council of Marine Advisers")],
        ),
        (
            "It fell, said [[Marta Lindqvist]], writing for RiverWatch.",
            [(None, "RiverWatch")],
        ),
        (
            "It fell, said [[Marta Lindqvist]] (Harbor News chairman and host), on Monday.",
            [("chairman", "Harbor News"), ("host", None)],
        ),
        (
            "It fell, said [[Marta Lindqvist]], pastor of a church and a supporter of former "
            "senator Bo Osei, who left.",
            [("pastor", "a church"), ("supporter of former senator Bo Osei", None)],
        ),
        (
            "It fell, said [[Marta Lindqvist]], who teaches law and letters at Riga University.",
            [("teaches", "Riga University")],
        ),
        (
            "It fell, said farmer [[Marta Lindqvist]] of Derry, before the rain.",
            [("farmer", None)],
        ),
        (
            "It fell, said [[Marta Lindqvist, who works in retail as a sales manager]].",
            [("sales manager", None)],
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
            "[[Marta Lindqvist, co-founder of the Latvian polling firm Harbor Watch]], said no.",
            [("co-founder", "Harbor Watch")],
        ),
        (
            "[[Marta Lindqvist, a professor of government at Riga University]], said it fell.",
            [("professor of government", "Riga University")],
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
            "[[Marta Lindqvist, Latvia’s ambassador to Norway]], said it fell.",
            [("ambassador to Norway", "Latvia")],
        ),
        (
            "[[Marta Lindqvist, a poet and the author of “The Low River”]], said it fell.",
            [("poet", None), ("author", "The Low River")],
        ),
        (
            "[[Marta Lindqvist, managing director and ice analyst at Norvik]], said it fell.",
            [("managing director and ice analyst", "Norvik")],
        ),
        (
            "[[Marta Lindqvist, a pilot at Norvik during the war and now head of the Tide Forum]], "
            "said it fell.",
            [("pilot", "Norvik"), ("head", "Tide Forum")],
        ),
        (
            "[[Marta Lindqvist, herself a harbor pilot]], said it fell.",
            [("harbor pilot", None)],
        ),
        (
            "[[Marta Lindqvist, who was Carl Brandt’s top adviser]], said it fell.",
            [("top adviser", None)],
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


def test_a_passing_description_of_what_somebody_may_become_is_nobodys() -> None:
    found = affiliations(
        "Ingrid Rolle, the Oslo senator, came on Monday. Rolle would not be the nominee.",
        "[[Rolle]] said that the tunnel was safe.",
    )
    assert "nominee" not in " ".join(role or "" for role, _ in found)
