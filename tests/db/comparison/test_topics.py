"""What claims are about is stored with them, and the same topics come of any order of articles."""

from __future__ import annotations

from sqlalchemy import Engine, select

from db.comparison.topics import group_anew
from db.connection.engine import writing
from db.schema.comparison.topics import ClaimPhrase, Phrase
from tests.db.comparison.topical import DOCK, QUAY, put


def grouped(engine: Engine) -> dict[str, str]:
    """Labels of phrases, each with that of its topic."""
    topic = Phrase.__table__.alias("topic")
    with engine.connect() as connection:
        rows = connection.execute(
            select(Phrase.label, topic.c.label).join(topic, topic.c.id == Phrase.topic_id)
        )
        return {row[0]: row[1] for row in rows}


WHOLE = {
    "harbour tunnels": "harbour tunnels",
    "harbour tunnel plan": "harbour tunnels",
    "dredgers": "dredgers",
}


def test_phrases_that_tell_something_are_kept_and_grouped(archive: Engine) -> None:
    put(archive, "quay.txt", QUAY)
    assert grouped(archive) == {
        "harbour tunnel": "harbour tunnel",
        "harbour tunnel plan": "harbour tunnel",
    }
    put(archive, "dock.txt", DOCK)
    assert grouped(archive) == WHOLE


def test_a_shorter_phrase_takes_older_ones_when_all_are_grouped_anew(archive: Engine) -> None:
    put(archive, "plan.txt", {"the harbour tunnel plan was dead": ("harbour tunnel plan",)})
    put(archive, "dock.txt", DOCK)
    assert grouped(archive)["harbour tunnel plan"] == "harbour tunnel plan"
    with writing(archive) as connection:
        assert group_anew(connection) == 2
    assert grouped(archive) == WHOLE


def test_a_claim_with_a_phrase_twice_has_it_once(archive: Engine) -> None:
    put(archive, "quay.txt", QUAY)
    with archive.connect() as connection:
        having = connection.execute(select(ClaimPhrase.claim_id, ClaimPhrase.phrase_id)).all()
    assert len(having) == len(set(having)) == 2
