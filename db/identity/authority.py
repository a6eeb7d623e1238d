"""Loading an authority file: one act, which improves linking and can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, Engine, insert, select

from claims.claim import SpeakerKind
from claims.identity.authority import KnownEntity
from claims.identity.linking import pair
from claims.identity.profile import affiliation_keys_of
from claims.identity.verdict import Verdict
from claims.language.folding import fold
from db.identity.clusters import cluster
from db.identity.decisions import Acting, acting, entity_named
from db.identity.entities import new_namesake
from db.identity.linking import relink
from db.schema.identity import (
    EntityAffiliation,
    EntityIdentifier,
    Judgement,
    KnownAffiliation,
    OrganizationParent,
)
from db.sql.chunks import chunks_of
from db.sql.insert import add, insert_new

_BATCH: Final = 500


@dataclass
class Imported:
    """How much of a file was new; ``act`` is None if nothing was.

    ``refused`` are aliases that a person judged to be somebody else's.
    """

    entities: int = 0
    aliases: int = 0
    affiliations: int = 0
    refused: int = 0
    act: int | None = None

    @property
    def new(self) -> bool:
        """Whether anything was."""
        return bool(self.entities or self.aliases or self.affiliations)


class _NothingNewError(Exception):
    """Leaves the transaction without a trace of it."""


def import_authority(
    engine: Engine, known: Sequence[KnownEntity], source: str, author: str
) -> Imported:
    """Store what an authority file knows and link by it.

    What is stored already is passed over, so that a file can be loaded again. People's own
    judgements go before a file's.

    Args:
        engine: Of the archive.
        known: What the file has.
        source: What the file is called.
        author: Who loads it.

    Raises:
        ArchiveError: The database failed.
    """
    done = Imported()
    try:
        with acting(engine, author) as connection:
            act = Acting(connection, author, f"import {source}")
            loading = _Loading(connection, act, done)
            for each in known:
                loading.load(each)
            if not done.new:
                raise _NothingNewError
            for chunk in chunks_of(sorted(act.touched), _BATCH):
                relink(connection, chunk, now=act.now)
            cluster(connection, act.touched)
            done.act = act.number
    except _NothingNewError:
        pass
    return done


class _Loading:
    """The state of one import."""

    def __init__(self, connection: Connection, act: Acting, done: Imported) -> None:
        self._connection = connection
        self._act = act
        self._done = done

    def load(self, known: KnownEntity) -> None:
        """Store one person or organization."""
        ident = self._entity(known)
        for name in known.aliases:
            self._alias(ident, known.kind, name)
        self._affiliations(ident, known)
        if known.parent:
            self._parent(ident, known.parent)
        self._act.touched.add(ident)

    def _entity(self, known: KnownEntity) -> int:
        """The entity with one of the ids, else the one of that name, if its ids are no others."""
        table = EntityIdentifier
        for scheme, value in known.identifiers:
            same = select(table.entity_id).where(table.scheme == scheme, table.value == value)
            if (ident := self._connection.scalar(same)) is not None:
                return ident
        ident = entity_named(self._connection, known.kind, known.name)
        if not known.identifiers:
            return ident
        schemes = [scheme for scheme, _ in known.identifiers]
        others = select(table.value).where(table.entity_id == ident, table.scheme.in_(schemes))
        if self._connection.scalar(others.limit(1)) is not None:
            ident = new_namesake(self._connection, ident)
        rows = [
            {"scheme": scheme, "value": value, "entity_id": ident, "act_id": self._act.number}
            for scheme, value in known.identifiers
        ]
        add(self._connection, insert(table), rows)
        self._done.entities += 1
        return ident

    def _alias(self, ident: int, kind: SpeakerKind, name: str) -> None:
        other = entity_named(self._connection, kind, name)
        if other == ident:
            return
        left, right = pair(ident, other)
        judged = self._connection.execute(
            select(Judgement.verdict, Judgement.act_id).where(
                Judgement.left_id == left,
                Judgement.right_id == right,
                Judgement.retired_at.is_(None),
            )
        ).first()
        if judged is not None and judged.act_id is not None:
            self._done.refused += judged.verdict != Verdict.SAME
            return
        self._act.judge(ident, other, Verdict.SAME, "an authority file gives both names")
        self._done.aliases += 1

    def _affiliations(self, ident: int, known: KnownEntity) -> None:
        table = KnownAffiliation
        stored = {
            tuple(row)
            for row in self._connection.execute(
                select(
                    KnownAffiliation.role,
                    KnownAffiliation.organization,
                    KnownAffiliation.since,
                    KnownAffiliation.until,
                ).where(KnownAffiliation.entity_id == ident)
            )
        }
        for each in known.affiliations:
            if (each.role, each.organization, each.since.value, each.until.value) in stored:
                continue
            if each.organization:
                kind = SpeakerKind.ORGANIZATION
                self._act.touched.add(entity_named(self._connection, kind, each.organization))
            self._connection.execute(
                insert(table),
                {
                    "entity_id": ident,
                    "role": each.role,
                    "organization": each.organization,
                    "organization_key": fold(each.organization) if each.organization else None,
                    "since": each.since.value,
                    "since_precision": each.since.precision,
                    "until": each.until.value,
                    "until_precision": each.until.precision,
                    "act_id": self._act.number,
                },
            )
            for evidence in sorted(affiliation_keys_of(each.role, each.organization)):
                row = {"entity_id": ident, **evidence._asdict()}
                self._connection.execute(insert_new(self._connection, EntityAffiliation), row)
            self._done.affiliations += 1

    def _parent(self, ident: int, name: str) -> None:
        parent = entity_named(self._connection, SpeakerKind.ORGANIZATION, name)
        if parent == ident:
            return
        self._act.touched.add(parent)
        row = {"child_id": ident, "parent_id": parent, "act_id": self._act.number}
        stored = self._connection.execute(
            select(OrganizationParent.child_id).where(
                OrganizationParent.child_id == ident, OrganizationParent.parent_id == parent
            )
        ).first()
        if stored is None:
            self._connection.execute(insert(OrganizationParent), row)
            self._done.affiliations += 1
