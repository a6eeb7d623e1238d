"""A correction as a person gives it, and what a claim shows once it is made."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, func, select

from claims.affiliation_words import read_role
from claims.claim import ClaimType, Span, SpeakerKind
from claims.language.folding import fold
from db.claims.model import QuotedSpan, StatedAffiliation
from db.claims.rows import fetch_affiliations
from db.query.conditions.review import is_storable
from db.review.values import ClaimNow, JudgedSpeaker, Pieces, Shown
from db.schema import core as schema
from db.schema.identity import Entity

LONGEST_NAME: Final = 300
_NEAR: Final = 250
"""How far apart role and organization may stand for the words between to state both."""


class ReviewError(Exception):
    """What was asked for cannot be done; the message is one line for the user."""


WrittenAffiliation = tuple[str, str]
"""A role and an organization as people write them; both are empty where a speaker has none."""

_Stated = tuple[str | None, str | None, bool]
"""A role, an organization, and whether it is past."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to show instead; None leaves a value as it is, an empty one takes it away.

    Args:
        type: How much of the content is quoted.
        content: At least one piece, in text order; code points into the text of the claim.
        cue: As with ``content``; may be empty, as may ``source``.
        names: Who speaks; empty for nobody known. One whom the article names elsewhere comes with
            the kind and the affiliations that it has there.
        kind: What all of them are.
        affiliations: All of one speaker's, or one for each of several speakers.
    """

    type: ClaimType | None = None
    content: Sequence[Span] | None = None
    cue: Sequence[Span] | None = None
    source: Sequence[Span] | None = None
    names: Sequence[str] | None = None
    kind: SpeakerKind | None = None
    affiliations: Sequence[WrittenAffiliation] | None = None

    @property
    def is_of_one_claim(self) -> bool:
        """Whether it names places of one text, which no other claim has."""
        return any(part is not None for part in (self.content, self.cue, self.source))


def corrected(connection: Connection, text: str, claim: ClaimNow, given: Correction) -> Shown:
    """What a claim shows once corrected; its review state is left to the caller.

    Raises:
        ReviewError: The correction makes no sense for this claim.
    """
    after = claim.shown
    if given.type is not None:
        after = replace(after, type=given.type)
    if given.content is not None:
        if not given.content:
            raise ReviewError("a claim must have content; reject it if nothing is claimed")
        after = replace(after, content=pieces_at(text, "content", given.content))
    if given.cue is not None:
        after = replace(after, cue=pieces_at(text, "cue", given.cue))
    if given.source is not None:
        after = replace(after, source=pieces_at(text, "source", given.source))
    if given.names is not None:
        names = list(dict.fromkeys(_name("speaker", name) for name in given.names))
        speakers = tuple(_speaker(connection, claim, name) for name in names)
        after = replace(after, speakers=speakers)
    if given.kind is not None:
        of_kind = (one._replace(kind=given.kind.value) for one in after.speakers)
        after = replace(after, speakers=tuple(of_kind))
    if given.affiliations is not None:
        after = replace(after, speakers=_with_affiliations(text, after, given.affiliations))
    return after


def pieces_at(text: str, part: str, spans: Sequence[Span]) -> Pieces:
    """Stretches of a text with their words.

    Raises:
        ReviewError: One is no stretch of the text, or they overlap or are out of order.
    """
    reached = 0
    for span in spans:
        if not 0 <= span.start < span.end <= len(text):
            raise ReviewError(
                f"{part}: {span.start}-{span.end} is no stretch of a text of {len(text)} characters"
            )
        if span.start < reached:
            raise ReviewError(f"{part}: its pieces overlap or are out of order")
        reached = span.end
    return tuple(QuotedSpan(s.start, s.end, text[s.start : s.end]) for s in spans)


def _name(what: str, given: str) -> str:
    name = " ".join(given.split())
    check_storable(what, name)
    if not name:
        raise ReviewError(f"{what}: the name is empty")
    if len(name) > LONGEST_NAME:
        raise ReviewError(f"{what}: longer than {LONGEST_NAME} characters")
    return name


def check_storable(what: str, text: str) -> None:
    """Refuse what no database takes.

    Raises:
        ReviewError: The text holds such a character.
    """
    if not is_storable(text):
        raise ReviewError(f"{what}: has a character that cannot be stored")


def _speaker(connection: Connection, claim: ClaimNow, name: str) -> JudgedSpeaker:
    """A speaker by name: as the claim has it, else as its article does, else as others do."""
    for one in claim.shown.speakers:
        if one.name == name:
            return one
    found = _named_here(connection, claim, name)
    if found is not None:
        return found
    entity = Entity
    kind = connection.scalar(
        select(entity.kind).where(entity.name_key == (fold(name) or name)).order_by(entity.id)
    )
    return JudgedSpeaker(name, kind or SpeakerKind.PERSON.value)


def _named_here(connection: Connection, claim: ClaimNow, name: str) -> JudgedSpeaker | None:
    """The mention of that name in the claim's text, of the newest run, with most affiliations."""
    mention, stated = schema.Mention, schema.Affiliation
    number = func.count(stated.ordinal)
    row = connection.execute(
        select(mention.id, mention.kind)
        .outerjoin(stated, stated.mention_id == mention.id)
        .where(mention.text_id == claim.text_id, mention.name == name)
        .group_by(mention.id)
        .order_by(mention.run_id.desc(), number.desc(), mention.id)
        .limit(1)
    ).first()
    if row is None:
        return None
    affiliations = fetch_affiliations(connection, [row[0]]).get(row[0], ())
    return JudgedSpeaker(name, row[1], affiliations)


def _with_affiliations(
    text: str, shown: Shown, given: Sequence[WrittenAffiliation]
) -> tuple[JudgedSpeaker, ...]:
    speakers, stated = shown.speakers, [_stated(*each) for each in given]
    if not any(stated):
        return tuple(one._replace(affiliations=()) for one in speakers)
    if not speakers:
        raise ReviewError("a role or organization needs a speaker")
    if len(speakers) == 1:
        return (_affiliated(text, shown, speakers[0], stated),)
    if len(stated) != len(speakers):
        raise ReviewError(
            f"{len(speakers)} speakers need as many roles and organizations, empty where there is "
            f"none; {len(stated)} are given"
        )
    return tuple(
        _affiliated(text, shown, one, [each]) for one, each in zip(speakers, stated, strict=True)
    )


def _stated(written_role: str, written_organization: str) -> _Stated | None:
    role, former = read_role(written_role)
    organization = written_organization.strip()
    if not role and not organization:
        return None
    return (
        _name("role", role) if role else None,
        _name("organization", organization) if organization else None,
        former,
    )


def _affiliated(
    text: str, shown: Shown, speaker: JudgedSpeaker, given: Sequence[_Stated | None]
) -> JudgedSpeaker:
    known = {each[:3]: each for each in speaker.affiliations}
    stated = {
        known.get(each) or StatedAffiliation(*each, _evidence(text, shown, each)): None
        for each in given
        if each is not None
    }
    return speaker._replace(affiliations=tuple(stated))


def _evidence(text: str, shown: Shown, given: _Stated) -> QuotedSpan:
    """The words next to the claim that state an affiliation; where none do, those of the source.

    That a person says so is in the events.
    """
    anchor = (shown.source or shown.content)[0]
    role, organization = (_nearest_words(text, words, anchor.start) for words in given[:2])
    if role is not None and organization is not None:
        start, end = min(role.start, organization.start), max(role.end, organization.end)
        if end - start <= _NEAR + len(role.words) + len(organization.words):
            return QuotedSpan(start, end, text[start:end])
    return organization or role or anchor


def _nearest_words(text: str, words: str | None, near: int) -> QuotedSpan | None:
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE)
    match = min(found, key=lambda each: abs(each.start() - near), default=None)
    return None if match is None else QuotedSpan(match.start(), match.end(), match.group())
