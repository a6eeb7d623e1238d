"""Parts of the sentence that tells a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from claims.aside import Aside
from claims.claim import CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.identified import TOPIC, id_in, label_of

if TYPE_CHECKING:
    from db.query.model import ClaimQuery

_ASCENDING: Final = {
    "published": "oldest first",
    "confidence": "least confident first",
    "articles": "what is said in fewest articles first",
    "first_said": "what was said earliest first",
}
_DESCENDING: Final = {
    "published": "newest first",
    "confidence": "most confident first",
    "articles": "what is said in most articles first",
    "first_said": "what was first said latest first",
}
KINDS: Final = {
    SpeakerKind.PERSON: "persons",
    SpeakerKind.ORGANIZATION: "organizations",
    SpeakerKind.GROUP: "groups",
    SpeakerKind.DOCUMENT: "documents",
}

REVIEWS: Final = {
    ReviewState.MACHINE: "not reviewed",
    ReviewState.ACCEPTED: "accepted",
    ReviewState.CORRECTED: "corrected",
    ReviewState.REJECTED: "rejected",
}

ASIDE: Final = {
    Aside.NESTED: "nested ones",
    Aside.LOW: "ones of low confidence",
    Aside.NO_SPEAKER: "ones without a speaker",
    Aside.ACT: "acts",
    Aside.HEADLINE: "ones of headlines",
}

CLASSES: Final = {
    CueClass.STATEMENT: "statements",
    CueClass.QUESTION: "questions",
    CueClass.DENIAL: "denials",
    CueClass.DEMAND: "demands",
    CueClass.OPINION: "opinions",
    CueClass.BELIEF: "beliefs",
    CueClass.INTENTION: "intentions",
    CueClass.EMOTION: "emotions",
    CueClass.PERCEPTION: "perceptions",
}


def reviewed(query: ClaimQuery) -> str:
    """The states that are asked for, in the order of asking."""
    asked = dict.fromkeys(query.reviews)
    if query.include_rejected:
        asked[ReviewState.REJECTED] = None
    return f"that are {either([REVIEWS[state] for state in asked])}"


def rejected_too(query: ClaimQuery) -> str:
    """Rejected claims as well, unless `reviewed` has told so."""
    return "" if query.reviews else "including rejected ones"


def aside_too(query: ClaimQuery) -> str:
    """Claims that are set aside as well."""
    kinds = [ASIDE[reason] for reason in dict.fromkeys(query.include)]
    return f"including {', '.join(kinds)}"


def ordered(query: ClaimQuery) -> str:
    """The order, where it is not the usual one."""
    if not query.descending and query.sort == "published":
        return ""
    known = _DESCENDING if query.descending else _ASCENDING
    plain = f"sorted by {query.sort}{', descending' if query.descending else ''}"
    return known.get(query.sort, plain)


def limited(query: ClaimQuery) -> str:
    """How many at most."""
    return "the first one only" if query.limit == 1 else f"the first {query.limit} only"


def either(names: Sequence[str]) -> str:
    """One or another."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


def labels(values: Sequence[str]) -> str:
    """One or another, as people read them."""
    return either([label_of(value) for value in values])


def on_topic(value: str) -> str:
    """A topic by its label, or words that are looked for."""
    return in_quotes(value) if id_in(value, TOPIC) is None else label_of(value)


def in_quotes(text: str) -> str:
    """Words that are looked for."""
    return text if '"' in text else f"“{text}”"
