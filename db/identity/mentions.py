"""Who is behind the mentions of an article: the entity that each name there means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, bindparam, select, update

from claims.article import Article
from claims.claim import Affiliation, Claim, Speaker, SpeakerKind
from claims.identity.forms import name_form
from claims.identity.organizations import parent_of, stated_acronym
from claims.identity.profile import AffiliationKey, Profile, affiliation_keys_of
from claims.language.folding import fold
from claims.language.names import Gender, honorific_gender, is_acronym
from db.identity.entities import EntitiesByName, Name
from db.identity.linking import lock_identities, relink
from db.identity.reassign import JUDGED
from db.schema.identity import (
    Entity,
    EntityAffiliation,
    EntityName,
    MentionEntity,
    Naming,
    OrganizationParent,
)
from db.schema.public_ids import entity_public_id
from db.sql.id_list import among_given
from db.sql.insert import add, insert_all, insert_new

METHOD: Final = "name"
"""How mentions are linked here: the same kind and the same folded full name."""

_NAMED: Final = frozenset({SpeakerKind.PERSON, SpeakerKind.ORGANIZATION})
_BARE_SCORE: Final = 0.7

# Made once: for a few rows, writing a statement takes longer than running it.
_NAMES: Final = select(EntityName.entity_id, EntityName.name_key).where(
    among_given(EntityName.entity_id)
)
_AFFILIATIONS: Final = select(
    EntityAffiliation.entity_id, EntityAffiliation.role, EntityAffiliation.organization
).where(among_given(EntityAffiliation.entity_id))
_NAMINGS: Final = select(Naming.kind, Naming.name_key, Naming.entity_id).where(
    Naming.article_id == bindparam("article"), Naming.retired_at.is_(None)
)
_LINKS: Final = select(MentionEntity.mention_id, MentionEntity.entity_id).where(
    among_given(MentionEntity.mention_id), MentionEntity.retired_at.is_(None)
)


@dataclass
class ArticleSpeaker:
    """One speaker of an article with all that the article says of it, from any of its claims."""

    name: str
    kind: SpeakerKind
    affiliations: dict[Affiliation, None] = field(default_factory=dict)
    forms: dict[str, None] = field(default_factory=dict)

    @property
    def name_key(self) -> str:
        """The folded name; a name without a letter or digit stands for itself."""
        return fold(self.name) or self.name

    @property
    def public_id(self) -> str:
        """Public id of the entity that this is, if nobody else has that name."""
        return entity_public_id(self.kind, self.name_key)

    @property
    def gender(self) -> Gender | None:
        """What forms of address tell, if they agree."""
        if self.kind is not SpeakerKind.PERSON:
            return None
        genders = {honorific_gender(form.split()[0]) for form in (self.name, *self.forms)} - {None}
        return genders.pop() if len(genders) == 1 else None

    @property
    def affiliation_keys(self) -> frozenset[AffiliationKey]:
        """The affiliations as they are compared, with those in parents of organizations."""
        each = (affiliation_keys_of(one.role, one.organization) for one in self.affiliations)
        return frozenset().union(*each)

    @property
    def organizations(self) -> tuple[str, ...]:
        """The organizations that it is affiliated with."""
        return tuple(one.organization for one in self.affiliations if one.organization)


def article_speakers(
    article: Article, claims: Iterable[Claim]
) -> dict[tuple[str, SpeakerKind], ArticleSpeaker]:
    """The distinct speakers of an article's claims, by name and kind, in order of appearance."""
    found: dict[tuple[str, SpeakerKind], ArticleSpeaker] = {}
    for claim in claims:
        for speaker in claim.speakers:
            one = found.setdefault(identity(speaker), ArticleSpeaker(speaker.name, speaker.kind))
            one.affiliations.update(dict.fromkeys(speaker.affiliations))
        form = _form(article, claim)
        if form is not None:
            found[identity(claim.speakers[0])].forms[form] = None
    for one in found.values():
        if short := stated_short(article.text, one):
            one.forms[short] = None
    return found


def identity(speaker: Speaker) -> tuple[str, SpeakerKind]:
    """What makes two speakers of one article the same."""
    return speaker.name, speaker.kind


def link(
    connection: Connection,
    article_id: int,
    mentions: Sequence[tuple[int, ArticleSpeaker]],
    *,
    now: datetime,
) -> None:
    """Link the mentions of an article to their entities, and these to each other.

    Args:
        connection: In a transaction that writes.
        article_id: Of the article.
        mentions: Id of each mention and whom it mentions.
        now: When they are linked.
    """
    if changed := link_mentions(connection, article_id, mentions, now=now):
        lock_identities(connection)
        relink(connection, changed, now=now)


def link_mentions(
    connection: Connection,
    article_id: int,
    mentions: Sequence[tuple[int, ArticleSpeaker]],
    *,
    now: datetime,
) -> set[int]:
    """Link the mentions of an article to their entities, made where there are none yet.

    A mention that is linked already is linked anew only if it means somebody else now.

    Returns:
        The entities that are new, or of whom more is known now.
    """
    organizations = _organizations([speaker for _, speaker in mentions])
    judged = _namings(connection, article_id)
    entities = EntitiesByName(connection)
    profiles = {mention: _profile_of(speaker) for mention, speaker in mentions}
    entities.know([*profiles.values(), *organizations])
    meant = {
        mention: judged.get(Name.of(one)) or entities.of(one)
        # In one order everywhere, so that two writers never wait for each other's rows.
        for mention, one in sorted(profiles.items(), key=lambda each: Name.of(each[1]))
    }
    named = [(meant[mention], speaker) for mention, speaker in mentions]
    held = [(entities.of(one), one) for one in organizations]
    changed = _add_names(connection, named, held)
    changed |= _add_affiliations(connection, named) | _add_genders(connection, named, entities)
    _link_mentions(
        connection, {m: (meant[m], profiles[m], Name.of(profiles[m]) in judged) for m in meant}, now
    )
    _add_parents(connection, entities)
    return changed | entities.made


def _profile_of(speaker: ArticleSpeaker) -> Profile:
    return Profile(
        0,
        speaker.kind,
        speaker.name,
        speaker.affiliation_keys,
        speaker.gender,
        name_key=speaker.name_key,
    )


def _organizations(speakers: Iterable[ArticleSpeaker]) -> list[Profile]:
    """The organizations of affiliations and of names, with those that they are a part of."""
    found: dict[str, Profile] = {}
    for speaker in speakers:
        stated = list(speaker.organizations)
        if speaker.kind is SpeakerKind.ORGANIZATION:
            stated.append(parent_of(speaker.name) or "")
        for organization in stated:
            at: str | None = organization
            while at and (key := fold(at)):
                found.setdefault(key, Profile(0, SpeakerKind.ORGANIZATION, at, name_key=key))
                at = parent_of(at)
    return list(found.values())


def _namings(connection: Connection, article_id: int) -> dict[Name, int]:
    """Whom names mean in an article, where a person said so."""
    rows = connection.execute(_NAMINGS, {"article": article_id})
    return {Name(kind, key): entity_id for kind, key, entity_id in rows}


def _add_names(
    connection: Connection,
    named: Iterable[tuple[int, ArticleSpeaker]],
    organizations: Iterable[tuple[int, Profile]],
) -> set[int]:
    """Keep the names as written; returns the organizations that have a new acronym."""
    names: dict[tuple[int, str], str] = {}
    acronyms: dict[tuple[int, str], int] = {}
    for ident, speaker in named:
        for name in (speaker.name, *speaker.forms):
            key = ident, fold(name) or name
            names.setdefault(key, name)
            if speaker.kind is SpeakerKind.ORGANIZATION and is_acronym(name):
                acronyms[key] = ident
    for ident, organization in organizations:
        names.setdefault((ident, organization.name_key), organization.name)
    known = _known_names(connection, {ident for ident, _ in names})
    add(
        connection,
        insert_new(connection, EntityName),
        [
            {"entity_id": ident, "name_key": key, "name": name}
            for (ident, key), name in sorted(names.items())
            if (ident, key) not in known
        ],
    )
    return {ident for key, ident in acronyms.items() if key not in known}


def _known_names(connection: Connection, ids: Iterable[int]) -> set[tuple[int, str]]:
    rows = connection.execute(_NAMES, {"ids": list(ids)})
    return {(ident, key) for ident, key in rows}


def _add_affiliations(
    connection: Connection, named: Iterable[tuple[int, ArticleSpeaker]]
) -> set[int]:
    """Keep the affiliations as evidence; returns the entities of which they are new."""
    stated = {
        (ident, affiliation) for ident, speaker in named for affiliation in speaker.affiliation_keys
    }
    if not stated:
        return set()
    rows = connection.execute(_AFFILIATIONS, {"ids": sorted({ident for ident, _ in stated})})
    new = stated - {
        (ident, AffiliationKey(role, organization)) for ident, role, organization in rows
    }
    add(
        connection,
        insert_new(connection, EntityAffiliation),
        [{"entity_id": ident, **affiliation._asdict()} for ident, affiliation in sorted(new)],
    )
    return {ident for ident, _ in new}


def _add_genders(
    connection: Connection, named: Iterable[tuple[int, ArticleSpeaker]], entities: EntitiesByName
) -> set[int]:
    """Keep what forms of address tell; returns the entities of which that is new."""
    genders = {ident: speaker.gender for ident, speaker in named if speaker.gender is not None}
    new = {ident: gender for ident, gender in genders.items() if entities.gender(ident) is None}
    for ident, gender in sorted(new.items()):
        connection.execute(
            update(Entity).where(Entity.id == ident, Entity.gender.is_(None)).values(gender=gender)
        )
    return set(new)


def _add_parents(connection: Connection, entities: EntitiesByName) -> None:
    """Keep which organization the name of a new one says it is a part of."""
    rows = []
    for ident, written in entities.organizations_made.items():
        if parent := parent_of(written):
            name = Name(SpeakerKind.ORGANIZATION, fold(parent))
            if (parent_id := entities.first(name)) and parent_id != ident:
                rows.append({"child_id": ident, "parent_id": parent_id, "act_id": None})
    add(connection, insert_new(connection, OrganizationParent), rows)


def _link_mentions(
    connection: Connection, meant: dict[int, tuple[int, Profile, bool]], now: datetime
) -> None:
    """Link mentions where they are not linked so already; an older link is retired."""
    live = MentionEntity.retired_at.is_(None)
    before = dict(connection.execute(_LINKS, {"ids": list(meant)}).all())
    for mention, ident in before.items():
        if meant[mention][0] != ident:
            connection.execute(
                update(MentionEntity)
                .where(MentionEntity.mention_id == mention, live)
                .values(retired_at=now)
            )
    add(
        connection,
        insert_all(MentionEntity),
        [
            {
                "mention_id": mention,
                "entity_id": ident,
                "method": JUDGED if judged else METHOD,
                "score": _BARE_SCORE if one.bare and not judged else 1.0,
                "created_at": now,
            }
            for mention, (ident, one, judged) in meant.items()
            if before.get(mention) != ident
        ],
    )


def stated_short(text: str, speaker: ArticleSpeaker) -> str | None:
    """The acronym that the article gives with an organization's name."""
    return stated_acronym(text, speaker.name) if speaker.kind is SpeakerKind.ORGANIZATION else None


def _form(article: Article, claim: Claim) -> str | None:
    """The name that a claim's source as written gives to its one speaker."""
    if len(claim.speakers) != 1 or len(claim.source) != 1 or claim.speakers[0].kind not in _NAMED:
        return None
    span = claim.source[0]
    return name_form(article.text[span.start : span.end])
