"""Search text as users type it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.query.search_grammar import Alternative, Term, parse_search, words_of


def words(*each: str) -> tuple[Term, ...]:
    return tuple(Term((word,)) for word in each)


@pytest.mark.parametrize(
    ("text", "alternatives"),
    [
        ("night trams", [Alternative(words("night", "trams"))]),
        ('"night trams"', [Alternative((Term(("night", "trams")),))]),
        ("night*", [Alternative((Term(("night",), prefix=True),))]),
        ('"night tra"*', [Alternative((Term(("night", "tra"), prefix=True),))]),
        ("night -trams", [Alternative(words("night"), words("trams"))]),
        ('-"night trams"', [Alternative((), (Term(("night", "trams")),))]),
        (
            "trams OR ferry boats",
            [Alternative(words("trams")), Alternative(words("ferry", "boats"))],
        ),
        ("trams or ferry", [Alternative(words("trams", "or", "ferry"))]),
        ("east-bank", [Alternative((Term(("east", "bank")),))]),
        ("U.S.", [Alternative((Term(("U", "S")),))]),
        ('left "open', [Alternative(words("left", "open"))]),
        ("trams — !? (now)", [Alternative(words("trams", "now"))]),
        ("OR trams OR OR", [Alternative(words("trams"))]),
        ('"" *', []),
        ("", []),
    ],
)
def test_a_search_is_alternatives_of_what_is_wanted_and_what_is_not(
    text: str, alternatives: list[Alternative]
) -> None:
    assert list(parse_search(text)) == alternatives


@given(st.text())
def test_whatever_is_typed_gives_words_that_no_query_language_reads(text: str) -> None:
    for one in parse_search(text):
        for term in (*one.wanted, *one.unwanted):
            assert term.words == words_of(" ".join(term.words))
            assert not set("".join(term.words)) & set("\"'\\*()^:&|!<>-+~\x00 ")
