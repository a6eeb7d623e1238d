"""A ClaimQuery in words, for titles, empty results and the log of an export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from claims.claim import CueClass, SpeakerKind
from claims.review import ReviewState
from db.query.identified import label_of
from db.query.model import ClaimQuery

_ASCENDING: Final = {"published": "oldest first", "confidence": "least confident first"}
_DESCENDING: Final = {"published": "newest first", "confidence": "most confident first"}
_FLAGS: Final = {"negated": "negated", "hedged": "hedged", "prediction": "predicting"}
_KINDS: Final = {
    SpeakerKind.PERSON: "persons",
    SpeakerKind.ORGANIZATION: "organizations",
    SpeakerKind.GROUP: "groups",
    SpeakerKind.DOCUMENT: "documents",
}

_REVIEWS: Final = {
    ReviewState.MACHINE: "not reviewed",
    ReviewState.ACCEPTED: "accepted",
    ReviewState.CORRECTED: "corrected",
    ReviewState.REJECTED: "rejected",
}

_CLASSES: Final = {
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


def sentence(query: ClaimQuery) -> str:
    """The query as one phrase: ``direct claims by Gabuev, since 2023-01-01, newest first``."""
    noun = f"{_either(query.types)} claims".lstrip()
    which = ", ".join(_conditions(query))
    return ", ".join([f"{noun} {which}".rstrip(), *_order(query)])


def _conditions(query: ClaimQuery) -> Iterator[str]:
    if query.speakers:
        yield f"by {_labels(query.speakers)}"
    if query.kinds:
        yield f"by {_either([_KINDS[kind] for kind in query.kinds])}"
    if query.organizations:
        of = "ever of" if query.ever else "speaking for"
        yield f"{of} {_labels(query.organizations)}"
    if query.cue_classes:
        yield f"that are {_either([_CLASSES[one] for one in query.cue_classes])}"
    if query.cue is not None:
        yield f"with the cue {_in_quotes(query.cue)}"
    for flag, word in _FLAGS.items():
        if (wanted := getattr(query, flag)) is not None:
            yield word if wanted else f"not {word}"
    if query.reviews:
        yield f"that are {_either([_REVIEWS[state] for state in _states(query)])}"
    elif query.include_rejected:
        yield "including rejected ones"
    if query.tags:
        yield f"tagged {_either([_in_quotes(tag) for tag in query.tags])}"
    if query.note is not None:
        yield f"with {_in_quotes(query.note)} in the note"
    if query.text is not None:
        yield f"that say {_in_quotes(query.text)}"
    if query.topic is not None:
        yield f"on {_in_quotes(query.topic)}"
    if query.articles:
        yield f"in article {_labels(query.articles)}"
    if query.outlets:
        yield f"published by {_labels(query.outlets)}"
    if query.since is not None:
        yield f"since {query.since.isoformat()}"
    if query.until is not None:
        yield f"until {query.until.isoformat()}"
    if query.months:
        yield f"published in {_either(query.months)}"
    if query.min_confidence is not None:
        yield f"with confidence {query.min_confidence:g} or more"


def _states(query: ClaimQuery) -> Sequence[ReviewState]:
    """The states that are asked for, in the order of asking."""
    asked = dict.fromkeys(query.reviews)
    if query.include_rejected:
        asked[ReviewState.REJECTED] = None
    return [*asked]


def _order(query: ClaimQuery) -> Iterator[str]:
    if query.descending or query.sort != "published":
        known = _DESCENDING if query.descending else _ASCENDING
        plain = f"sorted by {query.sort}{', descending' if query.descending else ''}"
        yield known.get(query.sort, plain)
    if query.limit is not None:
        yield "the first one only" if query.limit == 1 else f"the first {query.limit} only"


def _either(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _labels(values: Sequence[str]) -> str:
    return _either([label_of(value) for value in values])


def _in_quotes(text: str) -> str:
    return text if '"' in text else f"“{text}”"
