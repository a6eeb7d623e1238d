"""The tables of who is who: entities, judgements, labels and namings with their acts, and what is
derived.

Judgements, labels and namings are never edited: one is retired and another one added. A row that a
person made belongs to an act, which can be undone; the program's own rows belong to none.
``entity.canonical_id`` and the tables marked derived are computed from live rows.
"""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from claims.claim import SpeakerKind
from claims.identity.verdict import Verdict
from claims.partial_date import Precision
from db.schema.base import CLUSTERED, Base, Id, Words, one_of, partial_index


def one_live(name: str, *columns: str) -> Index:
    """A named unique index over the rows that are not retired."""
    return partial_index(name, *columns, where="retired_at IS NULL", unique=True)


class Entity(Base):
    """Whom one name means in any article. ``name_key`` is folded for matching.

    Entities judged the same are one: ``canonical_id`` is the one of them that stands for all, and
    is derived, as is ``label``, what they are shown as where that is not their own name. It is
    NULL only until the transaction that makes the entity ends. ``namesake`` tells apart entities
    of one name that are different speakers; ``gender`` is what forms of address tell.
    """

    __tablename__ = "entity"
    __table_args__ = (
        one_of("kind", SpeakerKind),
        CheckConstraint("gender IN ('female', 'male')", name="gender_known"),
        UniqueConstraint("kind", "name_key", "namesake"),
    )
    id: Mapped[Id]
    public_id: Mapped[Words] = mapped_column(unique=True)
    kind: Mapped[Words]
    name: Mapped[Words]
    name_key: Mapped[Words]
    namesake: Mapped[int] = mapped_column(server_default=text("0"))
    gender: Mapped[Words | None]
    canonical_id: Mapped[int | None] = mapped_column(ForeignKey("entity.id"), index=True)
    label: Mapped[Words | None]
    label_key: Mapped[Words | None]


class EntityName(Base):
    """A name an entity goes by: full names and forms as written ("Mr. Gabuev")."""

    __tablename__ = "entity_name"
    __table_args__ = CLUSTERED
    entity_id: Mapped[int] = mapped_column(
        ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True
    )
    name_key: Mapped[Words] = mapped_column(primary_key=True)
    name: Mapped[Words]


class MentionEntity(Base):
    """The live or retired judgement that a mention is an entity; nothing rewrites claims."""

    __tablename__ = "mention_entity"
    __table_args__ = (
        CheckConstraint("score BETWEEN 0 AND 1", name="score_range"),
        one_live("uq_mention_entity_mention_id_live", "mention_id"),
    )
    id: Mapped[Id]
    mention_id: Mapped[int] = mapped_column(ForeignKey("mention.id", ondelete="CASCADE"))
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"), index=True)
    method: Mapped[Words]
    score: Mapped[float]
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]


class IdentityAct(Base):
    """What a person did in one go, in words; undoing it retires all of its rows."""

    __tablename__ = "identity_act"
    id: Mapped[Id]
    author: Mapped[Words]
    told: Mapped[Words]
    created_at: Mapped[datetime]
    undone_at: Mapped[datetime | None]


class Judgement(Base):
    """Whether two entities are one. The program's ``unsure`` is a suggestion, a person's the
    decision to leave it open; with ``different`` the pair is not suggested again.

    ``basis`` is the evidence in words. ``retired_act`` is the act that took its place.
    """

    __tablename__ = "judgement"
    __table_args__ = (
        one_of("verdict", Verdict),
        CheckConstraint("left_id < right_id", name="pair_ordered"),
        CheckConstraint("score BETWEEN 0 AND 1", name="score_range"),
        one_live("uq_judgement_left_id_right_id_live", "left_id", "right_id"),
    )
    id: Mapped[Id]
    left_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"))
    right_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"), index=True)
    verdict: Mapped[Words]
    score: Mapped[float]
    basis: Mapped[Words]
    author: Mapped[Words]
    act_id: Mapped[int | None] = mapped_column(ForeignKey("identity_act.id"), index=True)
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    retired_act: Mapped[int | None]


class EntityLabel(Base):
    """What a person wants an entity to be called."""

    __tablename__ = "entity_label"
    __table_args__ = (one_live("uq_entity_label_entity_id_live", "entity_id"),)
    id: Mapped[Id]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"))
    name: Mapped[Words]
    author: Mapped[Words]
    act_id: Mapped[int] = mapped_column(ForeignKey("identity_act.id"), index=True)
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    retired_act: Mapped[int | None]


class Naming(Base):
    """Whom a name means in one article, as a person says; it outlives every extraction."""

    __tablename__ = "naming"
    __table_args__ = (
        one_of("kind", SpeakerKind),
        one_live("uq_naming_article_id_kind_name_key_live", "article_id", "kind", "name_key"),
    )
    id: Mapped[Id]
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id", ondelete="CASCADE"))
    kind: Mapped[Words]
    name_key: Mapped[Words]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"), index=True)
    author: Mapped[Words]
    act_id: Mapped[int] = mapped_column(ForeignKey("identity_act.id"), index=True)
    created_at: Mapped[datetime]
    retired_at: Mapped[datetime | None]
    retired_act: Mapped[int | None]


class EntityIdentifier(Base):
    """An entity's id in another catalogue, such as Wikidata's, from an authority file."""

    __tablename__ = "entity_identifier"
    __table_args__ = CLUSTERED
    scheme: Mapped[Words] = mapped_column(primary_key=True)
    value: Mapped[Words] = mapped_column(primary_key=True)
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"), index=True)
    act_id: Mapped[int] = mapped_column(ForeignKey("identity_act.id"), index=True)


class KnownAffiliation(Base):
    """A role and organization from an authority file, with the dates that it gives."""

    __tablename__ = "known_affiliation"
    __table_args__ = (
        one_of("since_precision", Precision),
        one_of("until_precision", Precision),
        CheckConstraint("role IS NOT NULL OR organization IS NOT NULL", name="says_something"),
    )
    id: Mapped[Id]
    entity_id: Mapped[int] = mapped_column(ForeignKey("entity.id", ondelete="CASCADE"), index=True)
    role: Mapped[Words | None]
    organization: Mapped[Words | None]
    organization_key: Mapped[Words | None] = mapped_column(index=True)
    since: Mapped[date | None]
    since_precision: Mapped[Words]
    until: Mapped[date | None]
    until_precision: Mapped[Words]
    act_id: Mapped[int] = mapped_column(ForeignKey("identity_act.id"), index=True)


class OrganizationParent(Base):
    """That an organization is a part of another: its name says so, or (with an act) a file does."""

    __tablename__ = "organization_parent"
    __table_args__ = CLUSTERED
    child_id: Mapped[int] = mapped_column(
        ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True
    )
    parent_id: Mapped[int] = mapped_column(
        ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    act_id: Mapped[int | None] = mapped_column(ForeignKey("identity_act.id"), index=True)


class EntityKey(Base):
    """Derived: the keys by which likely partners of an entity are found, all pairs never tried."""

    __tablename__ = "entity_key"
    __table_args__ = CLUSTERED
    key: Mapped[Words] = mapped_column(primary_key=True)
    entity_id: Mapped[int] = mapped_column(
        ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class EntityAffiliation(Base):
    """Derived: an entity's affiliations in any article, as ``claims.identity`` compares them."""

    __tablename__ = "entity_affiliation"
    __table_args__ = CLUSTERED
    entity_id: Mapped[int] = mapped_column(
        ForeignKey("entity.id", ondelete="CASCADE"), primary_key=True
    )
    role: Mapped[Words] = mapped_column(primary_key=True)
    organization: Mapped[Words] = mapped_column(primary_key=True, index=True)
