"""A whole archive checked and repaired."""

from __future__ import annotations

from sqlalchemy import Engine, select, text

from db.connection.engine import writing
from db.keeping.check import check, verify
from db.keeping.structure import DECIDED
from db.schema.base import Base
from tests.db.keeping.test_compared import DAMAGES as OF_COMPARING
from tests.db.keeping.test_derived import DAMAGES as OF_DERIVED
from tests.db.keeping.test_ids import DAMAGES as OF_IDS
from tests.db.keeping.test_shown import DAMAGES as OF_STANDING
from tests.db.keeping.test_structure import DAMAGES as OF_STRUCTURE
from tests.db.keeping.test_texts import DAMAGES as OF_TEXTS
from tests.db.keeping.test_words import DAMAGES as OF_WORDS

MENDED = (
    "UPDATE claim SET content = 'All is well' WHERE id = 1",
    "UPDATE claim SET aside = 8 WHERE id = 3",
    "UPDATE entity SET canonical_id = id, label = NULL, label_key = NULL",
    "UPDATE claim_relation SET state = 'dismissed'",
    "UPDATE thread SET label = 'Frost', label_key = 'frost' WHERE labelled",
    "DROP INDEX ix_claim_reading",
)


def test_a_sound_archive(sound: Engine) -> None:
    found = check(sound)
    assert (found.articles, found.claims, found.problems, found.repaired) == (3, 6, [], 0)


def test_an_empty_archive(archive: Engine) -> None:
    assert verify(archive) == []


def test_damages_of_more_than_twenty_kinds_are_planted() -> None:
    all_kinds = (
        *(OF_COMPARING, OF_DERIVED, OF_IDS, OF_STANDING),
        *(OF_STRUCTURE, OF_TEXTS, OF_WORDS),
    )
    assert len({one.sql for kinds in all_kinds for one in kinds}) > 60


def decided(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with engine.connect() as connection:
        return {
            name: [tuple(row) for row in connection.execute(select(Base.metadata.tables[name]))]
            for name in sorted(DECIDED)
        }


def test_a_repair_makes_anew_what_can_be_and_nothing_of_what_people_decided(own: Engine) -> None:
    before = decided(own)
    with writing(own) as connection:
        for statement in MENDED:
            connection.execute(text(statement))
        changed = "UPDATE article_text SET text = replace(text, 'bread', 'broth') WHERE id = 2"
        connection.execute(text(changed))
    hurt = verify(own)
    found = check(own, repair=True)
    assert found.repaired == sum(one.mend is not None for one in hurt) == len(MENDED)
    assert {one.where for one in found.problems} == {one.where for one in hurt if one.mend is None}
    assert any(one.what == "does not have its hash" for one in found.problems)
    assert decided(own) == before
