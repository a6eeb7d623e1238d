"""Noun phrases as an index has them."""

from __future__ import annotations

import pytest

from claims.extraction.document.analysis import analysis
from claims.extraction.phrases.find import find_phrases, is_whole, words_of
from claims.extraction.pipeline import Extractor
from tests.claims.extraction.articles import article


@pytest.mark.parametrize(
    ("said", "phrases"),
    [
        (
            "The port needs new floating cranes.",
            ["port", "new floating cranes"],
        ),
        (
            "They signed the Bank of Norland charter.",
            ["Bank of Norland charter"],
        ),
        ("Norland’s harbour tunnel was flooded.", ["Norland", "harbour tunnel"]),
        ("It was a “no limits” friendship.", ["no limits” friendship"]),
        ("Nobody there wants it.", []),
    ],
)
def test_modifiers_and_head_without_what_stands_before(
    extractor: Extractor, said: str, phrases: list[str]
) -> None:
    doc = extractor.document(article(said))
    tokens = analysis(doc).named.tokens
    found = find_phrases(tokens, (0, len(doc)), ())
    assert [tokens.slice(*phrase) for phrase in found] == phrases


def test_what_is_barred_ends_a_phrase(extractor: Extractor) -> None:
    tokens = analysis(extractor.document(article("The harbour tunnel plan failed."))).named.tokens
    assert list(find_phrases(tokens, (0, len(tokens)), {2})) == [(1, 2), (3, 4)]


def test_common_nouns_are_in_the_singular_and_names_as_written(extractor: Extractor) -> None:
    doc = extractor.document(article("Floating cranes of Élan Yards stood idle."))
    tokens = analysis(doc).named.tokens
    keys = [
        words_of(tokens, [doc[i].lemma_ for i in range(*phrase)], phrase)
        for phrase in find_phrases(tokens, (0, len(doc)), ())
    ]
    assert keys[0][-1] == "crane"
    assert keys[-1] == ("elan", "yards")


def test_a_name_is_whole_and_a_common_phrase_is_not(extractor: Extractor) -> None:
    tokens = analysis(extractor.document(article("New rules reached New Moorfield."))).named.tokens
    found = list(find_phrases(tokens, (0, len(tokens)), ()))
    assert [is_whole(tokens, phrase) for phrase in found] == [False, True]
