"""The words of a document as columns."""

from __future__ import annotations

import spacy

from claims.extraction.document.tokens import Tokens
from claims.quotations.find import find_quotations


def tokens(text: str) -> Tokens:
    return Tokens(spacy.blank("en")(text), find_quotations(text, [(0, len(text))]))


def test_words_are_found_by_their_place_in_the_text() -> None:
    read = tokens("The dam held.")
    assert read.find(4, 7) == (1, 2)
    assert read.find(5, 9) == (1, 3)
    assert read.slice(*read.find(4, 12)) == "dam held"


def test_white_space_is_written_plain_and_lines_are_kept_apart() -> None:
    read = tokens("The dam\n held.")
    assert read.slice(0, 4) == "The dam\n held"
    assert read.plain(0, 4) == "The dam held"
    assert read.line(1) == "The dam"
    assert [read.is_space(at) for at in range(4)] == [False, False, True, False]


def test_what_stands_in_quotation_marks_is_known() -> None:
    read = tokens("She said “no” twice.")
    quoted = [text for text, inside in zip(read.text, read.quoted, strict=True) if inside]
    assert quoted == ["“", "no", "”"]


def test_no_sentence_begins_inside_a_name() -> None:
    doc = spacy.blank("en")("Scottie Holm rowed. Lind left.")
    for word, tag in zip(doc, ("NNP", "NNP", "VBD", ".", "NNP", "VBD", "."), strict=True):
        word.tag_ = tag
        word.is_sent_start = word.i in (0, 1, 4)
    assert Tokens(doc, ()).sent == [0, 0, 0, 0, 1, 1, 1]
