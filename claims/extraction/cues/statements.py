"""How surely a claim is something said or written, rather than felt, planned, seen or done.

The weights are plain numbers by name in ``statements.json`` beside this module; ``claims.training.
fit_statements`` fits them, and ``docs/cues.md`` tells what counts as a statement and how good they
are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from claims.claim import CueClass
from claims.extraction.cues.classes import ContentForm
from claims.extraction.cues.heads import Head
from claims.extraction.document.attribution import Attribution
from claims.language.word_lists import words
from claims.logistic import probability, shipped_weights

FILE: Final = "statements.json"
_NOUNS: Final = (
    "documents",
    "groups",
    "people",
    "utterances",
    "organization_anaphors",
    "things",
    "roles",
)
_SPEAKING: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_HELPERS: Final = frozenset({"aux", "auxpass", "neg", "mark"})
_LONGEST: Final = 5


@dataclass(frozen=True, slots=True)
class WordedClaim:
    """A claim as it is worded: what there is to judge it by.

    Args:
        attribution: The claim.
        cue: Tokens of its cue.
        source: Of its source.
        content: Of its content.
        head: What attributes; None without a cue.
        kind: The class of the cue.
        form: What the content looks like; None without a cue.
        negated: Whether the source is told not to have said it.
    """

    attribution: Attribution
    cue: Sequence[Token]
    source: Sequence[Token]
    content: Sequence[Token]
    head: Head | None = None
    kind: CueClass | None = None
    form: ContentForm | None = None
    negated: bool = False


def likelihood(wording: WordedClaim) -> float:
    """How likely it is a statement, 0.0 to 1.0."""
    found = ((name, 1.0) for name in signs(wording))
    return probability(found, shipped_weights("claims.extraction.cues", FILE))


def signs(wording: WordedClaim) -> list[str]:
    """Names of what speaks for or against a statement, each once."""
    one = wording.attribution
    found = [f"type:{one.type}", f"who:{_who(wording.source)}", f"size:{_size(wording.content)}"]
    if one.parent is not None:
        found.append("nested")
    if wording.head is not None:
        found += _of_cue(wording, wording.head)
    return list(dict.fromkeys(found))


def _of_cue(wording: WordedClaim, head: Head) -> Iterator[str]:
    token = wording.cue[0].doc[head.token]
    shape, kind = _shape(wording.form), wording.kind or "none"
    yield f"class:{kind}"
    yield f"lemma:{head.lemma}"
    yield f"shape:{shape}"
    yield f"class:{kind} shape:{shape}"
    yield f"class:{kind} type:{wording.attribution.type}"
    yield f"lemma:{head.lemma} shape:{shape}"
    yield f"tag:{token.tag_}"
    yield f"cue:{min(len(wording.cue), _LONGEST)}"
    if wording.negated:
        yield "negated"
    if wording.content and wording.content[0].i < wording.cue[0].i:
        yield "content first"
    for light in head.light:
        yield f"light:{wording.cue[0].doc[light].lemma_.lower()}"
    for child in token.children:
        if child.dep_ in _HELPERS:
            yield f"{child.dep_}:{child.lower_}"
        elif child.dep_ == "dobj" and child.i not in {t.i for t in wording.content}:
            yield "object outside"


def _shape(form: ContentForm | None) -> str:
    if form is None:
        return "none"
    for name, holds in (
        ("asks", form.asks),
        ("to", form.to),
        ("that", form.words[:1] == ("that",)),
        ("clause", form.clause),
        ("object to", form.object_to),
        ("as", form.as_),
    ):
        if holds:
            return name
    return "phrase"


def _who(source: Sequence[Token]) -> str:
    inside = {token.i for token in source}
    head = next((t for t in source if t.head.i not in inside or t.head.i == t.i), None)
    if head is None:
        return "none"
    if head.pos_ == "PRON":
        return f"pronoun {head.lower_}"
    if head.ent_type_ in _SPEAKING:
        return head.ent_type_
    noun = head.lemma_.lower()
    return next((name for name in _NOUNS if noun in words(f"nouns/{name}")), head.pos_)


def _size(content: Sequence[Token]) -> int:
    return min(_LONGEST, sum(token.is_alpha for token in content).bit_length())
