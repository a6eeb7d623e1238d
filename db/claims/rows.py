"""ClaimRow, and claims by id: a page in three queries, whatever its size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, and_, func, select

from claims.partial_date import PartialDate, partial_date
from db.connection.reading import plain_rows
from db.query.identified import identified
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_live,
    mention,
    mention_entity,
    outlet,
)
from db.schema.base import Base
from db.schema.choices import SpanPart
from db.schema.review import ClaimNote, ClaimTag
from db.sql.chunks import chunks
from db.sql.idlist import among_given

Names = tuple[str, ...]


claim_span = Base.metadata.tables["claim_span"]
claim_note = ClaimNote.metadata.tables["claim_note"]
claim_tag = ClaimTag.metadata.tables["claim_tag"]


class Someone(NamedTuple):
    """Who speaks: by ``key``, which is the public id or, of a mention that is linked to nobody,
    its name; the name is only shown."""

    key: str
    name: str

    @property
    def asked(self) -> str:
        """The value of a filter that finds what this speaker says."""
        return self.name if self.key == self.name else identified(self.name, self.key)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as tables and exports show it.

    ``roles`` and ``organizations`` go together, position by position: every post that the claim's
    article states for its speakers, in the order of the speakers; "" is what a post lacks. Where
    there are several speakers, one without a post has an empty position, so that with one post
    each all three stand in line. A post that the article calls past has a role beginning "former".

    Args:
        id: In this database; ``claim_id`` is the same in every one.
        speaker_ids: Public ids of the speakers, in line with them; "" for one that is linked to
            nobody.
        content: The pieces as written, joined by "; ", as with ``source`` and ``cue``.
        content_start: Where the content begins in the article's text; code points.
        content_end: Where it ends there, exclusive.
        confidence: 0.0 to 1.0.
        cue_lemma: None if there is no cue, or the run that found the claim gave none.
        cue_class: As with ``cue_lemma``.
        negated: The source is told not to have said it.
        hedged: It is told with reserve, or what is said is said so.
        prediction: It is about what will come.
        note: What people noted on it.
        tags: What people tagged it with.
    """

    id: int
    claim_id: str
    article_id: str
    article_title: str | None
    outlet: str | None
    published: PartialDate
    article_path: str
    speakers: tuple[str, ...]
    speaker_kinds: tuple[str, ...]
    speaker_ids: tuple[str, ...]
    roles: tuple[str, ...]
    organizations: tuple[str, ...]
    source: str
    cue: str
    type: str
    content: str
    content_start: int
    content_end: int
    confidence: float
    review: str
    cue_lemma: str | None
    cue_class: str | None
    negated: bool
    hedged: bool
    prediction: bool
    note: str | None
    tags: tuple[str, ...]

    @property
    def voices(self) -> list[Someone]:
        """The speakers, each once: two names of one are one, and namesakes are two."""
        each = zip(self.speakers, self.speaker_ids, strict=True)
        found = {ident or name: Someone(ident or name, name) for name, ident in each}
        return list(found.values())


class SpeakerOfClaim(NamedTuple):
    """One speaker of one claim; ``entity_id`` is public, and None for a mention not linked."""

    claim_id: int
    mention_id: int
    name: str
    kind: str
    named_as: str
    entity_id: str | None

    @property
    def key(self) -> str:
        """As in `Someone`."""
        return self.entity_id or self.name


class Post(NamedTuple):
    """A role and an organization of one mention, with the words that say so."""

    mention_id: int
    role: str | None
    organization: str | None
    former: bool
    start: int
    end: int
    exact: str

    @property
    def shown_role(self) -> str:
        role = self.role or ""
        if not self.former or role.casefold().startswith(("former", "ex-", "then-")):
            return role
        return f"former {role}".strip()


@dataclass(frozen=True, slots=True)
class Page:
    """Some claims, with their speakers by claim id and those speakers' posts by mention id."""

    rows: list[ClaimRow]
    speakers: dict[int, list[SpeakerOfClaim]]
    posts: dict[int, list[Post]]


_ROWS: Final = (
    select(
        claim.c.id,
        claim.c.public_id,
        article.c.public_id.label("article_id"),
        article.c.title,
        outlet.c.name,
        article.c.published,
        article.c.published_precision,
        article.c.path,
        claim.c.source,
        claim.c.cue,
        claim.c.type,
        claim.c.content,
        claim.c.position,
        select(func.max(claim_span.c.end))
        .where(claim_span.c.claim_id == claim.c.id, claim_span.c.part == SpanPart.CONTENT.value)
        .scalar_subquery(),
        claim.c.confidence,
        claim.c.review,
        claim.c.cue_lemma,
        claim.c.cue_class,
        claim.c.negated,
        claim.c.hedged,
        claim.c.prediction,
        select(claim_note.c.note).where(claim_note.c.claim_id == claim.c.id).scalar_subquery(),
        select(func.aggregate_strings(claim_tag.c.tag, ";"))
        .where(claim_tag.c.claim_id == claim.c.id)
        .scalar_subquery(),
    )
    .join(article, article.c.id == claim.c.article_id)
    .outerjoin(outlet, outlet.c.id == article.c.outlet_id)
    .where(among_given(claim.c.id))
)

_canonical = entity.alias("canonical")

_SPEAKERS: Final = (
    select(
        claim_speaker.c.claim_id,
        mention.c.id,
        func.coalesce(entity.c.label, entity.c.name, mention.c.name),
        mention.c.kind,
        mention.c.name,
        _canonical.c.public_id,
    )
    .join(mention, mention.c.id == claim_speaker.c.mention_id)
    .outerjoin(mention_entity, and_(mention_entity.c.mention_id == mention.c.id, is_live()))
    .outerjoin(entity, entity.c.id == mention_entity.c.entity_id)
    .outerjoin(_canonical, _canonical.c.id == entity.c.canonical_id)
    .where(among_given(claim_speaker.c.claim_id))
    .order_by(claim_speaker.c.claim_id, claim_speaker.c.ordinal)
)

_POSTS: Final = (
    select(
        affiliation.c.mention_id,
        affiliation.c.role,
        affiliation.c.organization,
        affiliation.c.former,
        affiliation.c.start,
        affiliation.c.end,
        affiliation.c.exact,
    )
    .where(among_given(affiliation.c.mention_id))
    .order_by(affiliation.c.mention_id, affiliation.c.ordinal)
)


def fetch_rows(connection: Connection, ids: Sequence[int]) -> list[ClaimRow]:
    """Claims in the order of ``ids``; an id that is not there is left out."""
    return [row for chunk in chunks(ids) for row in fetch_page(connection, chunk).rows]


def fetch_page(connection: Connection, ids: Sequence[int]) -> Page:
    """At most `CHUNK` claims in the order of ``ids``; an id that is not there is left out."""
    found = connection.execute(_ROWS, {"ids": ids}).all()
    by_id: dict[int, Sequence[Any]] = {row[0]: row for row in found}
    speakers = fetch_speakers(connection, ids)
    posts = fetch_posts(connection, speakers)
    rows = [_row(by_id[ident], speakers.get(ident, []), posts) for ident in ids if ident in by_id]
    return Page(rows, speakers, posts)


def fetch_speakers(connection: Connection, ids: Sequence[int]) -> dict[int, list[SpeakerOfClaim]]:
    """The speakers of claims, by claim id, in their order; at most `CHUNK` ids."""
    found: dict[int, list[SpeakerOfClaim]] = {}
    for row in plain_rows(connection.execute(_SPEAKERS, {"ids": list(ids)})):
        found.setdefault(row[0], []).append(SpeakerOfClaim(*row))
    return found


def fetch_posts(
    connection: Connection, speakers: dict[int, list[SpeakerOfClaim]]
) -> dict[int, list[Post]]:
    """The posts of these speakers' mentions, by mention id, in their order."""
    mentions = sorted({one.mention_id for several in speakers.values() for one in several})
    found: dict[int, list[Post]] = {}
    for chunk in chunks(mentions):
        for row in connection.execute(_POSTS, {"ids": list(chunk)}).all():
            found.setdefault(row[0], []).append(Post(*row))
    return found


def in_line(
    speakers: Sequence[SpeakerOfClaim], posts: dict[int, list[Post]]
) -> list[tuple[SpeakerOfClaim, Post | None]]:
    """The positions of ``roles`` and ``organizations``: whose each is and which post it shows."""
    several = len(speakers) > 1
    found: list[tuple[SpeakerOfClaim, Post | None]] = []
    stated = False
    for speaker in speakers:
        if of_speaker := posts.get(speaker.mention_id):
            found += [(speaker, post) for post in of_speaker]
            stated = True
        elif several:
            found.append((speaker, None))
    return found if stated else []


def _row(
    row: Sequence[Any], speakers: Sequence[SpeakerOfClaim], posts: dict[int, list[Post]]
) -> ClaimRow:
    shown = _shown(speakers, in_line(speakers, posts))
    published = partial_date(row[5], row[6])
    values: list[Any] = [*row[:5], published, row[7], *shown, *row[8:-1], _tags(row[-1])]
    return ClaimRow(*values)


def _tags(joined: str | None) -> Names:
    """Tags, which have no semicolon, in alphabetical order."""
    return () if joined is None else tuple(sorted(joined.split(";"), key=str.casefold))


def _shown(
    speakers: Sequence[SpeakerOfClaim], lined: Sequence[tuple[SpeakerOfClaim, Post | None]]
) -> tuple[Names, Names, Names, Names, Names]:
    """Speakers, their kinds and ids, roles and organizations as a row has them."""
    return (
        tuple([one.name for one in speakers]),
        tuple([one.kind for one in speakers]),
        tuple([one.entity_id or "" for one in speakers]),
        tuple([post.shown_role if post else "" for _, post in lined]),
        tuple([(post and post.organization) or "" for _, post in lined]),
    )
