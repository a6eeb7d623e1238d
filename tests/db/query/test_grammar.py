"""The filter line as text: taking it apart and writing it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.query.grammar import SEARCH, QueryError, join_filter
from db.query.line import FILTER_KEYS, split_filter


@pytest.mark.parametrize(
    ("line", "pairs"),
    [
        ("", []),
        ("   ", []),
        ("speaker:brandt", [("speaker", "brandt")]),
        ('speaker:"Ilse Brandt" type:direct', [("speaker", "Ilse Brandt"), ("type", "direct")]),
        ("ORG:rail organization:tram", [("org", "rail"), ("org", "tram")]),
        ("confidence:0.5", [("min-confidence", "0.5")]),
        ("cue-class:belief Class:opinion", [("class", "belief"), ("class", "opinion")]),
        (
            "is:hedged not:negated -IS:prediction",
            [("is", "hedged"), ("not", "negated"), ("not", "prediction")],
        ),
        ("-isolated -is", [(SEARCH, "-isolated -is")]),
        ("night trams", [(SEARCH, "night trams")]),
        ('"night trams" -depot ferr*', [(SEARCH, '"night trams" -depot ferr*')]),
        ('-"night trams" x', [(SEARCH, '-"night trams" x')]),
        ("night speaker:brandt trams", [("speaker", "brandt"), (SEARCH, "night trams")]),
        ('query:"type:direct"', [(SEARCH, "type:direct")]),
        (r'topic:"the \"depot\" \\ roof"', [("topic", r'the "depot" \ roof')]),
        (r"article:C:\trams.txt", [("article", r"C:\trams.txt")]),
        ("https://ledger.example/depot", [(SEARCH, "https://ledger.example/depot")]),
        ('article:"left open', [("article", "left open")]),
        ('night "left open', [(SEARCH, 'night "left open')]),
        ("at 10:30", [(SEARCH, "at 10:30")]),
    ],
)
def test_a_line_is_terms_of_key_and_value_and_words_to_search_for(
    line: str, pairs: list[tuple[str, str]]
) -> None:
    assert split_filter(line) == pairs


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("speker:brandt", "unknown filter speker: (did you mean speaker: ?)"),
        ("colour:red", "unknown filter colour: (put it in quotes to search for it)"),
        ("speaker:", "speaker: has no value"),
        ("-is:", "not: has no value"),
        ('night org:"  "', "org: has no value"),
    ],
)
def test_what_cannot_be_understood_is_told_in_one_line(line: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        split_filter(line)

    assert str(caught.value) == message


VALUES = st.text(min_size=1).filter(str.strip)
PAIRS = st.lists(st.tuples(st.sampled_from([k for k in FILTER_KEYS if k != SEARCH]), VALUES))


@given(PAIRS, st.none() | VALUES)
@example([("speaker", "//")], None)
def test_what_is_written_reads_the_same(pairs: list[tuple[str, str]], words: str | None) -> None:
    terms = pairs if words is None else [*pairs, (SEARCH, words)]

    assert split_filter(join_filter(terms)) == terms


@given(st.text())
def test_any_line_is_read_or_refused_in_one_line(line: str) -> None:
    try:
        pairs, refusal = split_filter(line), ""
    except QueryError as error:
        pairs, refusal = [], str(error)

    assert len(refusal.splitlines()) <= 1
    assert split_filter(join_filter(pairs)) == pairs
