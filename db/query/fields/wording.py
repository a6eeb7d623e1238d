"""Parts of the sentence that tells a query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.aside import Aside
from claims.claim import CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.identified import TOPIC, id_in, label_of

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


def reviewed(states: Sequence[ReviewState], *, rejected: bool) -> str:
    """The states that are asked for, in the order of asking.

    Args:
        states: As asked for.
        rejected: Whether rejected claims are asked for as well.
    """
    asked = dict.fromkeys([*states, ReviewState.REJECTED] if rejected else states)
    return f"that are {either([REVIEWS[state] for state in asked])}"


def aside_too(reasons: Sequence[Aside]) -> str:
    """Claims that are set aside as well."""
    return f"including {', '.join(ASIDE[reason] for reason in dict.fromkeys(reasons))}"


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
