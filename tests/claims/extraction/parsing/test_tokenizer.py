"""Where the tokenizer parts what belongs apart."""

from __future__ import annotations

import pytest
import spacy

from claims.extraction.parsing.tokenizer import part_words


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("“It is thin.”― Ana Ruiz", ["”", "―", "Ana", "Ruiz"]),
        ("“It is thin.”—Ana Ruiz", ["”", "—", "Ana", "Ruiz"]),
        ('"It is thin."- Ana Ruiz', ['"', "-", "Ana", "Ruiz"]),
        ('"It is thin."--Ana Ruiz', ['"', "--", "Ana", "Ruiz"]),
    ],
)
def test_a_dash_after_a_quotation_stands_alone(text: str, last: list[str]) -> None:
    nlp = spacy.blank("en")
    part_words(nlp)
    assert [token.text for token in nlp(text)][-4:] == last


def test_a_dash_that_opens_a_line_of_a_list_is_no_part_of_a_name() -> None:
    nlp = spacy.blank("en")
    part_words(nlp)
    assert [token.text for token in nlp("-Ana Ruiz at -5")] == ["-", "Ana", "Ruiz", "at", "-5"]


def test_the_full_stop_of_a_title_belongs_to_it() -> None:
    nlp = spacy.blank("en")
    part_words(nlp)
    assert [token.text for token in nlp("Coun. Ruiz asked Cpl. Lee.")] == [
        *("Coun.", "Ruiz", "asked", "Cpl.", "Lee", "."),
    ]


@pytest.mark.parametrize("text", ["A well-known rule.", "Pages 3-4 and 1990–95.", "x -- y"])
def test_other_dashes_are_as_the_model_knows_them(text: str) -> None:
    nlp = spacy.blank("en")
    before = [token.text for token in nlp(text)]
    part_words(nlp)
    assert [token.text for token in nlp(text)] == before
