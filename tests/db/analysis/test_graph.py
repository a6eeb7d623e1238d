"""Who speaks on what as a network."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.analysis.graph import Edge, read_graph
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.comparison import topical
from tests.db.conftest import Filled


@pytest.fixture
def harbour(shared: Filled) -> Engine:
    return shared(topical.harbour)


def test_speakers_are_joined_with_topics(harbour: Engine) -> None:
    found = read_graph(harbour, ClaimQuery(), "topic", 99)
    lund, tunnels, dredgers = found.nodes
    assert [(one.label, one.kind, one.claims) for one in found.nodes] == [
        ("Ada Lund", "speaker", 4),
        ("harbour tunnels", "topic", 3),
        ("dredgers", "topic", 1),
    ]
    assert found.edges == (Edge(lund.id, tunnels.id, 3), Edge(lund.id, dredgers.id, 1))
    few = read_graph(harbour, parse_filter("article:quay"), "topic", 1)
    assert (len(few.nodes), few.edges[0].claims, few.others) == (2, 2, 1)
