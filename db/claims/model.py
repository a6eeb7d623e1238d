"""What is read of a claim, as plain values: the claim, who speaks it, and as whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from claims.affiliation_words import in_words, shown_role
from claims.claim import SpeakerKind
from claims.partial_date import PartialDate
from claims.relation import Relation, RelationState
from db.query.identified import identified

Names = tuple[str, ...]

NOBODY: Final = "nobody named"
"""What claims without a speaker are told to be said by."""


class SpeakerRef(NamedTuple):
    """A speaker by ``id``, the public one or, of a mention that is linked to nobody, its name;
    ``label`` is only shown."""

    id: str
    label: str

    @property
    def asked(self) -> str:
        """The value of a filter that finds what this speaker says."""
        return self.label if self.id == self.label else identified(self.label, self.id)


class QuotedSpan(NamedTuple):
    """``text[start:end]`` of an article with its words; code points, end-exclusive."""

    start: int
    end: int
    words: str


class StatedAffiliation(NamedTuple):
    """A role and an organization of a speaker, and the words of the article that state them.

    ``former`` marks what the article calls past.
    """

    role: str | None
    organization: str | None
    former: bool
    evidence: QuotedSpan

    @property
    def shown_role(self) -> str:
        """The role; one that is past says so."""
        return shown_role(self.role, former=self.former)

    @property
    def in_words(self) -> str:
        """Role and organization as one phrase."""
        return in_words(self.role, self.organization, former=self.former)


class ClaimSpeaker(NamedTuple):
    """A speaker of a claim, with the affiliations that its article states.

    Args:
        mention_id: Of the mention by which its article names it.
        name: What it is shown as.
        kind: person, organization, group or document.
        named_as: The fullest name in the article.
        entity_id: Its public id; None for a mention that is linked to nobody.
        affiliations: In the order of the article.
        confidence: How likely it is the right one, 0.0 to 1.0; None where a person said so or the
            run did not tell.
    """

    mention_id: int
    name: str
    kind: str
    named_as: str
    entity_id: str | None
    affiliations: tuple[StatedAffiliation, ...]
    confidence: float | None = None

    @property
    def ref(self) -> SpeakerRef:
        """Who it is."""
        return SpeakerRef(self.entity_id or self.name, self.name)

    @property
    def affiliations_beside_name(self) -> Names:
        """The affiliations in words, less the role of "two officials", who are called by it."""
        called = set(self.name.casefold().split()) if self.kind == SpeakerKind.GROUP else set()
        return tuple(
            in_words(None, one.organization, former=False)
            if one.role and called.issuperset(one.role.casefold().split())
            else one.in_words
            for one in self.affiliations
        )


class ThreadOfClaim(NamedTuple):
    """The thread of a claim: all claims that say the same. Rejected ones count for nothing.

    Args:
        id: The public one.
        label: None where the claim's own words are.
        articles: In how many it stands.
        stories: In how many of these, copies of one text being one.
        first_said: When the earliest of its articles was published.
    """

    id: str
    label: str | None
    articles: int
    stories: int
    first_said: PartialDate


@dataclass(frozen=True, slots=True)
class RelatedClaim:
    """What another claim is to one.

    Args:
        relation: What it is.
        does: Whether the one claim is that to the other, or the other to it.
        ordered: Whether the dates of their articles tell which was first.
        score: How sure the program is, from 0 to 1.
        state: What people judged of it.
        claim_id: Public id of the other.
        article_id: Of its article.
        published: When that was.
        names: Its speakers, as the article names them.
        content: As it is written.
    """

    relation: Relation
    does: bool
    ordered: bool
    score: float
    state: RelationState
    claim_id: str
    article_id: str
    published: PartialDate
    names: Names
    content: str

    @property
    def in_words(self) -> str:
        """What the one claim is told to be to the other: "denied by"."""
        return self.relation.in_words(does=self.does, ordered=self.ordered)


class ClaimRow(NamedTuple):
    """A claim as all that read it get it; a tuple, as very many are made.

    Args:
        id: In this database; ``claim_id`` is the same in every one.
        published: When its article was.
        speakers: In the order of a joint statement; empty if nobody is named.
        content: The pieces as written, joined by "; ", as with ``source`` and ``cue``.
        content_start: Where the content begins in the article's text; code points.
        content_end: Where it ends there, exclusive.
        confidence: 0.0 to 1.0.
        cue_lemma: None if there is no cue, or the run that found the claim gave none.
        cue_class: As with ``cue_lemma``.
        negated: The source is told not to have said it.
        hedged: It is told with reserve, or what is said is said so.
        prediction: It is about what will come.
        statement: How surely it is something said, 0.0 to 1.0; None where the run did not tell.
        aside: The reasons for which a first look leaves it out, summed up; see `claims.aside`.
        parent: The claim that it stands within; None if within none.
        nested: How many claims stand within it and show.
        note: What people noted on it.
        tags: What people tagged it with.
        thread: What else says the same; None for one that was never compared.
        relations: Who repeats, agrees with, denies or updates it, and whom it does.
    """

    id: int
    claim_id: str
    article_id: str
    article_title: str | None
    outlet: str | None
    published: PartialDate
    article_path: str
    speakers: tuple[ClaimSpeaker, ...]
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
    statement: float | None
    aside: int
    parent: int | None
    nested: int
    note: str | None
    tags: Names
    thread: ThreadOfClaim | None
    relations: tuple[RelatedClaim, ...] = ()

    @property
    def names(self) -> Names:
        """What the speakers are shown as."""
        return tuple([one.name for one in self.speakers])

    @property
    def speaker_refs(self) -> list[SpeakerRef]:
        """The speakers, each once: two names of one are one, and namesakes are two."""
        return list({one.ref.id: one.ref for one in self.speakers}.values())

    @property
    def affiliations(self) -> Names:
        """What is stated of the speakers in words, in their order, each once."""
        stated = [words for one in self.speakers for words in one.affiliations_beside_name]
        return tuple(dict.fromkeys(filter(None, stated)))

    @property
    def in_line(self) -> list[tuple[ClaimSpeaker, StatedAffiliation | None]]:
        """Roles and organizations position by position: whose each is and what is stated.

        Every affiliation that the article states for the speakers, in their order. Where there
        are several speakers, one without has an empty position, so that with one each all stand
        in line.
        """
        several = len(self.speakers) > 1
        found: list[tuple[ClaimSpeaker, StatedAffiliation | None]] = []
        stated = False
        for speaker in self.speakers:
            if speaker.affiliations:
                found += [(speaker, one) for one in speaker.affiliations]
                stated = True
            elif several:
                found.append((speaker, None))
        return found if stated else []

    @property
    def roles(self) -> Names:
        """The roles `in_line`, a past one beginning "former"; "" is one that lacks."""
        return tuple([one.shown_role if one else "" for _, one in self.in_line])

    @property
    def organizations(self) -> Names:
        """The organizations `in_line`; "" is one that lacks."""
        return tuple([(one and one.organization) or "" for _, one in self.in_line])
