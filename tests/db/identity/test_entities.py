"""Entities by name: found, told apart from their namesakes, or made."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.claim import SpeakerKind
from claims.identity.profile import Profile
from db.connection.engine import writing
from db.identity.entities import EntitiesByName, Name
from db.schema.identity import Entity
from tests.db.archives import count

RUIZ = Profile(0, SpeakerKind.PERSON, "Ana Ruiz", name_key="ana ruiz")


def test_a_name_is_made_an_entity_once(archive: Engine) -> None:
    with writing(archive) as connection:
        entities = EntitiesByName(connection)
        entities.know([RUIZ, RUIZ])
        first = entities.of(RUIZ)
        assert entities.made == {first}
        again = EntitiesByName(connection)
        again.know([RUIZ])
        assert (again.of(RUIZ), again.first(Name.of(RUIZ)), again.made) == (first, first, set())
    assert count(archive, Entity) == 1


def test_a_namesake_is_another_entity_of_the_name(archive: Engine) -> None:
    with writing(archive) as connection:
        entities = EntitiesByName(connection)
        entities.know([RUIZ])
        other = entities.make(RUIZ, 1)
        assert entities.first(Name.of(RUIZ)) not in (None, other)
    assert count(archive, Entity) == 2
