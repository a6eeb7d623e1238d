"""ClaimQuery to SQL: conditions on claims, articles and speakers, and the ordered ids.

Conditions are plain ``IN (SELECT …)`` terms over indexed columns, so that either database can
begin with the one that leaves the least. Names are matched on their folded keys, which hold
letters, digits and spaces only, so nothing a user types can act as a wildcard there.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Dialect,
    FromClause,
    Select,
    Text,
    and_,
    collate,
    false,
    func,
    literal,
    or_,
    select,
    true,
    union_all,
)

from claims.article import Precision
from claims.claim import SpeakerKind
from claims.language.folding import fold
from claims.language.names import FORMS_OF_ADDRESS
from db.query.fulltext import matches
from db.query.identified import ARTICLE, ENTITY, exact_name, id_in
from db.query.model import FLAGS, ClaimQuery
from db.query.review_conditions import review_conditions
from db.query.topic import about, about_in_order
from db.schema import fulltext
from db.schema import identity as identity_schema

_TABLES: Final = identity_schema.EntityKey.metadata.tables
claim: Final = _TABLES["claim"]
article: Final = _TABLES["article"]
outlet: Final = _TABLES["outlet"]
claim_speaker: Final = _TABLES["claim_speaker"]
mention: Final = _TABLES["mention"]
mention_entity: Final = _TABLES["mention_entity"]
entity: Final = _TABLES["entity"]
entity_name: Final = _TABLES["entity_name"]
organization_parent: Final = _TABLES["organization_parent"]
known_post: Final = _TABLES["known_post"]
affiliation: Final = _TABLES["affiliation"]

_FEW: Final = 1000
"""A limit up to which claims are looked for in order rather than sorted."""

# More than any name or title has, fewer than SQLite can take in one condition.
_MOST_WORDS: Final = 100

Condition = ColumnElement[bool]


def select_ids(query: ClaimQuery, dialect: Dialect) -> Select[tuple[int]]:
    """Ids of the claims of a query, in its order and within its limit.

    The order is the publication date (undated articles last), the article, the position; a sort
    field goes before these, and what lacks it comes last in either direction.
    """
    statement = _joined(query, select(claim.c.id)).where(*_conditions_in_order(query, dialect))
    *before, last = article_order(query, dialect)
    if query.sort != "published":
        # The same number; but by the article's own column SQLite would walk the articles in the
        # order of some unique key, that is at random, which takes three times as long.
        last = claim.c.article_id
    statement = statement.order_by(*before, last, claim.c.position, claim.c.id)
    return statement if query.limit is None else statement.limit(query.limit)


def _conditions_in_order(query: ClaimQuery, dialect: Dialect) -> list[Condition]:
    """`claim_conditions`, so that few claims in order are found without finding all."""
    few = query.limit is not None and query.limit <= _FEW and query.sort == "published"
    if query.topic is None or not few or dialect.name != "sqlite":
        return claim_conditions(query, dialect)
    rest = claim_conditions(replace(query, topic=None), dialect)
    return [*about_in_order(query.topic, dialect), *rest]


def claim_conditions(query: ClaimQuery, dialect: Dialect) -> list[Condition]:
    """What must hold for ``claim`` joined with its ``article``, conditions on speakers included."""
    found = [*_of_claim(query, dialect), *article_conditions(query)]
    if of_speaker := speaker_conditions(query):
        spoken = select(claim_speaker.c.claim_id).where(*of_speaker)
        found.append(claim.c.id.in_(spoken))
    return found


def article_conditions(query: ClaimQuery) -> Iterator[Condition]:
    """What must hold for ``article``, whatever it claims."""
    if query.articles:
        yield or_(*map(_is_article, query.articles))
    if query.outlets:
        named = [_is_outlet(name) for name in query.outlets]
        yield article.c.outlet_id.in_(select(outlet.c.id).where(or_(*named)))
    if query.since is not None:
        yield _since(query.since)
    if query.until is not None:
        yield _until(query.until)
    if query.months:
        yield or_(*map(_in_month, query.months))


def speaker_conditions(query: ClaimQuery) -> list[Condition]:
    """What must hold for one row of ``claim_speaker``; empty if any speaker will do."""
    mention_id = claim_speaker.c.mention_id
    found: list[Condition] = []
    if query.speakers:
        named = union_all(*(_named(speaker) for speaker in query.speakers))
        found.append(mention_id.in_(_mentions_of(named)))
    if query.organizations:
        found.append(or_(*(_of_organization(o, ever=query.ever) for o in query.organizations)))
    if query.kinds:
        of_kind = select(mention.c.id).where(mention.c.kind.in_([k.value for k in query.kinds]))
        found.append(mention_id.in_(of_kind))
    return found


def has_words(key: ColumnElement[str], text: str) -> Condition:
    """Each word of ``text`` begins a word of a folded key; never, if it has none or too many."""
    words = dict.fromkeys(fold(text).split())
    if not 0 < len(words) <= _MOST_WORDS:
        return false()
    return and_(*((literal(" ") + key).like(f"% {word}%") for word in words))


def article_order(query: ClaimQuery, dialect: Dialect) -> list[ColumnElement[Any]]:
    """The order of a query down to the article; what a field lacks comes last either way."""
    key = _sort_key(query.sort, dialect)
    first = (key.desc() if query.descending else key.asc()).nulls_last()
    if query.sort == "published":
        return [first, article.c.id]
    return [first, article.c.published.asc().nulls_last(), article.c.id]


def shown_name() -> ColumnElement[str]:
    """What an entity is shown as; the same for all that are one."""
    return func.coalesce(entity.c.label, entity.c.name)


def shown_title() -> ColumnElement[str]:
    """What an article is called: its title, or the name of its file if it has none."""
    return func.coalesce(article.c.title, _path_and_name()[1])


def _path_and_name() -> tuple[ColumnElement[str], ColumnElement[str]]:
    """The path of an article's file with slashes, and what stands after the last of them."""
    path = func.replace(article.c.path, "\\", "/")
    folder = func.rtrim(path, func.replace(path, "/", ""))
    return path, func.substr(path, func.length(folder) + 1)


def shown_key() -> ColumnElement[str]:
    """`shown_name`, folded."""
    return func.coalesce(entity.c.label_key, entity.c.name_key)


def is_live() -> Condition:
    """A row of ``mention_entity`` is the judgement that counts now."""
    return mention_entity.c.retired_at.is_(None)


def is_current() -> Condition:
    """A row of ``claim`` is one that readers see.

    ``IS``, because with ``=`` SQLite would walk the partial index over public ids, which are
    hashes: it would read the table in random order.
    """
    return claim.c.current.is_(true())


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


def is_stated(
    body: FromClause, key: ColumnElement[Any] = affiliation.c.organization_key
) -> Condition:
    """An entity is the organization that an article states by this folded name: of namesakes,
    which only people can tell apart, the first."""
    return and_(
        body.c.name_key == key,
        body.c.kind == SpeakerKind.ORGANIZATION.value,
        body.c.namesake == 0,
    )


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


def _of_organization(organization: str, *, ever: bool) -> Condition:
    """A row of ``claim_speaker`` is of an organization of that name or id, of one that is a part
    of it, or of somebody who is said to belong to one: in that article, or in any."""
    mention_id = claim_speaker.c.mention_id
    # As CTEs, because SQLite's parser does not take this many subqueries in each other.
    bodies = _with_parts(organizations_named(organization)).cte()
    keys = select(bodies.c.name_key).where(bodies.c.namesake == 0)
    stated = select(affiliation.c.mention_id).where(affiliation.c.organization_key.in_(keys))
    if ever:
        speaking = (
            select(mention_entity.c.entity_id)
            .join(affiliation, affiliation.c.mention_id == mention_entity.c.mention_id)
            .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
            .join(claim, claim.c.id == claim_speaker.c.claim_id)
            .where(is_live(), is_current(), affiliation.c.organization_key.in_(keys))
        )
        known = select(known_post.c.entity_id).where(known_post.c.organization_key.in_(keys))
        them = union_all(speaking, known).cte()
        stated = _mentions_of(select(them.c.entity_id))
    speaking_itself = select(mention_entity.c.mention_id).where(
        is_live(), mention_entity.c.entity_id.in_(select(bodies.c.id))
    )
    return or_(mention_id.in_(stated), mention_id.in_(speaking_itself))


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


def _of_claim(query: ClaimQuery, dialect: Dialect) -> Iterator[Condition]:
    yield is_current()
    if query.types:
        yield claim.c.type.in_([kind.value for kind in query.types])
    if query.cue is not None:
        yield _has_cue(query.cue)
    if query.cue_classes:
        yield claim.c.cue_class.in_([one.value for one in query.cue_classes])
    for flag in FLAGS:
        if (wanted := getattr(query, flag)) is not None:
            yield claim.c[flag].is_(wanted)
    yield from review_conditions(query, dialect)
    if query.min_confidence is not None:
        yield claim.c.confidence >= query.min_confidence
    if query.text is not None:
        yield claim.c.id.in_(matches(fulltext.CLAIM_CONTENT, query.text, dialect))
    if query.topic is not None:
        yield about(query.topic, dialect)


def _has_cue(text: str) -> Condition:
    """The lemma has each word of ``text``: "add" does not find "address"."""
    words = dict.fromkeys(fold(text).split())
    if not 0 < len(words) <= _MOST_WORDS:
        return false()
    key = literal(" ") + claim.c.cue_lemma_key + " "
    return and_(*(key.like(f"% {word} %") for word in words))


def _is_article(text: str) -> Condition:
    """Words of the title, a part of the file's name (of the path's end, if it has a slash) or
    the id."""
    if (ident := id_in(text, ARTICLE)) is not None:
        return article.c.public_id == ident
    if not _can_be_stored(text):
        return false()
    path, base = _path_and_name()
    wanted = text.replace("\\", "/").removeprefix("./")
    if "/" in wanted:
        of_file: Condition = path.endswith(wanted, autoescape=True)
    else:
        of_file = func.lower(base, type_=Text).contains(wanted.lower(), autoescape=True)
    return article.c.id.in_(
        select(article.c.id).where(or_(has_words(article.c.title_key, text), of_file))
    )


def _is_outlet(text: str) -> Condition:
    """A row of ``outlet`` has these words in its name, or is called just so."""
    if (name := exact_name(text)) is None:
        return has_words(outlet.c.name_key, text)
    return outlet.c.name == name if _can_be_stored(name) else false()


def _can_be_stored(text: str) -> bool:
    """Whether a database can hold a text; PostgreSQL would not even look for others."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


def _since(day: date) -> Condition:
    """The article's day, or the last day of its month or year, is ``day`` or later."""
    return _bound(day, day.replace(day=1), day.replace(month=1, day=1), after=True)


def _until(day: date) -> Condition:
    """The article's day, or the first day of its month or year, is ``day`` or earlier."""
    month_end = day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return _bound(day, month_end, day.replace(month=12, day=31), after=False)


def _in_month(month: str) -> Condition:
    """The article's day is in this month, or its month is this one."""
    first = date.fromisoformat(f"{month}-01")
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    known = article.c.published_precision.in_([Precision.DAY.value, Precision.MONTH.value])
    return and_(article.c.published.between(first, last), known)


def _bound(day: date, month: date, year: date, *, after: bool) -> Condition:
    """Compare with a limit that is the wider the less is known; the widest serves the index."""
    published, precision = article.c.published, article.c.published_precision

    def within(limit: date) -> Condition:
        return published >= limit if after else published <= limit

    return and_(
        within(year),
        or_(
            within(day),
            and_(precision == Precision.MONTH.value, within(month)),
            precision == Precision.YEAR.value,
        ),
    )


def _joined(query: ClaimQuery, statement: Select[tuple[int]]) -> Select[tuple[int]]:
    """Join what the order needs."""
    source: FromClause = claim.join(article, article.c.id == claim.c.article_id)
    if query.sort == "outlet":
        source = source.outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    if query.sort in ("speaker", "organization"):
        source = source.outerjoin(
            claim_speaker,
            and_(claim_speaker.c.claim_id == claim.c.id, claim_speaker.c.ordinal == 0),
        )
    if query.sort == "speaker":
        source = source.outerjoin(
            mention_entity,
            and_(mention_entity.c.mention_id == claim_speaker.c.mention_id, is_live()),
        ).outerjoin(entity, entity.c.id == mention_entity.c.entity_id)
    return statement.select_from(source)


def _sort_key(field: str, dialect: Dialect) -> ColumnElement[Any]:
    if field == "published":
        return article.c.published
    if field == "confidence":
        return claim.c.confidence
    if field == "organization":
        # The first that is stated, as the row shows it.
        words: ColumnElement[Any] = (
            select(affiliation.c.organization_key)
            .where(
                affiliation.c.mention_id == claim_speaker.c.mention_id,
                affiliation.c.organization_key.is_not(None),
            )
            .order_by(affiliation.c.ordinal)
            .limit(1)
            .correlate(claim_speaker)
            .scalar_subquery()
        )
    else:
        words = {
            "speaker": shown_key(),
            "outlet": outlet.c.name_key,
            "article": article.c.title_key,
            "type": claim.c.type,
            "class": claim.c.cue_class,
            "content": claim.c.content,
            "source": claim.c.source,
            "cue": claim.c.cue_lemma_key,
        }[field]
    # By code point on both; PostgreSQL would sort by the server's language.
    return collate(words, "C") if dialect.name == "postgresql" else words
