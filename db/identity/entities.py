"""Entities by name: found, told apart from their namesakes, or made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from sqlalchemy import Connection, bindparam, func, select, update

from claims.claim import SpeakerKind
from claims.identity.namesakes import choose
from claims.identity.profile import Profile
from claims.language.folding import fold
from claims.language.names import Gender
from db.identity.profiles import load_profiles
from db.schema.identity import Entity, EntityName
from db.schema.public_ids import entity_public_id
from db.sql.chunks import chunks_of
from db.sql.insert import insert_new

# Made once: for a few rows, writing a statement takes longer than running it.
_BY_NAME: Final = (
    select(Entity.kind, Entity.name_key, Entity.id, Entity.gender)
    .where(
        Entity.name_key.in_(bindparam("keys", expanding=True)), Entity.kind.in_(list(SpeakerKind))
    )
    .order_by(Entity.namesake)
)
_AMONG: Final = Entity.public_id.in_(bindparam("ids", expanding=True))
_ITSELF: Final = (
    update(Entity).where(_AMONG, Entity.canonical_id.is_(None)).values(canonical_id=Entity.id)
)
_NUMBERS: Final = select(Entity.public_id, Entity.id).where(_AMONG)


class Name(NamedTuple):
    """What entities are looked up by."""

    kind: str
    key: str

    @classmethod
    def of(cls, one: Profile) -> Name:
        """The name of a profile."""
        return cls(one.kind, one.name_key)


class EntitiesByName:
    """The entities that names can mean; ``made`` are those that were not there before."""

    def __init__(self, connection: Connection) -> None:
        self.made: set[int] = set()
        self.organizations_made: dict[int, str] = {}
        self._connection = connection
        self._ids: dict[Name, list[int]] = {}
        self._genders: dict[int, Gender | None] = {}

    def know(self, profiles: Iterable[Profile]) -> None:
        """Look all of these names up, and make an entity for each that has none."""
        wanted = {Name.of(one): one for one in sorted(profiles, key=Name.of)}
        self._look_up(wanted)
        missing = [one for name, one in wanted.items() if name not in self._ids]
        if missing:
            self._make([(one, 0) for one in missing])

    def of(self, profile: Profile) -> int:
        """The entity that a name means here, made if it is none of its namesakes."""
        ids = self._ids[Name.of(profile)]
        if len(ids) == 1 and (ids[0] in self.made or not self._doubtful(profile, ids[0])):
            return ids[0]
        profiles = load_profiles(self._connection, ids)
        chosen = choose(profile, [profiles[ident] for ident in ids])
        return self._make([(profile, len(ids))])[0] if chosen is None else chosen.id

    def first(self, name: Name) -> int | None:
        """The first entity of a name that was looked up."""
        ids = self._ids.get(name)
        return ids[0] if ids else None

    def gender(self, ident: int) -> Gender | None:
        """What was known of an entity when it was looked up."""
        return self._genders.get(ident)

    def make(self, profile: Profile, namesake: int) -> int:
        """Another entity of a name."""
        return self._make([(profile, namesake)])[0]

    def _doubtful(self, profile: Profile, ident: int) -> bool:
        """Whether the only entity of a name could be somebody else."""
        if profile.bare:
            return bool(profile.affiliation_keys) or profile.gender is not None
        known = self._genders.get(ident)
        return None not in (profile.gender, known) and profile.gender is not known

    def _look_up(self, wanted: Iterable[Name]) -> None:
        keys = [name.key for name in wanted if name not in self._ids]
        for chunk in chunks_of(keys, 500):
            for kind, key, ident, gender in self._connection.execute(_BY_NAME, {"keys": chunk}):
                self._genders[ident] = Gender(gender) if gender else None
                self._ids.setdefault(Name(kind, key), []).append(ident)

    def _make(self, wanted: list[tuple[Profile, int]]) -> list[int]:
        """New entities; another writer may have made the same ones meanwhile."""
        rows = dict(_row(one, namesake) for one, namesake in wanted)
        self._connection.execute(
            insert_new(self._connection, Entity),
            [{"public_id": public_id, **row} for public_id, row in sorted(rows.items())],
        )
        these = {"ids": list(rows)}
        self._connection.execute(_ITSELF, these)
        found = dict(self._connection.execute(_NUMBERS, these).all())
        ids = [found[public_id] for public_id in rows]
        for ident, (one, _) in zip(ids, wanted, strict=True):
            self.made.add(ident)
            self._ids.setdefault(Name.of(one), []).append(ident)
            if one.kind == SpeakerKind.ORGANIZATION:
                self.organizations_made[ident] = one.name
        return ids


def new_namesake(connection: Connection, ident: int) -> int:
    """Another entity of the same name, for somebody else who is called so."""
    row = connection.execute(
        select(Entity.kind, Entity.name, Entity.name_key).where(Entity.id == ident)
    ).one()
    same = Entity.kind == row.kind, Entity.name_key == row.name_key
    count = connection.scalar(select(func.count()).select_from(Entity).where(*same)) or 0
    entities = EntitiesByName(connection)
    profile = Profile(0, SpeakerKind(row.kind), row.name, name_key=row.name_key)
    made = entities.make(profile, count)
    names = {"entity_id": made, "name_key": row.name_key, "name": row.name}
    connection.execute(insert_new(connection, EntityName), names)
    return made


def namesake_label(name: str, namesake: int) -> str | None:
    """What tells a namesake apart from the first one of that name: "Ana Ruiz (2)"."""
    return f"{name} ({namesake + 1})" if namesake else None


def _row(profile: Profile, namesake: int) -> tuple[str, dict[str, object]]:
    label = namesake_label(profile.name, namesake)
    return entity_public_id(profile.kind, profile.name_key, namesake), {
        "kind": profile.kind.value,
        "name": profile.name,
        "name_key": profile.name_key,
        "namesake": namesake,
        "label": label,
        "label_key": label and fold(label),
    }
