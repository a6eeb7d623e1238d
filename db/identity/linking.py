"""Linking entities across articles: likely partners by key, and the program's judgements of them.

The program never touches a pair that a person has judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select, union, update
from sqlalchemy import text as sql

from claims.identity.linking import MOST_SUGGESTED, Linker, Pair
from claims.identity.matching import Match
from claims.identity.profile import Profile, keys_of
from claims.identity.verdict import Verdict
from db.identity.clusters import cluster
from db.identity.profiles import load_profiles
from db.schema.identity import EntityAffiliation, EntityKey, Judgement
from db.sql.chunks import chunks, chunks_of
from db.sql.id_list import among_given
from db.sql.insert import add, insert_new

PROGRAM: Final = "claims"
"""The author of the program's own judgements."""

_LOCK: Final = 0x77686F  # "who"; the key of PostgreSQL's advisory lock around judgements
_MANY: Final = ("s:", "g:")
"""Prefixes of keys that very many entities may share: a surname, a surname with an initial."""

# Made once: for a few rows, writing a statement takes longer than running it.
_KEYS: Final = select(EntityKey.key, EntityKey.entity_id).where(
    EntityKey.key.in_(bindparam("keys", expanding=True))
)
_SAME: Final = select(EntityKey.entity_id).where(EntityKey.key == bindparam("key"))

_ENOUGH: Final = MOST_SUGGESTED + 1
_FEW: Final = _SAME.limit(_ENOUGH + 1)
_MOST_SUPPORTED: Final = 20
_TOLERANCE: Final = 1e-6


def lock_identities(connection: Connection) -> None:
    """Have other writers wait before they judge, so that each sees what the others judged.

    On SQLite nobody else writes meanwhile anyway.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sql("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def relink(connection: Connection, changed: Iterable[int], *, now: datetime) -> None:
    """Judge entities that are new, or of whom more is known, and all that this bears on.

    Args:
        connection: In a transaction that writes and has `lock_identities`.
        changed: Ids of entities.
        now: The time of new judgements.
    """
    ids = list(changed)
    keep_keys(connection, ids)
    if touched := judge(connection, ids, now=now):
        cluster(connection, touched)


def judge(connection: Connection, changed: Iterable[int], *, now: datetime) -> set[int]:
    """As `relink`, once the keys are kept, but leave to the caller whom entities stand for.

    Returns:
        The entities that were or are now judged the same as another.
    """
    partners = StoredPartners(connection)
    linker = Linker(partners)
    bearing = linker.bearing(partners.load(changed).values())
    held = linker.decide(bearing.values())
    return _sync(connection, set(bearing), held, now)


def keep_keys(connection: Connection, ids: Iterable[int]) -> None:
    """Keep the keys by which these entities are found."""
    rows = [{"key": key, "entity_id": ident} for key, ident in sorted(keys_for(connection, ids))]
    add(connection, insert_new(connection, EntityKey), rows)


def keys_for(connection: Connection, ids: Iterable[int]) -> set[tuple[str, int]]:
    """The keys by which entities are to be found, each with the entity."""
    return {
        (key, profile.id)
        for profile in load_profiles(connection, ids).values()
        for keys in [keys_of(profile)]
        for key in keys.strong | keys.given
    }


class StoredPartners:
    """The partners of profiles in an archive, looked up for many at once where that is told."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._profiles: dict[int, Profile] = {}
        self._partners: dict[int, list[int]] = {}

    def load(self, ids: Iterable[int]) -> dict[int, Profile]:
        """Profiles by id."""
        wanted = set(ids)
        missing = wanted - self._profiles.keys()
        if missing:
            self._profiles |= load_profiles(self._connection, missing)
        return {ident: self._profiles[ident] for ident in sorted(wanted)}

    def fetch(self, profiles: Iterable[Profile]) -> None:
        """Look up the partners of these, as `Linker` asks for."""
        new = [each for each in profiles if each.id not in self._partners]
        if not new:
            return
        asked: dict[str, list[int]] = {}
        for each in new:
            self._partners[each.id] = []
            keys = keys_of(each)
            for key in keys.strong | keys.sought:
                if key.startswith(_MANY):
                    self._partners[each.id] += self._of_many(key, each)
                else:
                    asked.setdefault(key, []).append(each.id)
        for chunk in chunks_of(sorted(asked), 500):
            for key, ident in self._connection.execute(_KEYS, {"keys": chunk}).all():
                for asker in asked[key]:
                    self._partners[asker].append(ident)
        self.load(ident for each in new for ident in self._partners[each.id])

    def of(self, profile: Profile) -> Sequence[Profile]:
        """The partners of one."""
        self.fetch([profile])
        return [self._profiles[i] for i in sorted(set(self._partners[profile.id]))]

    def _of_many(self, key: str, profile: Profile) -> list[int]:
        """Who shares a key: all if they are few, else those who share an organization too."""
        wanted = {"key": key}
        found = list(self._connection.scalars(_FEW, wanted))
        if len(found) <= _ENOUGH:
            return found
        organizations = sorted(
            {affiliation.organization for affiliation in profile.affiliation_keys} - {""}
        )[:50]
        if not organizations:
            return []
        shared = (
            _SAME.join(EntityAffiliation, EntityAffiliation.entity_id == EntityKey.entity_id)
            .where(EntityAffiliation.organization.in_(organizations))
            .distinct()
            .limit(_MOST_SUPPORTED)
        )
        return list(self._connection.scalars(shared, wanted))


def _sync(
    connection: Connection, bearing: set[int], held: dict[Pair, Match], now: datetime
) -> set[int]:
    """Have the program's live judgements of these entities be the ones that hold.

    Returns:
        The entities that were or are now judged the same as another.
    """
    touched: set[int] = set()
    retired: list[int] = []
    for row in _live(connection, bearing):
        match = held.get((row.left_id, row.right_id))
        if row.author != PROGRAM or row.act_id is not None or _says(row, match):
            held.pop((row.left_id, row.right_id), None)
            continue
        retired.append(row.id)
        if row.verdict == Verdict.SAME:
            touched |= {row.left_id, row.right_id}
    for chunk in chunks(retired):
        connection.execute(
            update(Judgement).where(among_given(Judgement.id)).values(retired_at=now),
            {"ids": chunk},
        )
    add(connection, insert_new(connection, Judgement), [_row(b, m, now) for b, m in held.items()])
    return touched.union(*(both for both, match in held.items() if match.verdict is Verdict.SAME))


_COLUMNS: Final = (
    Judgement.id,
    Judgement.left_id,
    Judgement.right_id,
    Judgement.verdict,
    Judgement.score,
    Judgement.basis,
    Judgement.author,
    Judgement.act_id,
)
_LIVE: Final = union(
    *(
        select(*_COLUMNS).where(Judgement.retired_at.is_(None), among_given(side))
        for side in (Judgement.left_id, Judgement.right_id)
    )
)


def _live(connection: Connection, ids: set[int]) -> list[Any]:
    rows = {}
    for chunk in chunks(sorted(ids)):
        rows.update({row.id: row for row in connection.execute(_LIVE, {"ids": chunk})})
    return list(rows.values())


def _says(row: Any, match: Match | None) -> bool:
    """Whether a live row says what holds now."""
    return (
        match is not None
        and row.verdict == match.verdict
        and abs(row.score - match.score) < _TOLERANCE
        and row.basis == match.basis
    )


def _row(both: Pair, match: Match, now: datetime) -> dict[str, object]:
    left, right = both
    return {
        "left_id": left,
        "right_id": right,
        "verdict": match.verdict,
        "score": match.score,
        "basis": match.basis,
        "author": PROGRAM,
        "created_at": now,
    }
