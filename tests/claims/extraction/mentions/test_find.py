"""Names are found whole, with titles off, whatever the model's entities make of them."""

from __future__ import annotations

import pytest
from spacy.tokens import Span

from claims.extraction.document.mentions import NameKind
from claims.extraction.document.tokens import Tokens
from claims.extraction.mentions.find import find_mentions
from tests.claims.extraction.mentions.found import persons
from tests.claims.extraction.scenes import prepared


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The plan failed, said Gov. Marta Lindqvist on Monday.", "Marta Lindqvist"),
        ("The plan failed, Dr. Nadège Verhoeven said on Monday.", "Nadège Verhoeven"),
        ("Vice President Ruben T. Halloran said the plan failed.", "Ruben T. Halloran"),
        ("Park Chan-su said the harbor would stay closed.", "Park Chan-su"),
        ('Rep. Robert J. "Bobby" Quill said the bill was dead.', 'Robert J. "Bobby" Quill'),
        ("Secretary of State Helen Marsh said talks would go on.", "Helen Marsh"),
        ("Harbor Commission Chairman Peter Osei said it would open.", "Peter Osei"),
        ("Prime Minister Nadim al-Masri said it would open.", "Nadim al-Masri"),
        ("President Abdel Karim el-Tawil said it would open.", "Abdel Karim el-Tawil"),
        ("Judge Zafar ul-Haq said it would open.", "Zafar ul-Haq"),
        ("Labour MP Jess Holt said it would open.", "Jess Holt"),
        ("Katherine Judge-Moreau said it would open.", "Katherine Judge-Moreau"),
        ("Cllr Peter Holm said it would open.", "Peter Holm"),
        ("Baroness Ekwall said it would open.", "Ekwall"),
    ],
)
def test_a_person_is_found_without_title_or_honorific(text: str, name: str) -> None:
    assert name in persons(text)


def test_a_possessive_is_no_part_of_a_name() -> None:
    assert "Ines Okonjo" in persons("Ines Okonjo’s ferry sank, and Ines Okonjo said so.")


@pytest.mark.parametrize("honorific", ["Mr.", "Ms."])
def test_an_east_asian_surname_is_known_in_either_place(honorific: str) -> None:
    text = f"Bao Lingyu said the port would grow. {honorific} Bao said it would take years."
    assert persons(text) == {"Bao Lingyu"}


def test_who_works_for_somebody_has_no_name_of_that() -> None:
    assert persons("The gate leaks.\n\nStaff for the Tide Bureau said it would be mended.") == set()


def test_a_name_never_begins_with_its_hyphen() -> None:
    doc = prepared("Al-Masri said the weir leaked.")
    doc.ents = [Span(doc, 2, 3, label="PERSON")]
    [found] = find_mentions(doc, Tokens(doc, ()))
    assert found.text == "Al-Masri"


def test_a_party_and_a_seat_are_no_name() -> None:
    doc = prepared("They asked Ann Tarrant, D-Lakefield, on Monday.")
    doc.ents = [Span(doc, 2, 4, label="PERSON"), Span(doc, 5, 8, label="PERSON")]
    assert [m.text for m in find_mentions(doc, Tokens(doc, ()))] == ["Ann Tarrant"]


def test_two_names_and_a_sign_are_a_firm() -> None:
    doc = prepared("Engines of Holm & Brandt leak.")
    doc.ents = [Span(doc, 2, 3, label="PERSON"), Span(doc, 4, 5, label="PERSON")]
    [found] = find_mentions(doc, Tokens(doc, ()))
    assert (found.text, found.kind) == ("Holm & Brandt", NameKind.ORGANIZATION)


def test_a_people_or_a_party_is_no_person() -> None:
    doc = prepared("Tory voters said the weir leaked.")
    doc.ents = [Span(doc, 0, 1, label="PERSON")]
    assert find_mentions(doc, Tokens(doc, ())) == []
