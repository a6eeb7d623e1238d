"""Which word of a cue attributes, and its base form as an analyst would name it.

"has since made clear" is "make clear", "went on to say" is "say", "issued a warning" is "warning",
"declined to comment" is "comment", which its flag then says was not made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from claims.claim import Span
from claims.extraction.cue_lexicon import classes, known_form, phrases

# Words between the words of a phrase: "made it very clear", "took strong issue".
_LONGEST_GAP = 3
# Verbs that leave the attributing to the verb, noun or adjective behind them.
_LIGHT = frozenset(
    [
        "be",
        "have",
        "do",
        "get",
        "make",
        "give",
        "take",
        "go",
        "come",
        "continue",
        "begin",
        "start",
        "keep",
        "seem",
        "appear",
        "tend",
        "try",
        "manage",
        "issue",
        "release",
        "express",
        "raise",
        "hold",
        "deliver",
        "send",
        "voice",
        "cast",
        "draw",
        "use",
        "turn",
        "quote",
        "leave",
        "find",
        "put",
        "offer",
        "show",
        "bring",
        "provide",
        "receive",
        "place",
        "lay",
        "launch",
        "run",
        "remain",
        "become",
        "move",
        "proceed",
        "help",
        "need",
        "struggle",
    ]
)
REFUSING = frozenset({"decline", "refuse", "fail", "avoid", "neglect", "refrain", "stop", "omit"})
# Lemmas of auxiliaries, and short forms with a typographic apostrophe, which keep theirs.
_AUXILIARIES = frozenset({"be", "have", "do", "’s", "’re", "’m", "’ve", "’d", "’ll"})
_OPEN = frozenset({"VERB", "NOUN", "ADJ", "ADV", "PROPN"})
# Words that are part of a time or of a manner and only look like cues.
_LOOSE = frozenset({"ADV", "ADP", "SCONJ"})


@dataclass(frozen=True, slots=True)
class Head:
    """The attributing word of a cue.

    Args:
        token: Its number in the document.
        lemma: Its base form, or the phrase that it begins.
        light: Verbs before it in the cue that only carry it ("issued" a warning, "declined" to
            comment), by number.
    """

    token: int
    lemma: str
    light: tuple[int, ...] = ()


def tokens_of(doc: Doc, spans: Sequence[Span]) -> list[Token]:
    """The tokens that stand, at least in part, in the spans; white space left out."""
    found = [
        token
        for span in spans
        if (part := doc.char_span(span.start, span.end, alignment_mode="expand")) is not None
        for token in part
    ]
    return [token for token in found if not token.is_space]


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
        return Head(cue[0].i, cue[0].text)
    follow = [t for t in content if 0 < t.i - cue[-1].i <= 2][:2]
    found = _heads(cue, follow)
    light: list[int] = []
    for head in found[:-1]:
        if not _is_light(head, found[-1]):
            break
        light.append(head.token)
    # Where the light verbs lead to several words, verbs come before nouns: a statement *saying*.
    doc = cue[0].doc
    rest = found[len(light) :]
    verbs = [head for head in rest if doc[head.token].pos_ == "VERB"]
    head = verbs[0] if verbs and light else rest[0]
    light += [one.token for one in rest if one.token < head.token]
    return _refused(Head(head.token, head.lemma, tuple(light)), content)


def _heads(cue: Sequence[Token], follow: Sequence[Token]) -> list[Head]:
    """Every word or phrase of the cue that may attribute, in order; at least one."""
    found: list[Head] = []
    after = -1
    for at, token in enumerate(cue):
        if at <= after:
            continue
        phrase = _phrase(cue[at:], follow)
        if phrase:
            found.append(Head(token.i, " ".join(phrase)))
            after = at + _reach(cue[at:], phrase)
            continue
        lemma = known_form(token.lower_, token.lemma_.lower())
        if lemma is not None and _may_attribute(token, cue):
            found.append(Head(token.i, lemma))
    known = [head for head in found if head.lemma not in _AUXILIARIES]
    loose = [head for head in known if cue[0].doc[head.token].pos_ in _LOOSE]
    tight = [head for head in known if head not in loose or " " in head.lemma]
    found = [head for head in found if head in tight or head.lemma in _AUXILIARIES]
    verbal = any(cue[0].doc[head.token].pos_ == "VERB" for head in found)
    if not verbal and not tight:
        # An unlisted verb is the head all the same: better no class than that of an adverb.
        verb = next((t for t in cue if _is_main_verb(t)), None)
        if verb is not None:
            return [Head(verb.i, verb.lemma_.lower())]
    if tight:
        return [head for head in found if head.lemma not in _AUXILIARIES]
    return loose or found or [_unlisted(cue)]


def _is_main_verb(token: Token) -> bool:
    return token.pos_ == "VERB" and token.tag_ != "MD" and token.lemma_.lower() not in _AUXILIARIES


def _unlisted(cue: Sequence[Token]) -> Head:
    token = next((t for t in cue if t.pos_ in _OPEN), cue[0])
    return Head(token.i, token.lemma_.lower() or token.lower_)


def _may_attribute(token: Token, cue: Sequence[Token]) -> bool:
    """Whether a listed word can be the head: a preposition only where nothing else could."""
    if token.tag_ == "MD" or token.tag_ == "TO":
        return False
    if token.pos_ in ("ADP", "SCONJ", "PART", "DET", "PRON"):
        return all(t.pos_ not in _OPEN or t.lemma_.lower() in _AUXILIARIES for t in cue)
    return True


def _is_light(head: Head, last: Head) -> bool:
    return head.token < last.token and (head.lemma in _LIGHT or head.lemma in REFUSING)


def _phrase(cue: Sequence[Token], follow: Sequence[Token]) -> tuple[str, ...]:
    """The listed phrase that begins with the first token; empty if none does."""
    for first in (cue[0].lower_, cue[0].lemma_.lower()):
        for parts in phrases().get(first, ()):
            if _reach([*cue, *follow], parts):
                return parts
    return ()


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
    if head.lemma not in REFUSING:
        return head
    opening = [t for t in content if t.i > head.token][:3]
    if opening and opening[0].lower_ in ("to", "from"):
        opening = opening[1:]
    if not opening:
        return head
    lemma = opening[0].lemma_.lower()
    if opening[0].pos_ == "VERB" and lemma in classes() and lemma not in _LIGHT:
        return Head(opening[0].i, lemma, (*head.light, head.token))
    return head
