"""Whether an attribution is negated or hedged, read off its cue and the words before it.

The words are walked, not the parse alone, since a wrong parse mostly leaves auxiliaries and "not"
beside their verb all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Token

from claims.extraction.cues.heads import REFUSING, Head
from claims.extraction.cues.lexicon import classes
from claims.language.word_lists import words

_NOT: Final = words("grammar/negation", "of anything")
_NOBODY: Final = words("grammar/negation", "nobody")
_MERELY: Final = words("grammar/negation", "no denial behind not")
# What keeps an act from happening before "to say", "from saying", "of saying"; not doing it is
# doing the act: "did not hesitate to say", "cannot stop saying".
_PREVENTING: Final = REFUSING | words("cues/refusing", "otherwise prevented")
_LINKS: Final = words("cues/refusing", "before the act")
_WALK: Final = 7
SOFT_MODALS: Final = words("grammar/verbs", "of reserve")
SEEMING: Final = frozenset({"seem", "appear"})
_SOFT_BEFORE_CLAUSE: Final = words("cues/soft_cues", "before a clause")
_FINITE: Final = frozenset({"VBZ", "VBD", "VBP", "MD"})


def is_negated(head: Head, cue: Sequence[Token], source: Sequence[Token]) -> bool:
    """Whether the source is told not to have said or meant the content."""
    if not cue or "no" in head.lemma.split():
        return False
    doc = cue[0].doc
    before = list(_verb_group(doc, head, cue, source))
    prevented = any(
        token.lemma_.lower() in _PREVENTING and token.i != head.token for token in before
    )
    prevented = prevented or head.entry in REFUSING - {"stop"}
    denied = any(_negates(token) for token in before)
    denied = denied or any(_negates(child) for i in _verbs(head) for child in doc[i].children)
    denied = denied or any(_negates(t) for t in cue if t.i > head.token and t.lower_ != "without")
    nobody = bool(source) and source[0].lower_ in _NOBODY and source[0].text != "No."
    return prevented != (denied or nobody)


def is_hedged(
    head: Head, cue: Sequence[Token], source: Sequence[Token], content: Sequence[Token]
) -> bool:
    """Whether the attribution itself is made with reserve: "seemed to suggest", "reportedly"."""
    if not cue:
        return False
    if head.entry in words("cues/soft_cues") | words("cues/soft_adverbs"):
        return True
    group = [*_verb_group(cue[0].doc, head, cue, source), *(t for t in cue if t.i > head.token)]
    negated = any(_negates(token) for token in group)
    if head.entry in _SOFT_BEFORE_CLAUSE and any(token.tag_ in _FINITE for token in content):
        return not negated
    return any(
        token.lower_ in words("cues/soft_adverbs")
        or token.lemma_.lower() in SEEMING
        or (token.lower_ in SOFT_MODALS and token.tag_ == "MD" and not negated)
        for token in group
    )


def _negates(token: Token) -> bool:
    if token.lower_ not in _NOT or token.text == "No.":
        return False
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if after is None:
        return True
    return after.lower_ not in _MERELY and after.lower_ not in ("doubt", "-")


def _verbs(head: Head) -> tuple[int, ...]:
    return (*head.light, head.token)


def _verb_group(
    doc: Doc, head: Head, cue: Sequence[Token], source: Sequence[Token]
) -> Iterator[Token]:
    """Tokens of the cue before its head, then those that lead on to the cue, backwards.

    A source between an auxiliary and its verb is stepped over: "nor did *the mayor* say".
    """
    yield from (token for token in cue if token.i < head.token)
    at = min(cue[0].i, head.token) - 1
    inside = {token.i for token in source}
    for _ in range(_WALK):
        if at in inside:
            at = min(inside) - 1
            if at < 0 or doc[at].lemma_.lower() not in words("cues/auxiliaries"):
                return
        if at < 0 or not _leads_on(doc[at]):
            return
        yield doc[at]
        at -= 1


def _leads_on(token: Token) -> bool:
    """Whether a token can stand between the beginning of a verb group and its verb."""
    lower, lemma = token.lower_, token.lemma_.lower()
    if (
        lower in _NOT
        or lower in words("cues/soft_adverbs")
        or lemma in words("cues/auxiliaries")
        or lower in _LINKS
    ):
        return True
    if lemma in _PREVENTING or lemma in SEEMING:
        return True
    return token.tag_ in ("MD", "RB", "RBR") and lemma not in classes()
