"""What is doubtful about who speaks, as questions: one answer is for all claims that one concerns.

An answer is a step of review, so it has its author and time and can be undone; who keeps a speaker
as it is tags the claims, and they are not asked about again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Engine, Select, func, select

from claims.article import shown_title
from claims.aside import BITS, Aside
from claims.claim import SpeakerKind
from claims.language.countries import countries_named
from claims.language.folding import fold
from claims.language.names import organization_words
from claims.review import ReviewState
from db.claims.model import SpeakerRef
from db.connection.reading import reading
from db.query.conditions.review import claim_tag, tag_key
from db.query.tables import (
    affiliation,
    article,
    claim,
    claim_speaker,
    entity,
    is_current,
    is_live,
    mention,
    mention_entity,
)
from db.review.actions import Reviewed, correct, tag
from db.review.corrections import Correction
from db.speakers.suggestions import Suggestion, suggestions_of
from db.speakers.unnamed import is_description, is_unnamed, shares_word
from db.sql.chunks import chunks_of

KEPT: Final = "speaker kept"
"""The tag of claims whose speaker somebody looked at and left as it is."""

MOST: Final = 200
"""Questions of a kind that are asked at once."""
_MOST_CLAIMS: Final = 2_000
_CANDIDATES: Final = 9
_CHUNK: Final = 500
_NAMED: Final = (SpeakerKind.PERSON, SpeakerKind.ORGANIZATION)


class Doubt(StrEnum):
    """Why somebody is asked."""

    CONTRADICTION = "contradiction"
    DESCRIPTION = "description"
    UNRESOLVED = "unresolved"
    DOCUMENT = "document"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt and the claims that it concerns.

    Args:
        doubt: Which.
        name: The source as written, or what the speaker is called.
        why: What is doubtful, in words.
        claims: Numbers of the claims; none for a suggestion.
        claim_id: The public id of the first of them, which stands for the question.
        content: The words of the first of them.
        article_id: Of their article.
        title: Of their article.
        candidates: Who else speaks in it, the most quoted first.
        suggestion: The number of a pair of names that may be one.
        sides: The speakers of that pair.
        concerned: How many claims an answer concerns: of a pair, those of the name with fewer.
    """

    doubt: Doubt
    name: str
    why: str
    claims: tuple[int, ...] = ()
    claim_id: str = ""
    content: str = ""
    article_id: str = ""
    title: str = ""
    candidates: tuple[str, ...] = ()
    suggestion: int | None = None
    sides: tuple[SpeakerRef, ...] = ()
    concerned: int = 0


class _Found(NamedTuple):
    """A claim with what the question about it is made of."""

    id: int
    claim_id: str
    article: int
    article_id: str
    title: str | None
    path: str
    source: str
    content: str
    name: str = ""
    mention: int = 0


def list_questions(engine: Engine) -> list[Question]:
    """What is to be asked: contradictions first and documents last, else what concerns most claims.

    Raises:
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        found = [
            *_contradictions(connection),
            *_descriptions(connection),
            *_unresolved(connection),
        ]
        pairs = _pairs(connection)
        documents = _documents(connection)
        asked = [*_with_candidates(connection, [*found, *documents])]
    ranks = {Doubt.CONTRADICTION: 0, Doubt.DOCUMENT: 2}
    return sorted([*asked, *pairs], key=lambda one: (ranks.get(one.doubt, 1), -one.concerned))


def answer(engine: Engine, question: Question, names: Sequence[str], author: str) -> Reviewed:
    """Have somebody say all claims of a question.

    Args:
        engine: Of the archive, open for writing.
        question: Which.
        names: Who says them, all of them together; none for nobody who is named.
        author: Who says so.

    Raises:
        ReviewError: A claim does not show any more, or it is no name.
        ArchiveError: The database failed.
    """
    given = Correction(names=tuple(names))
    return correct(engine, question.claims, given, author, f"source inbox: {question.doubt}")


def keep(engine: Engine, question: Question, author: str) -> Reviewed:
    """Leave the speaker as it is, and ask no more. As `answer`."""
    return tag(engine, question.claims, [KEPT], author)


# What is doubtful


def _pairs(connection: Connection) -> list[Question]:
    """Names that may be one and that both say something, those of most claims first."""
    found = suggestions_of(connection, None, MOST)
    speakers = {side.id for one in found for side in (one.left_speaker, one.right_speaker)}
    said = _claims_of(connection, sorted(speakers))

    def claims(one: Suggestion) -> tuple[int, int]:
        return said.get(one.left_speaker.id, 0), said.get(one.right_speaker.id, 0)

    def question(one: Suggestion) -> Question:
        left, right = claims(one)
        return Question(
            Doubt.SUGGESTION,
            f"{one.left.label} = {one.right.label}",
            f"may be the same: {one.basis}, {one.score:.2f}; {left:,} and {right:,} claims",
            suggestion=one.number,
            sides=(one.left_speaker, one.right_speaker),
            concerned=min(left, right),
        )

    asked = [one for one in found if all(claims(one))]
    return [question(one) for one in sorted(asked, key=lambda one: sum(claims(one)), reverse=True)]


def _claims_of(connection: Connection, speakers: Sequence[str]) -> dict[str, int]:
    """How many claims of a first look speakers have, by public id."""
    one, name = entity.alias("speaker"), entity.alias("name")
    found: dict[str, int] = {}
    for chunk in chunks_of(speakers, _CHUNK):
        rows = connection.execute(
            select(one.c.public_id, func.count(claim.c.id.distinct()).label("claims"))
            .join(name, name.c.canonical_id == one.c.id)
            .join(mention_entity, mention_entity.c.entity_id == name.c.id)
            .join(claim_speaker, claim_speaker.c.mention_id == mention_entity.c.mention_id)
            .join(claim, claim.c.id == claim_speaker.c.claim_id)
            .where(one.c.public_id.in_(chunk), is_live(), is_current(), claim.c.aside == 0)
            .group_by(one.c.public_id)
        )
        found |= {row.public_id: row.claims for row in rows}
    return found


def _unresolved(connection: Connection) -> list[Question]:
    """Sources that nobody is known to be, of claims that nothing else is wrong with."""
    rows = connection.execute(
        _claims().where(claim.c.aside == BITS[Aside.NO_SPEAKER], claim.c.source != "")
    )
    groups = _grouped(_askable(_Found(*row) for row in rows), _by_source)
    return _questions(Doubt.UNRESOLVED, groups, lambda _: "nobody is known to be this source")


def _documents(connection: Connection) -> list[Question]:
    found = _said(connection, mention.c.kind == SpeakerKind.DOCUMENT.value)
    groups = _grouped(_askable(found), _by_speaker)
    return _questions(Doubt.DOCUMENT, groups, _why_document)


def _why_document(group: Sequence[_Found]) -> str:
    one, *others = _sources(group)
    known = "" if fold(group[0].name) == fold(one) else f", {group[0].name}"
    if others:
        known = f", written {', '.join(f'“{source}”' for source in (one, *others))}"
    return f"a document{known}: whose is it?"


def _askable(found: Iterable[_Found]) -> Iterator[_Found]:
    """Claims of whose source it makes sense to ask who it is: not of an unnamed many, not of a
    poll, which speaks for itself."""
    return (one for one in found if not is_unnamed(one.source))


def _descriptions(connection: Connection) -> list[Question]:
    """Speakers who are named by a description or a pronoun."""
    people = connection.execute(
        select(entity.c.id, entity.c.name).where(entity.c.kind == SpeakerKind.PERSON.value)
    )
    which = [ident for ident, name in people if is_description(name)]
    found: list[_Found] = []
    for chunk in chunks_of(which, _CHUNK):
        ids = select(mention_entity.c.mention_id).where(
            mention_entity.c.entity_id.in_(chunk), is_live()
        )
        found += _said(connection, mention.c.id.in_(ids))
        if len(found) >= _MOST_CLAIMS:
            break
    return _questions(
        Doubt.DESCRIPTION, _grouped(found, _by_speaker), lambda _: "no name: who is it?"
    )


def _contradictions(connection: Connection) -> list[Question]:
    """Claims given to somebody by words that are not their name, where an article states posts of
    two countries for them."""
    several = (
        select(affiliation.c.mention_id)
        .where(affiliation.c.former.is_(False), affiliation.c.organization_key.is_not(None))
        .group_by(affiliation.c.mention_id)
        .having(func.count(affiliation.c.organization_key.distinct()) > 1)
    )
    stated: dict[int, dict[str, str]] = defaultdict(dict)
    for ident, role, organization in connection.execute(
        select(affiliation.c.mention_id, affiliation.c.role, affiliation.c.organization)
        .where(affiliation.c.mention_id.in_(several), affiliation.c.former.is_(False))
        .order_by(affiliation.c.mention_id, affiliation.c.ordinal)
    ):
        for country in countries_named(organization_words(organization or "")):
            stated[ident].setdefault(country, ", ".join(filter(None, (role, organization))))
    torn = {ident: posts for ident, posts in stated.items() if _apart(posts)}
    found: list[_Found] = []
    for chunk in chunks_of(sorted(torn), _CHUNK):
        found += _said(connection, mention.c.id.in_(chunk))
    # Words of the name itself are no doubt.
    doubted = [one for one in found if not shares_word(one.source, one.name)]
    return _questions(
        Doubt.CONTRADICTION,
        _grouped(doubted, _by_source),
        lambda group: (
            f"given to {group[0].name}, who is {' and '.join(torn[group[0].mention].values())}"
        ),
    )


def _apart(posts: Collection[str]) -> bool:
    return any(one != other for one, other in combinations(posts, 2))


# Claims and questions


def _claims(*more: Any) -> Select[Any]:
    """Claims that nobody reviewed or looked at the speaker of, in order."""
    looked_at = select(claim_tag.c.claim_id).where(claim_tag.c.tag_key == tag_key(KEPT))
    return (
        select(
            claim.c.id,
            claim.c.public_id,
            article.c.id,
            article.c.public_id,
            article.c.title,
            article.c.path,
            claim.c.source,
            claim.c.content,
            *more,
        )
        .join(article, article.c.id == claim.c.article_id)
        .where(
            is_current(),
            claim.c.review == ReviewState.MACHINE.value,
            claim.c.id.not_in(looked_at),
        )
        .order_by(claim.c.article_id, claim.c.position, claim.c.id)
        .limit(_MOST_CLAIMS)
    )


def _said(connection: Connection, which: Any) -> list[_Found]:
    """Claims that a first look shows by some mentions."""
    statement = (
        _claims(mention.c.name, mention.c.id)
        .join(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
        .join(mention, mention.c.id == claim_speaker.c.mention_id)
        .where(claim.c.aside == 0, which)
    )
    return [_Found(*row) for row in connection.execute(statement)]


_Groups = Iterable[Sequence[_Found]]


def _grouped(found: Iterable[_Found], which: Callable[[_Found], Hashable]) -> _Groups:
    """Claims that one answer is for, most claims first."""
    groups: dict[Hashable, list[_Found]] = defaultdict(list)
    for one in found:
        groups[which(one)].append(one)
    return sorted(groups.values(), key=len, reverse=True)[:MOST]


def _by_speaker(one: _Found) -> tuple[Hashable, ...]:
    """One speaker of an article, however written there."""
    # What is no name is written with a capital where a sentence begins: "We", "we".
    return one.article, fold(one.name) if is_description(one.name) else one.mention


def _by_source(one: _Found) -> tuple[Hashable, ...]:
    """One speaker of an article, in the same words."""
    return (*_by_speaker(one), fold(one.source))


def _sources(group: Sequence[_Found]) -> list[str]:
    """How a speaker is written, each way once."""
    ways: dict[str, str] = {}
    for one in group:
        ways.setdefault(fold(one.source), " ".join(one.source.split()))
    return [*ways.values()]


def _questions(
    doubt: Doubt, groups: _Groups, why: Callable[[Sequence[_Found]], str]
) -> list[Question]:
    return [_question(doubt, group, why(group)) for group in groups]


def _question(doubt: Doubt, group: Sequence[_Found], why: str) -> Question:
    first, sources = group[0], _sources(group)
    claims = tuple(dict.fromkeys(one.id for one in group))
    return Question(
        doubt,
        sources[0] if len(sources) == 1 and sources[0] else first.name,
        why,
        claims,
        first.claim_id,
        first.content,
        first.article_id,
        shown_title(first.title, first.path),
        concerned=len(claims),
    )


def _with_candidates(connection: Connection, asked: list[Question]) -> Iterator[Question]:
    """Questions, each once, with the people and bodies that speak in the article."""
    names: dict[str, dict[str, int]] = defaultdict(dict)
    for chunk in chunks_of(sorted({one.article_id for one in asked}), _CHUNK):
        rows = connection.execute(
            select(article.c.public_id, mention.c.name, func.count())
            .join(claim, claim.c.article_id == article.c.id)
            .join(claim_speaker, claim_speaker.c.claim_id == claim.c.id)
            .join(mention, mention.c.id == claim_speaker.c.mention_id)
            .where(article.c.public_id.in_(chunk), is_current(), mention.c.kind.in_(_NAMED))
            .group_by(article.c.public_id, mention.c.name)
            .order_by(func.count().desc(), mention.c.name)
        )
        for ident, name, number in rows:
            if not is_description(name):
                names[ident][name] = number
    seen: set[int] = set()
    for one in asked:
        if seen.isdisjoint(one.claims):
            seen.update(one.claims)
            others = [name for name in names[one.article_id] if name != one.name]
            yield replace(one, candidates=tuple(others[:_CANDIDATES]))
