"""Who appears in an article, and by which of the names."""

from __future__ import annotations

import pytest

from claims.claim import Affiliation, Span
from claims.extraction.document.clusters import MentionCluster, MentionClusters
from claims.extraction.document.mentions import Mention, NameKind

WHOLE = Mention(2, 4, NameKind.PERSON, "Ann Tarrant")
LAST = Mention(9, 10, NameKind.PERSON, "Tarrant")
BODY = Mention(6, 7, NameKind.ORGANIZATION, "Norbank")


def test_the_fullest_name_is_known_once_it_is_mentioned() -> None:
    cluster = MentionCluster(NameKind.PERSON, [LAST])
    assert cluster.name == "Tarrant"
    cluster.mentions.append(WHOLE)
    assert cluster.name == "Ann Tarrant"


def test_mentions_are_counted_up_to_a_token() -> None:
    cluster = MentionCluster(NameKind.PERSON, [WHOLE, LAST])
    assert [cluster.before(token) for token in (2, 3, 20)] == [0, 1, 2]
    assert [cluster.last_before(token) for token in (2, 3, 20)] == [-1, 2, 9]


def test_affiliations_come_in_the_order_of_their_evidence() -> None:
    later, first = (Affiliation(role, None, Span(at, at + 5)) for role, at in (("a", 9), ("b", 1)))
    cluster = MentionCluster(NameKind.PERSON, [WHOLE], affiliations=[later, first])
    assert cluster.stated() == (first, later)


def test_every_token_of_a_mention_leads_to_its_bearer() -> None:
    person = MentionCluster(NameKind.PERSON, [WHOLE, LAST])
    organization = MentionCluster(NameKind.ORGANIZATION, [BODY])
    found = MentionClusters(
        [person, organization], [WHOLE, BODY, LAST], {2: person, 6: organization, 9: person}
    )
    assert [found.mention_at(token) for token in (1, 2, 3, 4, 6)] == [
        None, WHOLE, WHOLE, None, BODY
    ]  # fmt: skip
    assert [found.person_at(token) for token in (1, 3, 6)] == [False, True, False]
    assert (found.persons, found.organizations) == ([person], [organization])
    assert found.cluster_of(LAST) is person
    with pytest.raises(KeyError):
        found.cluster_of(Mention(30, 31, NameKind.PERSON, "Nobody"))
