"""Taking articles out of an archive with everything of theirs, and what nothing else holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, Engine, delete, func, or_, select, update

from db.articles.actions import deciding, numbers_of
from db.articles.values import drop_unused_outlets
from db.comparison.delete import forget_deleted
from db.comparison.lock import one_at_a_time
from db.comparison.stories import leave_story
from db.comparison.threads.counts import threads_in
from db.identity.clusters import cluster
from db.identity.linking import lock_identities, relink
from db.identity.reassign import refresh_affiliations
from db.schema import core as schema
from db.schema.articles import ArticleEvent, ArticleStep
from db.schema.choices import ArticleAction, ReviewAction
from db.schema.comparison.quotations import ClaimQuotation, Quotation
from db.schema.comparison.topics import ClaimPhrase, Phrase
from db.schema.identity import (
    Entity,
    EntityIdentifier,
    EntityLabel,
    Judgement,
    KnownAffiliation,
    MentionEntity,
    Naming,
    OrganizationParent,
)
from db.schema.review import ReviewEvent, ReviewStep
from db.sql.chunks import chunks
from db.sql.claim_numbers import keep_given


@dataclass(frozen=True, slots=True)
class Deleted:
    """How many articles went, and how many claims that showed went with them."""

    articles: int
    claims: int


def delete_articles(engine: Engine, public_ids: Iterable[str], who: str) -> Deleted:
    """Delete articles with their texts, claims, reviews and corrections. It cannot be undone.

    Speakers, topics, quotations, outlets and steps that nothing else has go as well; speakers whom
    somebody judged stay.

    Raises:
        QueryError: There is no such article; nothing changes.
        ArchiveError: The database failed; nothing changes.
    """
    with deciding(engine, who) as connection:
        lock_identities(connection)
        one_at_a_time(connection)
        numbers = sorted(numbers_of(connection, public_ids).values())
        keep_given(connection)
        claims = sum(_claims_that_show(connection, chunk) for chunk in chunks(numbers))
        spoke = _entities_of(connection, numbers)
        said = threads_in(connection, numbers)
        for number in numbers:
            leave_story(connection, number)
        for chunk in chunks(numbers):
            connection.execute(delete(schema.Article).where(schema.Article.id.in_(chunk)))
        forget_deleted(connection, said)
        _drop_unused_speakers(connection, spoke)
        _drop_unused_words(connection)
        _drop_empty_steps(connection)
        drop_unused_outlets(connection)
    return Deleted(len(numbers), claims)


def _claims_that_show(connection: Connection, numbers: Sequence[int]) -> int:
    claim = schema.Claim
    shown = select(func.count()).where(claim.article_id.in_(numbers), claim.current)
    return connection.scalar(shown) or 0


def _entities_of(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Whom the mentions of articles mean or meant, and the organizations that they state."""
    mention, text, link = schema.Mention, schema.ArticleText, MentionEntity
    stated, entity = schema.Affiliation, Entity
    found: set[int] = set()
    for chunk in chunks(numbers):
        here = select(mention.id).join(text).where(text.article_id.in_(chunk))
        found.update(connection.scalars(select(link.entity_id).where(link.mention_id.in_(here))))
        organizations = select(stated.organization_key).where(stated.mention_id.in_(here))
        found.update(
            connection.scalars(select(entity.id).where(entity.name_key.in_(organizations)))
        )
    return found


_DECIDED: Final = (
    select(EntityIdentifier.entity_id),
    select(EntityLabel.entity_id),
    select(KnownAffiliation.entity_id),
    select(Naming.entity_id),
    select(Judgement.left_id).where(Judgement.act_id.is_not(None)),
    select(Judgement.right_id).where(Judgement.act_id.is_not(None)),
    select(OrganizationParent.child_id),
    select(OrganizationParent.parent_id),
)
"""The entities that somebody decided on, or that others are a part of."""


def _drop_unused_speakers(connection: Connection, spoke: Iterable[int]) -> None:
    """Forget the entities that no article has any more; judge anew those of whom less is known."""
    entity, link, stated = Entity, MentionEntity, schema.Affiliation
    unused: list[int] = []
    kept: list[int] = []
    for chunk in chunks(sorted(spoke)):
        # Only the first of namesakes is the organization of that name.
        free = select(entity.id).where(
            entity.id.in_(chunk),
            ~select(link.id).where(link.entity_id == entity.id).exists(),
            ~select(stated.mention_id).where(stated.organization_key == entity.name_key).exists(),
            *(entity.id.not_in(decided) for decided in _DECIDED),
        )
        gone = set(connection.scalars(free))
        unused += sorted(gone)
        kept += [one for one in chunk if one not in gone]
    partners: set[int] = set()
    sides = (Judgement.left_id, Judgement.right_id)
    for chunk in chunks(unused):
        both = or_(*(side.in_(chunk) for side in sides))
        for left, right in connection.execute(select(*sides).where(both)):
            partners |= {left, right}
        connection.execute(delete(Judgement).where(both))
    cluster(connection, partners | set(unused))
    for chunk in chunks(unused):
        connection.execute(update(entity).where(entity.id.in_(chunk)).values(canonical_id=None))
        connection.execute(delete(entity).where(entity.id.in_(chunk)))
    refresh_affiliations(connection, kept)
    relink(connection, kept, now=datetime.now(UTC))


def _drop_unused_words(connection: Connection) -> None:
    """Forget what no claim quotes or is about any more."""
    quoted = select(ClaimQuotation.claim_id).where(ClaimQuotation.quotation_id == Quotation.id)
    connection.execute(delete(Quotation).where(~quoted.exists()))
    about = select(ClaimPhrase.claim_id).where(ClaimPhrase.phrase_id == Phrase.id)
    other = Phrase.__table__.alias("other")
    stands_for = select(other.c.id).where(other.c.topic_id == Phrase.id, other.c.id != Phrase.id)
    connection.execute(delete(Phrase).where(~about.exists(), ~stands_for.exists()))


def _drop_empty_steps(connection: Connection) -> None:
    """Forget the steps all of whose events went with their articles."""
    turns = (ReviewAction.UNDO, ReviewAction.REDO, ArticleAction.UNDO, ArticleAction.REDO)
    for step, event in ((ReviewStep, ReviewEvent), (ArticleStep, ArticleEvent)):
        empty = ~select(event.step_id).where(event.step_id == step.id).exists()
        # Those that turned a step around go first: they refer to it.
        connection.execute(delete(step).where(empty, step.action.in_(turns)))
        turned = step.__table__.alias("turned")
        held = select(turned.c.id).where(turned.c.of_id == step.id).exists()
        connection.execute(delete(step).where(empty, ~held))
