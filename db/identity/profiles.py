"""What is known of entities, as ``claims.identity`` compares them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select

from claims.claim import SpeakerKind
from claims.identity.organizations import acronym
from claims.identity.profile import AffiliationKey, Profile
from claims.language.names import Gender
from db.schema.identity import Entity, EntityAffiliation, EntityIdentifier, EntityName
from db.sql.chunks import chunks
from db.sql.id_list import among_given

_ENTITIES: Final = select(
    Entity.id, Entity.kind, Entity.name, Entity.name_key, Entity.gender
).where(among_given(Entity.id))
_AFFILIATIONS: Final = select(
    EntityAffiliation.entity_id, EntityAffiliation.role, EntityAffiliation.organization
).where(among_given(EntityAffiliation.entity_id))
_NAMES: Final = select(EntityName.entity_id, EntityName.name).where(
    among_given(EntityName.entity_id)
)
_IDENTIFIERS: Final = select(
    EntityIdentifier.entity_id, EntityIdentifier.scheme, EntityIdentifier.value
).where(among_given(EntityIdentifier.entity_id))


def load_profiles(connection: Connection, ids: Iterable[int]) -> dict[int, Profile]:
    """The profiles of entities by id."""
    found: dict[int, Profile] = {}
    for chunk in chunks(sorted(set(ids))):
        found.update(_load(connection, chunk))
    return found


def _load(connection: Connection, ids: list[int]) -> dict[int, Profile]:
    wanted = {"ids": ids}
    entities = connection.execute(_ENTITIES, wanted).all()
    persons = [row.id for row in entities if row.kind == SpeakerKind.PERSON]
    organizations = [row.id for row in entities if row.kind == SpeakerKind.ORGANIZATION]
    affiliation_keys: dict[int, set[AffiliationKey]] = defaultdict(set)
    if persons:
        for ident, role, organization in connection.execute(_AFFILIATIONS, {"ids": persons}).all():
            affiliation_keys[ident].add(AffiliationKey(role, organization))
    letters: dict[int, set[str]] = defaultdict(set)
    if organizations:
        for ident, name in connection.execute(_NAMES, {"ids": organizations}).all():
            if short := acronym(name):
                letters[ident].add(short)
    identifiers: dict[int, set[str]] = defaultdict(set)
    for ident, scheme, value in connection.execute(_IDENTIFIERS, wanted).all():
        identifiers[ident].add(f"{scheme}:{value}")
    return {
        row.id: Profile(
            id=row.id,
            kind=SpeakerKind(row.kind),
            name=row.name,
            affiliation_keys=frozenset(affiliation_keys[row.id]),
            gender=Gender(row.gender) if row.gender else None,
            acronyms=frozenset(letters[row.id]),
            identifiers=frozenset(identifiers[row.id]),
            name_key=row.name_key,
        )
        for row in entities
    }
