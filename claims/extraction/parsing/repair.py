"""Joined verbs that the small model hangs wrong though their forms tell: put right in the parse."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Doc, Token

from claims.language.word_lists import words

_FINITE: Final = frozenset(("VBD", "VBZ", "VBP", "MD"))
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
_REPORTS: Final = frozenset(("ccomp", "xcomp"))
# What a source does not do: "she confirmed that it was sold but would not discuss the price".
_WITHHELD: Final = words("cues/withheld")
_PLURALS: Final = words("grammar/pronouns", "plural subjects")
_HIGHEST: Final = 6


def mend(doc: Doc) -> None:
    """Hangs verbs after a conjunction on the verb that they go on with.

    A finite verb is never joined to an infinitive or a participle ("denied sending boats and
    accuses …") nor one in the singular to a plural's, and what is not told is not part of what is
    told.
    """
    for token in doc:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX"):
            joint = _joint(token)
            above = _meant(token) if joint is not None else None
            if joint is not None and above is not None:
                token.head = above
                joint.head = above


def _joint(verb: Token) -> Token | None:
    """The conjunction right before the verb and its auxiliaries; None if it has a subject."""
    if not _finite(verb) or any(kid.dep_ in _SUBJECTS for kid in verb.lefts):
        return None
    first = verb.left_edge.i
    before = verb.doc[first - 1] if first else None
    return before if before is not None and before.pos_ == "CCONJ" else None


def _finite(verb: Token) -> bool:
    if verb.tag_ in _FINITE:
        return True
    return any(kid.tag_ in _FINITE for kid in verb.lefts if kid.dep_ in ("aux", "auxpass"))


def _meant(verb: Token) -> Token | None:
    """The finite verb above that the verb goes on with, if that is not the one it hangs on."""
    at = verb.head
    if at.pos_ not in ("VERB", "AUX"):
        return None
    if not _agrees(verb, at):
        return _higher(at, verb)
    if _finite(at):
        refuses = verb.lemma_ in _WITHHELD and any(kid.dep_ == "neg" for kid in verb.lefts)
        above = at.head
        held = refuses and at.dep_ in _REPORTS and above.i < at.i and _finite(above)
        return above if held else None
    return _higher(at, verb)


def _higher(at: Token, verb: Token) -> Token | None:
    """The nearest finite verb above ``at`` with a subject that ``verb`` could have."""
    for _ in range(_HIGHEST):
        if at.head.i >= at.i:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX") and _finite(at) and _agrees(verb, at):
            return at
    return None


def _agrees(verb: Token, host: Token) -> bool:
    """Whether the host's subject can be the verb's: "boats arrive, and wants" cannot be."""
    if verb.tag_ != "VBZ":
        return True
    subjects = [kid for kid in host.lefts if kid.dep_ in ("nsubj", "nsubjpass")]
    return not any(s.tag_ in ("NNS", "NNPS") or s.lower_ in _PLURALS for s in subjects)
