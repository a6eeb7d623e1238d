"""What comparing keeps of words, against these words."""

from __future__ import annotations

from itertools import chain

import pytest
from sqlalchemy import Engine, select, text

from db.articles.delete import delete_articles
from db.comparison.rebuild import rebuild
from db.connection.engine import writing
from db.keeping.check import check, verify
from db.schema.comparison.topics import Phrase
from tests.db.keeping.damage import Damage, on_postgresql, on_sqlite, plant, plant_together

OF_COMPARING = (
    Damage(
        "DELETE FROM article_shingle WHERE hash = "
        "(SELECT min(hash) FROM article_shingle WHERE article_id = 2)",
        "article a",
        "1 lacking, 0 odd",
        mends=False,
    ),
    Damage(
        "INSERT INTO article_shingle (hash, article_id) VALUES (5, 1)",
        "article a",
        "0 lacking, 1 odd",
        mends=False,
    ),
    Damage(
        "UPDATE quotation SET words_key = 7 WHERE id = 1",
        "quotation",
        "1 of claims that do not quote them",
        mends=False,
    ),
    Damage(
        "UPDATE quotation SET weight = -1 WHERE id = 2",
        "quotation",
        "1 without the weight of their words",
        mends=False,
    ),
    Damage(
        "UPDATE quotation_key SET key = key + 1 WHERE quotation_id = 2 AND key = "
        "(SELECT max(key) FROM quotation_key WHERE quotation_id = 2)",
        "quotation_key",
        "are not those of the quotations",
        mends=False,
    ),
    Damage(
        "UPDATE text_vector SET vector = substr(vector, 2) WHERE id = 1",
        "text_vector",
        "1 that are not whole",
        mends=False,
    ),
    Damage(
        "INSERT INTO encoding (id, sha256, form) VALUES (9, 'other', 'form'); "
        "UPDATE text_vector SET encoding_id = 9 WHERE id = (SELECT max(id) FROM text_vector)",
        "claim c",
        "has a vector of other weights",
        mends=False,
    ),
)
LABELS = (
    Damage(
        "UPDATE phrase SET label = 'Frost' WHERE key = 'dry winter'",
        "phrase p",
        "is called 'Frost', as nothing that has it is",
    ),
)
DAMAGES = (*OF_COMPARING, *LABELS)


@on_sqlite(DAMAGES)
def test_damage_is_found_and_mended_where_it_can_be(sound: Engine, damage: Damage) -> None:
    plant(sound, damage)


@on_postgresql
def test_so_are_all_at_once(sound: Engine) -> None:
    plant_together(sound, DAMAGES)


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_vector_of_zeros_points_nowhere(sound: Engine) -> None:
    zeros = "UPDATE text_vector SET vector = zeroblob(length(vector)) WHERE id = 2"
    plant(sound, Damage(zeros, "text_vector", "1 that are not whole", mends=False))


def test_comparing_anew_mends_what_comparing_made(own: Engine) -> None:
    for statement in chain.from_iterable(damage.sql.split(";") for damage in OF_COMPARING):
        with writing(own) as connection:
            assert connection.execute(text(statement)).rowcount
    hurt = verify(own)
    assert [one for one in OF_COMPARING if not one.is_told(hurt)] == []
    assert [one for one in hurt if not one.compares] == []
    rebuild(own)
    assert verify(own) == []


def test_a_topic_is_called_again_as_claims_have_it(own: Engine) -> None:
    with own.connect() as connection:
        before = connection.execute(select(Phrase.key, Phrase.label)).all()
    with writing(own) as connection:
        connection.execute(text("UPDATE phrase SET label = '?'"))
    check(own, repair=True)
    with own.connect() as connection:
        assert connection.execute(select(Phrase.key, Phrase.label)).all() == before


def test_what_deleted_articles_called_a_topic_it_may_go_on_being_called(own: Engine) -> None:
    with own.connect() as connection:
        ids = connection.scalars(text("SELECT public_id FROM article WHERE id <> 2")).all()
    delete_articles(own, ids, "ines")
    assert verify(own) == []
