"""The tables of affiliations before they had their name, with rows in them."""

from __future__ import annotations

from sqlalchemy import Engine, inspect, text

from claims.claim import SpeakerKind
from claims.identity.authority import KnownAffiliation, KnownEntity
from db.identity.authority import import_authority
from db.keeping.check import verify
from db.migrations.run import downgrade, upgrade

KNOWN = [
    KnownEntity(
        SpeakerKind.PERSON,
        "Ana Ruiz",
        affiliations=(KnownAffiliation("head", "Delta Lab"), KnownAffiliation("mayor", None)),
    ),
    KnownEntity(SpeakerKind.PERSON, "Bo Lind", affiliations=(KnownAffiliation("pilot", "Cloud"),)),
]
LATER = KnownEntity(SpeakerKind.PERSON, "Cy Moe", affiliations=(KnownAffiliation("cook", "Cloud"),))


def test_rows_outlive_going_back_to_the_other_names_and_up_again(archive: Engine) -> None:
    import_authority(archive, KNOWN, "known.csv", "ines")
    known, derived = rows(archive, "known_affiliation"), rows(archive, "entity_affiliation")
    assert len(known) == 3
    assert derived

    downgrade(archive, "0015")
    assert {"known_post", "entity_post"} <= {*inspect(archive).get_table_names()}
    assert rows(archive, "known_post") == known
    assert rows(archive, "entity_post") == derived

    upgrade(archive)
    assert rows(archive, "known_affiliation") == known
    assert rows(archive, "entity_affiliation") == derived
    assert import_authority(archive, [LATER], "later.csv", "ines").affiliations == 1
    assert [row[0] for row in rows(archive, "known_affiliation")] == [1, 2, 3, 4]
    assert verify(archive) == []


def rows(engine: Engine, table: str) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return sorted(tuple(row) for row in connection.execute(text(f"SELECT * FROM {table}")))
