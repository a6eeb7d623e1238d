"""Whom "I" means: who wrote the article, or a letter in it."""

from __future__ import annotations

from claims.claim import SpeakerKind
from tests.claims.extraction.scenes import last_speaker, speakers


def test_those_who_sign_letters_are_their_i() -> None:
    found = speakers(
        "LETTERS",
        "[[I]] think that the ferry is too old for the winter.",
        "Greta Lind",
        "Bergen, Norway",
        "[[I]] think that the ferry will last for ten more years.",
        "Carl Brandt",
        "Oslo, Norway",
    )
    assert found == [("Greta Lind",), ("Carl Brandt",)]


def test_letters_may_be_signed_with_name_and_place_in_one_line() -> None:
    found = speakers(
        "Letters: On the ferry",
        "[[I]] think that the ferry is too old for the winter.",
        "Greta Lind, Bergen",
        "[[I]] think that the ferry will last for ten more years.",
        "Carl Brandt, Narvik, Norway",
    )
    assert found == [("Greta Lind",), ("Carl Brandt",)]


def test_a_line_of_a_list_signs_nothing() -> None:
    found = speakers(
        "[[I]] think that the ferry is too old for the winter.",
        "The winner this year:",
        "Greta Lind, Bergen",
        "The jury met in June and will meet again.",
    )
    assert found == [("the article’s author",)]


def test_the_author_named_at_the_end_is_who_says_i() -> None:
    found = speakers(
        "[[I]] believe that the river is worth saving, whatever the council says.",
        "Every spring it floods the same three streets and no one is surprised.",
        "Marta Lindqvist is a poet in Riga.",
    )
    assert found == [("Marta Lindqvist",)]


def test_an_unknown_author_is_no_named_person() -> None:
    speaker = last_speaker("[[I]] believe that the river is worth saving.")
    assert speaker.kind is SpeakerKind.GROUP
