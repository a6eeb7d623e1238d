"""What a query asks of one row of ``claim_speaker``."""

from __future__ import annotations

from typing import Any

from sqlalchemy import CompoundSelect, Dialect, Select, or_, select, union_all

from claims.claim import SpeakerKind
from claims.language.folding import fold
from claims.language.names import FORMS_OF_ADDRESS
from db.query.identified import ENTITY, id_in
from db.query.model import ClaimQuery
from db.query.tables import (
    Condition,
    affiliation,
    claim,
    claim_speaker,
    entity,
    entity_name,
    has_words,
    is_current,
    is_live,
    known_affiliation,
    mention,
    mention_entity,
    organization_parent,
)


def speakers(query: ClaimQuery, _: Dialect) -> Condition:
    """It is any of these."""
    named = union_all(*(_named(speaker) for speaker in query.speakers))
    return claim_speaker.c.mention_id.in_(_mentions_of(named))


def organizations(query: ClaimQuery, _: Dialect) -> Condition:
    """It is of any of these."""
    # One list: for one or the other PostgreSQL would go through all speakers of claims.
    each = (one for o in query.organizations for one in _of_organization(o, ever=query.ever))
    return claim_speaker.c.mention_id.in_(union_all(*each))


def kinds(query: ClaimQuery, _: Dialect) -> Condition:
    """It is of any of these kinds."""
    of_kind = select(mention.c.id).where(mention.c.kind.in_([k.value for k in query.kinds]))
    return claim_speaker.c.mention_id.in_(of_kind)


def min_speaker_confidence(query: ClaimQuery, _: Dialect) -> Condition:
    """At least this sure; whom a person named, or nobody told of, is kept."""
    sure = claim_speaker.c.confidence
    return or_(sure >= query.min_speaker_confidence, sure.is_(None))


def _named(speaker: str) -> Select[tuple[int]]:
    """Entities by a public id, or by words of any of their names."""
    if (ident := id_in(speaker, ENTITY)) is not None:
        return select(entity.c.id).where(entity.c.public_id == ident)
    words = fold(speaker).split()
    plain = [word for word in words if word not in FORMS_OF_ADDRESS]
    return _called(" ".join(plain or words))


def organizations_named(organization: str) -> Select[tuple[int]]:
    """Organizations by a public id, or by words of any of their names."""
    of_kind = entity.c.kind == SpeakerKind.ORGANIZATION.value
    if (ident := id_in(organization, ENTITY)) is not None:
        return select(entity.c.id).where(entity.c.public_id == ident, of_kind)
    return _called(organization, of_kind)


def _called(words: str, *conditions: Condition) -> Select[tuple[int]]:
    """Entities with these words in a name that articles give them or that they are shown as."""
    by_name = select(entity_name.c.entity_id).where(has_words(entity_name.c.name_key, words))
    return select(entity.c.id).where(
        or_(entity.c.id.in_(by_name), has_words(entity.c.label_key, words)), *conditions
    )


def _mentions_of(entity_ids: Select[tuple[int]] | CompoundSelect[tuple[int]]) -> Select[tuple[int]]:
    """Mentions of entities and of all that are one with them."""
    return select(mention_entity.c.mention_id).where(
        is_live(), mention_entity.c.entity_id.in_(_one_with(entity_ids))
    )


def _one_with(entity_ids: Select[tuple[int]] | CompoundSelect[tuple[int]]) -> Select[tuple[int]]:
    member = entity.alias()
    standing = select(entity.c.canonical_id).where(entity.c.id.in_(entity_ids))
    return select(member.c.id).where(member.c.canonical_id.in_(standing))


def _of_organization(organization: str, *, ever: bool) -> tuple[Select[tuple[int]], ...]:
    """Mentions of somebody who is said to belong to an organization of that name or id, or to one
    that is a part of it, in that article or in any; and of one of these itself."""
    # As CTEs, because SQLite's parser does not take this many subqueries in each other.
    parts = _with_parts(organizations_named(organization)).cte()
    keys = select(parts.c.name_key).where(parts.c.namesake == 0)
    stated = select(affiliation.c.mention_id).where(affiliation.c.organization_key.in_(keys))
    if ever:
        speaking = (
            select(mention_entity.c.entity_id)
            .join(affiliation, affiliation.c.mention_id == mention_entity.c.mention_id)
            .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
            .join(claim, claim.c.id == claim_speaker.c.claim_id)
            .where(is_live(), is_current(), affiliation.c.organization_key.in_(keys))
        )
        known = select(known_affiliation.c.entity_id).where(
            known_affiliation.c.organization_key.in_(keys)
        )
        them = union_all(speaking, known).cte()
        stated = _mentions_of(select(them.c.entity_id))
    speaking_itself = select(mention_entity.c.mention_id).where(
        is_live(), mention_entity.c.entity_id.in_(select(parts.c.id))
    )
    return stated, speaking_itself


def _with_parts(organizations: Select[tuple[int]]) -> Select[Any]:
    """Id, folded name and number among namesakes of organizations, of all that are one with
    them, and of all that are a part of any of these."""
    whole = (
        select(entity.c.canonical_id.label("id"))
        .where(entity.c.id.in_(organizations))
        .cte(recursive=True)
    )
    part, parent = entity.alias(), entity.alias()
    whole = whole.union(
        select(part.c.canonical_id)
        .select_from(organization_parent)
        .join(part, part.c.id == organization_parent.c.child_id)
        .join(parent, parent.c.id == organization_parent.c.parent_id)
        .join(whole, whole.c.id == parent.c.canonical_id)
    )
    member = entity.alias()
    return select(member.c.id, member.c.name_key, member.c.namesake).join(
        whole, whole.c.id == member.c.canonical_id
    )
