"""Topics with their numbers, as a list, as a facet and as a filter."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import Facet, chosen_values, facet_counts
from db.analysis.summary import count_claims
from db.analysis.topics import list_topics
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.query.sentence import sentence
from tests.db.comparison.topical import DOCK, QUAY, put


@pytest.fixture
def harbour(archive: Engine) -> Engine:
    put(archive, "quay.txt", QUAY)
    put(archive, "dock.txt", DOCK)
    return archive


def test_those_with_most_claims_first(harbour: Engine) -> None:
    found = [
        (r.label, r.claims, r.articles, r.speakers) for r in list_topics(harbour, ClaimQuery())
    ]
    assert found == [("harbour tunnels", 3, 2, 1), ("dredgers", 1, 1, 1)]


def test_of_the_claims_of_a_query_alone(harbour: Engine) -> None:
    found = [(r.label, r.claims) for r in list_topics(harbour, parse_filter("article:dock"))]
    assert found == [("dredgers", 1), ("harbour tunnels", 1)]
    assert len(list_topics(harbour, ClaimQuery(limit=1))) == 1


def test_a_value_of_the_facet_finds_the_claims_that_it_counts(harbour: Engine) -> None:
    counts = facet_counts(harbour, Facet.TOPIC, ClaimQuery())
    assert [(value.label, value.claims) for value in counts.values] == [
        ("harbour tunnels", 3),
        ("dredgers", 1),
    ]
    for value in counts.values:
        assert count_claims(harbour, ClaimQuery(topics=(value.key,))) == value.claims
    both = ClaimQuery(topics=tuple(value.key for value in counts.values))
    assert count_claims(harbour, both) == 4
    assert [value.claims for value in chosen_values(harbour, Facet.TOPIC, both)] == [3, 1]


def test_the_facet_is_narrowed_by_words(harbour: Engine) -> None:
    counts = facet_counts(harbour, Facet.TOPIC, ClaimQuery(), text="tun")
    assert [value.label for value in counts.values] == ["harbour tunnels"]


def test_a_topic_is_told_by_its_label_and_words_in_quotes(harbour: Engine) -> None:
    [value, _] = facet_counts(harbour, Facet.TOPIC, ClaimQuery()).values
    query = ClaimQuery(topics=(value.key, "noise"))
    assert sentence(query).endswith("on harbour tunnels or “noise”")
    assert parse_filter(query.to_filter()) == query
