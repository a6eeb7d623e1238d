"""Full-text search: one meaning on both backends, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from claims.article import Article
from claims.claim import Claim, ClaimType, Span
from db.archive import open_archive
from db.claims.view import open_view
from db.query.model import MOST, ClaimQuery
from tests.db.archives import Server, copy_of
from tests.db.library import shelve

SENTENCES = (
    "China/Russia talks stalled, U.S. officials said",
    "the pipeline will not be built before 2030.5",
    "pipelines, not tankers: that’s the answer",
    "prices of naïve buyers rose by 3.5%",
    "state-owned Müller & Söhne sold its tankers",
    "mail editor@ledger.example or see www.ledger.example/depot",
    "<b>negotiated</b> companies; company negotiations",
    "it is what it is – and who isn't?",
)
TEXT = "Sentences\n\n" + "\n".join(SENTENCES) + "\n"


@pytest.fixture(scope="module")
def both(
    server: Server,
    template_file: Path,
    template_database: str,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Engine, Engine]]:
    """The same sentences, each a claim, on SQLite and on PostgreSQL."""
    file = copy_of(template_file, tmp_path_factory.mktemp("sentences"))
    with server.database(template_database) as url:
        engines = open_archive(str(file)), open_archive(url)
        for engine in engines:
            shelve(engine, Article(path="/sentences.txt", text=TEXT, title="Sentences"), claims())
        yield engines
        for engine in engines:
            engine.dispose()


def claims() -> list[Claim]:
    starts = [TEXT.index(sentence) for sentence in SENTENCES]
    return [
        Claim(ClaimType.INDIRECT, (Span(start, start + len(sentence)),))
        for start, sentence in zip(starts, SENTENCES, strict=True)
    ]


def numbers(engine: Engine, query: ClaimQuery) -> list[int]:
    """Which of the sentences are found, counted from 0."""
    view = open_view(engine, query)
    return [SENTENCES.index(row.content) for row in view.rows(0, len(view))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("russia", [0]),
        ("U.S.", [0]),
        ("use", []),
        ("official", [0]),
        ("pipeline", [1, 2]),
        ("not", [1, 2]),
        ("will", [1]),
        ('"will not be"', [1]),
        ("2030", [1]),
        ("3.5", [3]),
        ("naive", [3]),
        ("NAÏVE", [3]),
        ("muller", [4]),
        ("so\u0308hne", [4]),
        ("owned", [4]),
        ("editor", [5]),
        ("depot", [5]),
        ("negotiate", [6]),
        ('"negotiated companies"', []),
        ('"b companies"', [6]),
        ("compan*", [6]),
        ("that's", [2]),
        ("that’s answer -pipeline", []),
        ("tankers -pipeline", [4]),
        ("-the -it", [0, 3, 5, 6]),
        ("who OR whom OR mail", [5, 7]),
        ("is", [7]),
    ],
)
def test_both_backends_find_the_same(
    both: tuple[Engine, Engine], text: str, expected: list[int]
) -> None:
    assert [numbers(engine, ClaimQuery(text=text)) for engine in both] == [expected, expected]
    # Where dates are not the order, PostgreSQL asks each claim whether its own words match.
    for engine in both:
        assert sorted(numbers(engine, ClaimQuery(text=text, sort="speaker"))) == expected


def test_an_accent_without_a_letter_is_no_word(both: tuple[Engine, Engine]) -> None:
    assert [numbers(engine, ClaimQuery(topics=("\u0300",))) for engine in both] == [[], []]
    whole, with_it = (ClaimQuery(text=text) for text in ("river", "river \u0300"))
    assert all(numbers(engine, with_it) == numbers(engine, whole) for engine in both)


# What may break a query language, words that are there, and anything else.
SIGNS = [*"\"*-():^'\\&|!<>%_{}[]~+;,./", "OR", "AND", "NOT", "NEAR", "content:", " ", "–", "\x00"]
PARTS = st.sampled_from([*SIGNS, *" ".join(SENTENCES).split()])
TYPED = (st.lists(PARTS, min_size=1, max_size=12).map("".join) | st.text(min_size=1)).filter(
    str.strip
)


@settings(max_examples=60, deadline=None)
@given(text=TYPED)
def test_nothing_that_is_typed_fails_on_either(both: tuple[Engine, Engine], text: str) -> None:
    for engine in both:
        for query in (
            ClaimQuery(text=text),
            ClaimQuery(topics=(text,)),
            ClaimQuery(speakers=(text,)),
        ):
            assert set(numbers(engine, query)) <= set(range(len(SENTENCES)))


@settings(max_examples=50, deadline=None)
@given(text=TYPED, limit=st.integers(1, 5), descending=st.booleans())
def test_the_first_claims_of_a_topic_are_the_first_of_all_of_them(
    both: tuple[Engine, Engine], text: str, limit: int, descending: bool
) -> None:
    whole = ClaimQuery(topics=(text,), descending=descending)
    for engine in both:
        first = numbers(engine, replace(whole, limit=limit))
        assert first == numbers(engine, whole)[:limit]


@settings(max_examples=60, deadline=None)
@given(text=st.lists(PARTS, min_size=1, max_size=8).map("".join).filter(str.strip))
def test_both_backends_agree_on_whatever_is_made_of_their_words(
    both: tuple[Engine, Engine], text: str
) -> None:
    sqlite, postgresql = both

    for sort in ("published", "confidence"):
        query = ClaimQuery(text=text, sort=sort)
        assert numbers(sqlite, query) == numbers(postgresql, query)


@settings(max_examples=50, deadline=None)
@given(text=TYPED)
def test_other_filters_take_any_text_as_well(both: tuple[Engine, Engine], text: str) -> None:
    found = [
        [
            numbers(engine, ClaimQuery(articles=(text,))),
            numbers(engine, ClaimQuery(outlets=(text,))),
            numbers(engine, ClaimQuery(organizations=(text,))),
        ]
        for engine in both
    ]

    assert found[0] == found[1]


LONG = {
    "one word again and again": "a " * 500,
    "as many words as can be": " ".join(a + b for a in ascii_lowercase for b in "abcdefghijklm"),
    "one long word": "a" * 1000,
    "without all": "-a OR " * 166 + "-a",
    "any of many": "a OR " * 199 + "a",
    "any of many pairs": "a -b OR " * 124 + "a",
    "dots": "x." * 500,
    "quotation marks": '"' * 1000,
    "parentheses": "(" * 999 + "a",
}


@pytest.mark.parametrize("text", [pytest.param(v[:1000], id=k) for k, v in LONG.items()])
def test_the_longest_texts_can_be_asked_for(both: tuple[Engine, Engine], text: str) -> None:
    for engine in both:
        for part in ("speakers", "organizations", "articles", "outlets", "topics", "text"):
            wanted = (text,) if part.endswith("s") else text
            numbers(engine, ClaimQuery(limit=MOST, **{part: wanted}))  # type: ignore[arg-type]


def test_a_lone_surrogate_is_found_nowhere(both: tuple[Engine, Engine]) -> None:
    for engine in both:
        for part in ("speakers", "organizations", "articles", "outlets", "topics", "text"):
            wanted = ("\udcff",) if part.endswith("s") else "\udcff"
            assert numbers(engine, ClaimQuery(**{part: wanted})) == []  # type: ignore[arg-type]
