"""The class of a cue: its lemma's own, unless the content's form tells another reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from spacy.tokens import Token

from claims.claim import CueClass
from claims.extraction.cues.heads import Head
from claims.extraction.cues.lexicon import classes, known_form
from claims.language.word_lists import words

_INDIRECT_QUESTION: Final = words("grammar/conjunctions", "indirect question")
_GIVING: Final = words("cues/giving")
# Words at the beginning of a content that tell what it is about.
_FRONT: Final = 3


@dataclass(frozen=True, slots=True)
class ContentForm:
    """What the content looks like.

    Args:
        words: Its first words, lower case.
        to: It begins with an infinitive: *to leave*.
        object_to: It has an infinitive behind a short noun phrase: *them to leave*.
        as_: "As" stands behind the cue: *him as a threat*.
        clause: It has a finite verb.
        asks: A question mark stands in it.
        quality: A noun phrase and an adjective without a verb: *it unfair*.
        noun: The class of a listed noun that heads the content: *concerns about the dam*.
    """

    words: tuple[str, ...]
    to: bool
    object_to: bool
    as_: bool
    clause: bool
    asks: bool
    quality: bool
    noun: CueClass | None


def cue_class(head: Head, form: ContentForm) -> CueClass | None:
    """The class of a cue by what its content looks like; None for a lemma that no list holds."""
    if not any(character.isalnum() for character in head.lemma):
        return CueClass.STATEMENT
    reading = _READINGS.get(head.entry)
    by_content = None if reading is None else reading(form)
    if by_content is None and head.entry in _GIVING:
        return form.noun or CueClass.STATEMENT
    return by_content or classes().get(head.entry)


def form_of(head: Head, cue: Sequence[Token], content: Sequence[Token]) -> ContentForm:
    """What the content of a cue looks like, its head aside."""
    content = [token for token in content if token.i != head.token]
    plain = [token for token in content if not token.is_punct]
    lower = tuple(token.lower_ for token in plain)
    finite = [i for i, t in enumerate(plain) if t.tag_ in ("VBZ", "VBD", "VBP", "MD")]
    infinitives = [
        i
        for i, (one, after) in enumerate(pairwise(plain))
        if one.lower_ == "to" and after.tag_ in ("VB", "RB")
    ]
    first_to = infinitives[0] if infinitives else len(plain)
    first_finite = finite[0] if finite else len(plain)
    last_of_cue = [token.lower_ for token in cue][-3:]
    return ContentForm(
        words=lower[:_FRONT],
        to=first_to == 0,
        object_to=0 < first_to < first_finite,
        as_="as" in last_of_cue or ("as" in lower[:first_finite] and lower[0] != "that"),
        clause=bool(finite) and lower[:1] != ("to",),
        asks=any(token.text == "?" for token in content),
        quality=not finite and len(plain) > 1 and plain[-1].pos_ == "ADJ",
        noun=_noun(content),
    )


def _noun(content: Sequence[Token]) -> CueClass | None:
    inside = {token.i for token in content}
    for token in content:
        if token.head.i not in inside and token.pos_ == "NOUN":
            return classes().get(known_form(token.lower_, token.lemma_.lower()) or "")
    return None


Reading = Callable[[ContentForm], "CueClass | None"]


def _directive(form: ContentForm) -> CueClass | None:
    return CueClass.DEMAND if form.to or form.object_to else None


def _ordering(form: ContentForm) -> CueClass | None:
    return CueClass.DEMAND if form.to else None


def _asking(form: ContentForm) -> CueClass | None:
    if form.asks or (form.words and form.words[0] in _INDIRECT_QUESTION):
        return CueClass.QUESTION
    if form.to or form.object_to or form.words[:1] in (("for",), ("that",)):
        return CueClass.DEMAND
    return None


def _calling(form: ContentForm) -> CueClass | None:
    appeal = form.words[:1] in (("for",), ("on",), ("upon",))
    return CueClass.DEMAND if appeal or form.object_to else None


def _own_act(form: ContentForm) -> CueClass | None:
    return CueClass.INTENTION if form.to else None


def _as(form: ContentForm) -> CueClass | None:
    return CueClass.OPINION if form.as_ else None


def _feeling(form: ContentForm) -> CueClass | None:
    return CueClass.BELIEF if form.clause else CueClass.EMOTION


def _finding(form: ContentForm) -> CueClass | None:
    return CueClass.OPINION if form.quality or form.as_ else None


def _refuting(form: ContentForm) -> CueClass | None:
    return (
        CueClass.DENIAL
        if words("cues/assertions") & {w.removesuffix("s") for w in form.words}
        else None
    )


def _each(section: str, reading: Reading) -> dict[str, Reading]:
    """One reading for all cues of a list."""
    listed = words("cues/readings", section)
    return {entry.replace("_", " "): reading for entry in listed}


_READINGS: Final[dict[str, Reading]] = {
    "ask": _asking,
    "beg": _directive,
    "call": _calling,
    **_each("orders", _directive),
    **dict.fromkeys(("say", "write"), _ordering),
    **_each("own acts", _own_act),
    **_each("as something", _as),
    "feel": _feeling,
    "find": _finding,
    "dismiss": _refuting,
    "dismissal": _refuting,
}
