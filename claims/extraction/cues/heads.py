"""Which word of a cue attributes, and its base form as an analyst would name it.

"has since made clear" is "make clear", "went on to say" is "say", "issued a warning" is "warning",
"declined to comment" is "comment", which its flag then says was not made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc, Token

from claims.extraction.cues.lexicon import classes, known_form, phrases
from claims.extraction.document.ranges import Range
from claims.language.word_lists import words

# Words between the words of a phrase: "made it very clear", "took strong issue".
_LONGEST_GAP: Final = 3
REFUSING: Final = words("cues/refusing")
_AUXILIARIES: Final = words("grammar/verbs", "auxiliaries")
_OPEN: Final = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN"})
# A verb of these forms behind a noun is what attributes: "a letter demanding", not "plans to say".
_SAYING: Final = frozenset({"VBG", "VBD", "VBZ", "VBP"})
# Words that are part of a time or of a manner and only look like cues.
_LOOSE: Final = frozenset({"ADV", "ADP", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Head:
    """The attributing word of a cue.

    Args:
        token: Its number in the document.
        lemma: Its base form, or the phrase that it begins.
        entry: The listed word that it is or comes from: "defend" of "defender".
        light: Verbs before it in the cue that only carry it ("issued" a warning, "declined" to
            comment), by number.
    """

    token: int
    lemma: str
    entry: str
    light: tuple[int, ...] = ()


def tokens_of(doc: Doc, parts: Sequence[Range]) -> list[Token]:
    """The tokens of the ranges; white space left out."""
    return [token for low, high in parts for token in doc[low:high] if not token.is_space]


def find_head(cue: Sequence[Token], content: Sequence[Token]) -> Head | None:
    """The head of a cue; None for a cue without tokens.

    Args:
        cue: Its tokens.
        content: Those of the content, whose first words may complete the cue: "declined" *to
            comment*, "called" *for calm*.
    """
    if not cue:
        return None
    if not any(token.text[0].isalnum() for token in cue):
        return Head(cue[0].i, cue[0].text, cue[0].text)
    follow = [t for t in content if 0 < t.i - cue[-1].i <= 2][:2]
    found = _heads(cue, follow)
    first = next((at for at, head in enumerate(found[:-1]) if not _is_light(head)), len(found) - 1)
    head = _weightiest(found[first:], cue[0].doc)
    before = tuple(one.token for one in found if one.token < head.token)
    return _refused(replace(head, light=before), content)


def _heads(cue: Sequence[Token], follow: Sequence[Token]) -> list[Head]:
    """Every word or phrase of the cue that may attribute, in order; at least one."""
    doc = cue[0].doc
    listed = list(_listed(cue, follow))
    full = [head for head in listed if head.entry not in _AUXILIARIES]
    tight = [head for head in full if " " in head.entry or doc[head.token].pos_ not in _LOOSE]
    if tight:
        return tight
    # An unlisted verb is the head all the same: better no class than that of an adverb.
    verb = next((token for token in cue if _is_main_verb(token)), None)
    if verb is not None:
        return [_plain(verb)]
    return full or listed or [_plain(next((t for t in cue if t.pos_ in _OPEN), cue[0]))]


def _listed(cue: Sequence[Token], follow: Sequence[Token]) -> Iterator[Head]:
    """The words and phrases of the cue that stand in a list."""
    after = -1
    for at, token in enumerate(cue):
        if at <= after:
            continue
        phrase = _phrase(cue[at:], follow)
        if phrase:
            name = " ".join(phrase)
            yield Head(token.i, name, name)
            after = at + _reach(cue[at:], phrase)
            continue
        entry = known_form(token.lower_, token.lemma_.lower())
        if entry is not None and _may_attribute(token, cue):
            yield Head(token.i, token.lemma_.lower() if token.pos_ == "NOUN" else entry, entry)


def _weightiest(heads: list[Head], doc: Doc) -> Head:
    """Which of several attributes: "a harsh *attack*", "a statement *saying*", else the first."""
    while len(heads) > 1 and doc[heads[0].token].tag_.startswith("JJ"):
        if doc[heads[1].token].pos_ not in ("NOUN", "PROPN"):
            break
        heads = heads[1:]
    verbs = [one for one in heads if doc[one.token].tag_ in _SAYING]
    return verbs[0] if verbs and doc[heads[0].token].pos_ == "NOUN" else heads[0]


def _plain(token: Token) -> Head:
    lemma = token.lemma_.lower() or token.lower_
    return Head(token.i, lemma, lemma)


def _is_main_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and token.tag_ != "MD" and token.lemma_.lower() not in _AUXILIARIES


def _may_attribute(token: Token, cue: Sequence[Token]) -> bool:
    """Whether a listed word can be the head: a preposition only where nothing else could."""
    if token.tag_ == "MD" or token.tag_ == "TO":
        return False
    if token.pos_ in ("ADP", "SCONJ", "PART", "DET", "PRON"):
        return all(t.pos_ not in _OPEN or t.lemma_.lower() in _AUXILIARIES for t in cue)
    return True


def _is_light(head: Head) -> bool:
    return (
        head.entry in words("cues/light_verbs") or head.entry in REFUSING or head.entry == "go on"
    )


def _phrase(cue: Sequence[Token], follow: Sequence[Token]) -> tuple[str, ...]:
    """The listed phrase that begins with the first token; empty if none does."""
    tokens = [*cue, *follow]
    firsts = dict.fromkeys((cue[0].lower_, cue[0].lemma_.lower()))
    standing = [
        (-len(parts), reach, parts)
        for first in firsts
        for parts in phrases().get(first, ())
        if (reach := _reach(tokens, parts))
    ]
    return min(standing)[2] if standing else ()


def _reach(tokens: Sequence[Token], parts: tuple[str, ...]) -> int:
    """How many tokens behind the first one the phrase ends; 0 if it does not stand there."""
    at = 0
    for part in parts[1:]:
        window = range(at + 1, min(at + 2 + _LONGEST_GAP, len(tokens)))
        hit = next((i for i in window if _is(tokens[i], part)), None)
        if hit is None:
            return 0
        at = hit
    return at


def _is(token: Token, word: str) -> bool:
    return token.lower_ == word or token.lemma_.lower() == word


def _refused(head: Head, content: Sequence[Token]) -> Head:
    """What was refused, where only "declined" is the cue and the content begins "to comment"."""
    if head.entry not in REFUSING:
        return head
    opening = [t for t in content if t.i > head.token][:2]
    if opening and opening[0].lower_ in ("to", "from"):
        opening = opening[1:]
    if not opening or opening[0].pos_ != "VERB":
        return head
    lemma = opening[0].lemma_.lower()
    if lemma not in classes() or lemma in words("cues/light_verbs"):
        return head
    return Head(opening[0].i, lemma, lemma, (*head.light, head.token))
