"""A claim as extracted: plain frozen data, offsets in code points into the article's text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

SEPARATOR: Final = "; "
"""Between the pieces of a claim where they are shown in one string."""


class ClaimType(StrEnum):
    """Whether the content stands wholly, partly or not at all inside quotation marks."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    """What a speaker is; ``GROUP`` is unnamed or collective, ``DOCUMENT`` has no stated author."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    DOCUMENT = "document"


class CueClass(StrEnum):
    """What kind of act or state the cue expresses."""

    STATEMENT = "statement"
    QUESTION = "question"
    DENIAL = "denial"
    DEMAND = "demand"
    OPINION = "opinion"
    BELIEF = "belief"
    INTENTION = "intention"
    EMOTION = "emotion"
    PERCEPTION = "perception"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]`` of an article; code points, end-exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A role and an organization of a speaker as one article states them, and the words for it.

    ``former`` marks an affiliation that the article says is no longer held; ``confidence`` is how
    likely it is the speaker's and right, 0.0 to 1.0.
    """

    role: str | None
    organization: str | None
    evidence: Span
    former: bool = False
    confidence: float = field(default=1.0, compare=False)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a source refers to: the fullest name the article gives, without honorific.

    ``confidence`` is how likely that name is the right one, 0.0 to 1.0.
    """

    name: str
    kind: SpeakerKind
    affiliations: tuple[Affiliation, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a claim speaks about: a noun phrase of its content, less determiners.

    Args:
        words: What spellings of it have in common: folded, common nouns in the singular, an acronym
            that the article explains opened.
        whole: Whether no word may be left out at its beginning, as of a name ("New Moorfield",
            beside "new rules").
    """

    span: Span
    words: tuple[str, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed statement: what is said, the words that attribute it, who is said to say it.

    Args:
        content: One or more pieces in text order; a split quotation is one claim.
        cue: The attributing words ("said", "according to"); empty if none.
        source: The source as written ("Mr. Gabuev", "she"); empty if none.
        speakers: Who that is; several for joint statements, empty if unknown.
        parent: Index, in the same article's list, of the claim whose content holds this one.
        confidence: 0.0 to 1.0.
        statement: How likely it is something said or written rather than an attitude, plan or act,
            0.0 to 1.0.
        cue_lemma: The cue's base form ("say", "according to", "make clear"); None if no cue.
        cue_class: What kind of act the cue expresses; None if no cue or unknown.
        negated: The source is said not to have said it ("declined to say", "never claimed").
        hedged: The attribution or what is attributed is softened ("might", "reportedly").
        prediction: The content is about what will come.
        phrases: What the content speaks about, in text order; people are left out.
    """

    type: ClaimType
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    parent: int | None = None
    confidence: float = 1.0
    statement: float = 1.0
    cue_lemma: str | None = None
    cue_class: CueClass | None = None
    negated: bool = False
    hedged: bool = False
    prediction: bool = False
    phrases: tuple[Phrase, ...] = ()


def pieces(text: str, spans: Sequence[Span]) -> str:
    """Pieces of a text as one string."""
    return SEPARATOR.join(text[span.start : span.end] for span in spans)
