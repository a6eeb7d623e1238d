"""Names stand in contents for the pronouns that mean them."""

from __future__ import annotations

import pytest

from claims.claim import Span
from claims.comparison.meaning.pronouns import named_content, reflexive

TEXT = "Ada Lund spoke. She said she would sell\n her house and that Bo Ek owed them nothing."


def at(written: str, after: int = 0) -> Span:
    start = TEXT.index(written, after)
    return Span(start, start + len(written))


CONTENT = Span(TEXT.index("she would"), len(TEXT) - 1)


def test_pronouns_give_way_to_names() -> None:
    known = {
        at("them"): "the Lunds",
        at("her"): "Ada Lund",
        at("she", CONTENT.start): "Ada Lund",
    }
    assert named_content(TEXT, [CONTENT], known) == (
        "Ada Lund would sell Ada Lund’s house and that Bo Ek owed the Lunds nothing"
    )


def test_of_a_name_in_s_the_apostrophe_is_enough() -> None:
    assert "sell James’ house" in named_content(TEXT, [CONTENT], {at("her"): "James"})


def test_names_are_those_that_speakers_are_called_by() -> None:
    known = {at("she", CONTENT.start): "Ada B. Lund", at("them"): "Norwegian government"}
    assert named_content(TEXT, [CONTENT], known) == (
        "Ada Lund would sell her house and that Bo Ek owed norway nothing"
    )


def test_names_and_what_stands_outside_stay() -> None:
    known = {at("Bo Ek"): "Bo Anders Ek", at("She"): "Ada Lund"}
    assert named_content(TEXT, [CONTENT], known) == (
        "she would sell her house and that Bo Ek owed them nothing"
    )


@pytest.mark.parametrize(
    ("content", "written"),
    [
        ("itself as the keeper of the weir", "itself"),
        ("to present “itself” as the keeper", None),
        ("to present itself as the keeper", "itself"),
        ("that Ada Lund hurt herself", None),
        ("the weir itself", None),
    ],
)
def test_who_speaks_is_meant_by_what_begins_with_itself(content: str, written: str | None) -> None:
    text = f"Harrow wants {content}."
    start = text.index(content)
    found = reflexive(text, Span(start, start + len(content)))
    assert (None if found is None else text[found.start : found.end]) == written


def test_pieces_are_joined() -> None:
    first = Span(CONTENT.start, TEXT.index("\n"))
    last = Span(TEXT.index("Bo Ek"), CONTENT.end)
    named = named_content(TEXT, [first, last], {at("them"): "the Lunds"})
    assert named == "she would sell Bo Ek owed the Lunds nothing"


def test_of_words_inside_each_other_the_first_is_replaced() -> None:
    text = "They hurt themselves."
    start = text.index("them")
    both = {Span(start, start + len(word)): "the Lunds" for word in ("themselves", "them")}
    assert named_content(text, [Span(0, len(text))], both).count("the Lunds") == 1
