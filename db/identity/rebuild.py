"""Linking a whole archive anew, from what its articles state and what people have judged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from sqlalchemy import Connection, delete, select, update

from claims.claim import Affiliation, Span, SpeakerKind
from claims.identity.forms import name_form
from db.identity.clusters import cluster
from db.identity.linking import judge, keep_keys, lock_identities
from db.identity.mentions import ArticleSpeaker, link_mentions, stated_short
from db.identity.reassign import refresh_affiliations
from db.schema.core import Affiliation as Stated
from db.schema.core import ArticleText, Claim, ClaimSpeaker, Mention
from db.schema.identity import Entity, EntityAffiliation, EntityKey
from db.sql.chunks import chunks_of
from db.sql.id_list import among_given

_BATCH: Final = 500


def relink_all(connection: Connection) -> None:
    """Link all mentions that speak, and all entities, as if every article were stored again.

    What people judged holds; of the program's judgements those stay that it would make again.

    Args:
        connection: In a transaction that writes.
    """
    lock_identities(connection)
    now = datetime.now(UTC)
    connection.execute(delete(EntityKey))
    connection.execute(delete(EntityAffiliation))
    connection.execute(update(Entity).where(Entity.gender.is_not(None)).values(gender=None))
    for article_id, mentions in _articles(connection):
        link_mentions(connection, article_id, mentions, now=now)
    ids = connection.scalars(select(Entity.id).order_by(Entity.id)).all()
    for chunk in chunks_of(ids, _BATCH):
        # What files know of them, and mentions that speak no more, count as well.
        refresh_affiliations(connection, chunk)
        keep_keys(connection, chunk)
    for chunk in chunks_of(ids, _BATCH):
        judge(connection, chunk, now=now)
    for chunk in chunks_of(ids, _BATCH):
        cluster(connection, chunk)


def _articles(connection: Connection) -> Iterator[tuple[int, list[tuple[int, ArticleSpeaker]]]]:
    """The mentions of each article, in the order in which articles came in."""
    texts = connection.execute(
        select(ArticleText.id, ArticleText.article_id, ArticleText.text)
        .where(ArticleText.current)
        .order_by(ArticleText.article_id)
        .execution_options(yield_per=_BATCH)
    )
    for text_id, article_id, text in texts:
        yield article_id, _mentions(connection, text_id, text)


def _mentions(connection: Connection, text_id: int, text: str) -> list[tuple[int, ArticleSpeaker]]:
    """The mentions that speak in the claims of a text that readers see."""
    rows = connection.execute(
        select(Mention.id, Mention.name, Mention.kind, ClaimSpeaker.claim_id, Claim.source)
        .join(ClaimSpeaker, ClaimSpeaker.mention_id == Mention.id)
        .join(Claim, Claim.id == ClaimSpeaker.claim_id)
        .where(Claim.text_id == text_id, Claim.current)
        .order_by(Mention.ordinal, Claim.id)
    ).all()
    joint = {
        claim_id
        for claim_id, several in groupby(sorted(row.claim_id for row in rows))
        if len(list(several)) > 1
    }
    found: dict[int, ArticleSpeaker] = {}
    for row in rows:
        speaker = found.setdefault(row.id, ArticleSpeaker(row.name, SpeakerKind(row.kind)))
        named = speaker.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)
        if named and row.claim_id not in joint and (form := name_form(row.source)):
            speaker.forms[form] = None
    for ident, role, organization, former in connection.execute(
        select(Stated.mention_id, Stated.role, Stated.organization, Stated.former)
        .where(among_given(Stated.mention_id))
        .order_by(Stated.mention_id, Stated.ordinal),
        {"ids": list(found)},
    ):
        found[ident].affiliations[Affiliation(role, organization, Span(0, 1), former)] = None
    for speaker in found.values():
        if short := stated_short(text, speaker):
            speaker.forms[short] = None
    return list(found.items())
