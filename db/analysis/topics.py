"""Topics with their numbers of claims, articles and speakers."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Engine, func, select

from db.claims.articles import number_of_speakers, with_identities
from db.connection.cancel import Cancel
from db.connection.reading import reading
from db.query.compile import article_conditions, claim_conditions
from db.query.model import ClaimQuery
from db.query.tables import article, claim, claim_phrase, claim_speaker, phrase


@dataclass(frozen=True, slots=True)
class TopicRow:
    """A topic by public id and label, with the numbers of claims about it, and of the articles and
    different speakers of these."""

    topic_id: str
    label: str
    claims: int
    articles: int
    speakers: int


def list_topics(engine: Engine, query: ClaimQuery, cancel: Cancel | None = None) -> list[TopicRow]:
    """What the claims of a query are about: topics with most claims first, then by label.

    ``limit`` is of topics.

    Args:
        engine: Of the archive.
        query: Which claims are counted.
        cancel: Stops it from another thread.

    Raises:
        Cancelled: It was stopped.
        ArchiveError: The database cannot be read.
    """
    topic = phrase.alias("topic")
    source = claim.join(claim_phrase, claim_phrase.c.claim_id == claim.c.id).join(
        phrase, phrase.c.id == claim_phrase.c.phrase_id
    )
    with reading(engine) as connection, (cancel or Cancel()).watch(connection):
        if article_conditions(query, connection.dialect):
            source = source.join(article, article.c.id == claim.c.article_id)
        counted = (
            select(
                phrase.c.topic_id,
                func.count(claim.c.id.distinct()).label("claims"),
                func.count(claim.c.article_id.distinct()).label("articles"),
                number_of_speakers().label("speakers"),
            )
            .select_from(
                with_identities(
                    source.outerjoin(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
                )
            )
            .where(*claim_conditions(query, connection.dialect))
            .group_by(phrase.c.topic_id)
            .subquery()
        )
        rows = connection.execute(
            select(topic.c.public_id, topic.c.label)
            .add_columns(counted.c.claims, counted.c.articles, counted.c.speakers)
            .join(counted, counted.c.topic_id == topic.c.id)
            .order_by(counted.c.claims.desc(), topic.c.key)
            .limit(query.limit)
        ).all()
    return [TopicRow(*row) for row in rows]
