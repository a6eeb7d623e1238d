"""One speaker over all articles: affiliations through time, articles, names, suggestions, acts."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Engine, Select, and_, func, or_, select

from claims.identity.authority import KnownAffiliation
from claims.identity.verdict import Verdict
from claims.language.folding import fold
from claims.partial_date import UNKNOWN_DATE, partial_date
from db.claims.affiliation_period import AffiliationPeriod, Observation
from db.claims.model import QuotedSpan, SpeakerRef, StatedAffiliation
from db.connection.reading import reading
from db.identity.acts import ActRow, acts_of
from db.identity.clusters import members_of
from db.identity.lookup import find_entity
from db.query.conditions.review import is_kept
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_current,
    is_live,
    is_stated,
    known_affiliation,
    mention_entity,
    organization_parent,
    outlet,
    shown_name,
    shown_title,
)
from db.schema.identity import (
    EntityIdentifier,
    EntityLabel,
    EntityName,
    IdentityAct,
    Judgement,
    Naming,
)
from db.speakers.page_parts import MemberName, SpeakerPage
from db.speakers.suggestions import suggestions_of
from db.sql.id_list import among_given

_judgement = Judgement.__table__


def speaker_page(engine: Engine, name: str) -> SpeakerPage:
    """A speaker by a name or public id.

    Raises:
        QueryError: There is none, or there are several.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        found = find_entity(connection, name)
        group = members_of(connection, found.id)
        seen = _articles(connection, group)
        dated = [partial_date(*row[1:3]) for row in seen if row.published is not None]
        return SpeakerPage(
            speaker=SpeakerRef(found.public_id, found.name),
            kind=found.kind,
            claims=sum(row.claims for row in seen),
            articles=len({row.id for row in seen}),
            first=dated[0] if dated else UNKNOWN_DATE,
            last=dated[-1] if dated else UNKNOWN_DATE,
            identifiers=_identifiers(connection, group),
            affiliations=_affiliations(connection, group),
            known=_known(connection, group),
            names=_names(connection, group, found.name),
            parents=_related(connection, group, up=True),
            parts=_related(connection, group, up=False),
            suggestions=tuple(suggestions_of(connection, found.id)),
            acts=tuple(acts_of(connection, IdentityAct, _bearing_on(group))),
        )


def _articles(connection: Connection, group: list[int]) -> list[Any]:
    """Articles with the number of the speaker's claims that count, oldest first."""
    return list(
        connection.execute(
            select(
                article.c.id,
                article.c.published,
                article.c.published_precision,
                func.count(claim.c.id.distinct()).label("claims"),
            )
            .select_from(mention_entity)
            .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
            .join(claim, claim.c.id == claim_speaker.c.claim_id)
            .join(article, article.c.id == claim.c.article_id)
            .where(is_live(), is_current(), is_kept(), among_given(mention_entity.c.entity_id))
            .group_by(article.c.id, article.c.published, article.c.published_precision)
            .order_by(article.c.published.asc().nulls_last(), article.c.id),
            {"ids": group},
        )
    )


def _affiliations(connection: Connection, group: list[int]) -> tuple[AffiliationPeriod, ...]:
    found: dict[Any, list[Observation]] = {}
    rows = connection.execute(_stated(), {"ids": group})
    for body_id, key, article_id, title, published_by, published, precision, *said in rows:
        role, organization, former, *evidence = said
        stated = StatedAffiliation(role, organization, former, QuotedSpan(*evidence))
        dated = partial_date(published, precision)
        same = fold(role or ""), body_id or key, former
        found.setdefault(same, []).append(
            Observation(article_id, title, published_by, dated, stated)
        )
    return tuple(sorted(map(AffiliationPeriod.observed, found.values()), key=_by_date))


def _stated() -> Select[Any]:
    """What is stated of the mentions of a group, in the order of its articles."""
    body = entity.alias("body")
    shown = (
        select(claim.c.article_id)
        .join(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
        .where(claim_speaker.c.mention_id == affiliation.c.mention_id, is_current(), is_kept())
    )
    return (
        select(
            body.c.canonical_id,
            affiliation.c.organization_key,
            article.c.public_id,
            shown_title(),
            outlet.c.name,
            article.c.published,
            article.c.published_precision,
            affiliation.c.role,
            affiliation.c.organization,
            affiliation.c.former,
            affiliation.c.start,
            affiliation.c.end,
            affiliation.c.exact,
        )
        .select_from(mention_entity)
        .join(affiliation, affiliation.c.mention_id == mention_entity.c.mention_id)
        .join(article, article.c.id == shown.limit(1).scalar_subquery())
        .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
        .outerjoin(body, is_stated(body))
        .where(is_live(), shown.exists(), among_given(mention_entity.c.entity_id))
        .order_by(article.c.published.asc().nulls_last(), article.c.id, affiliation.c.ordinal)
    )


def _by_date(one: AffiliationPeriod) -> tuple[bool, str, str]:
    return not one.first.value, one.first.as_known, one.last.as_known


def _known(connection: Connection, group: list[int]) -> tuple[KnownAffiliation, ...]:
    columns = known_affiliation.c
    rows = connection.execute(
        select(
            columns.role,
            columns.organization,
            columns.since,
            columns.since_precision,
            columns.until,
            columns.until_precision,
        )
        .where(among_given(columns.entity_id))
        .order_by(columns.since.asc().nulls_last(), columns.id),
        {"ids": group},
    )
    return tuple(
        KnownAffiliation(
            role, organization, partial_date(since, exactly), partial_date(until, as_exactly)
        )
        for role, organization, since, exactly, until, as_exactly in rows
    )


def _identifiers(connection: Connection, group: list[int]) -> tuple[str, ...]:
    columns = EntityIdentifier.scheme, EntityIdentifier.value
    rows = connection.execute(
        select(*columns).where(among_given(EntityIdentifier.entity_id)).order_by(*columns),
        {"ids": group},
    )
    return tuple(f"{scheme}:{value}" for scheme, value in rows)


_OWN: Final = ("", None, None)


def _names(connection: Connection, group: list[int], shown: str) -> tuple[MemberName, ...]:
    """The names, that of the speaker first, then by number of articles."""
    forms: dict[int, list[str]] = {}
    for ident, form in connection.execute(
        select(EntityName.entity_id, EntityName.name)
        .where(among_given(EntityName.entity_id))
        .order_by(EntityName.entity_id, EntityName.name_key),
        {"ids": group},
    ):
        forms.setdefault(ident, []).append(form)
    counted: dict[int, int] = dict(
        connection.execute(
            select(mention_entity.c.entity_id, func.count(claim.c.article_id.distinct()))
            .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
            .join(claim, claim.c.id == claim_speaker.c.claim_id)
            .where(is_live(), is_current(), is_kept(), among_given(mention_entity.c.entity_id))
            .group_by(mention_entity.c.entity_id),
            {"ids": group},
        ).all()
    )
    why = _reasons(connection, group)
    rows = connection.execute(
        select(entity.c.id, entity.c.public_id, entity.c.name).where(among_given(entity.c.id)),
        {"ids": group},
    ).all()
    rows = sorted(rows, key=lambda row: (row.name != shown, -counted.get(row.id, 0), row.name))
    return tuple(
        MemberName(
            SpeakerRef(public_id, name),
            tuple(form for form in forms.get(ident, ()) if form != name),
            counted.get(ident, 0),
            *(_OWN if name == shown else why.get(ident, _OWN)),
        )
        for ident, public_id, name in rows
    )


def _reasons(
    connection: Connection, group: list[int]
) -> dict[int, tuple[str, float | None, str | None]]:
    """For each name the best live judgement that makes it one with another of the group."""
    both = and_(_judgement.c.left_id.in_(group), _judgement.c.right_id.in_(group))
    rows = connection.execute(
        select(
            _judgement.c.left_id,
            _judgement.c.right_id,
            _judgement.c.basis,
            _judgement.c.score,
            _judgement.c.author,
            _judgement.c.act_id,
        )
        .where(both, _judgement.c.retired_at.is_(None), _judgement.c.verdict == Verdict.SAME)
        .order_by(_judgement.c.act_id.is_not(None), _judgement.c.score)
    )
    found: dict[int, tuple[str, float | None, str | None]] = {}
    for left, right, basis, score, author, act in rows:
        why = basis or "judged the same"
        for ident in (left, right):
            found[ident] = (why, score, None if act is None else author)
    return found


def _related(connection: Connection, group: list[int], *, up: bool) -> tuple[str, ...]:
    """What organizations these are a part of, or with ``up`` off what is a part of them."""
    mine, others = organization_parent.c.child_id, organization_parent.c.parent_id
    if not up:
        mine, others = others, mine
    rows = connection.scalars(
        select(shown_name())
        .join(organization_parent, others == entity.c.id)
        .where(among_given(mine))
        .distinct(),
        {"ids": group},
    )
    return tuple(sorted(rows))


def _bearing_on(group: list[int]) -> ColumnElement[bool]:
    """An act bears on these entities."""
    judged = select(Judgement.act_id).where(
        or_(Judgement.left_id.in_(group), Judgement.right_id.in_(group))
    )
    labelled = select(EntityLabel.act_id).where(EntityLabel.entity_id.in_(group))
    named = select(Naming.act_id).where(Naming.entity_id.in_(group))
    return or_(*(IdentityAct.id.in_(acts) for acts in (judged, labelled, named)))


def list_acts(engine: Engine) -> list[ActRow]:
    """All acts, the newest first.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        return acts_of(connection, IdentityAct)
