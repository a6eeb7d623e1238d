"""What a thread is called where nobody gave it a name: a complete phrase that stands by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from claims.comparison.terms import terms
from claims.comparison.words import keys_of
from claims.language.folding import fold
from claims.language.word_lists import lines, words

MOST: Final = 80
"""Characters of a label."""

_FEWEST: Final = 2
"""Telling words below which a phrase hardly says anything by itself ("the plan")."""

_PIECE: Final = "; "
"""What stands between the pieces of a content."""

_PAIRS: Final = ("“”", "«»", "()")
_QUOTES: Final = '"“”«»'
_TYPED: Final = re.compile(r"''|``|”(?=\w)|“(?=\W*$)")
_SINGLE: Final = re.compile(r"(?<!\w)(?P<opens>‘)(?=\w)|(?<=\S)(?P<closes>[’'])(?!\w)")
_MARKS: Final = f"{_QUOTES} ,;.:–—―"
_CLAUSE: Final = re.compile(r"[,;:–—]\s|\s(?=(?:because|while|which|although|so that)\s)")
_ASIDE: Final = re.compile(r",\s(?:while|which|who|as|although|though)\s[^,;]*,\s")
_SENTENCE: Final = re.compile(r"(?<=[.?!])[\"”]?\s+(?=[\"“]?[A-Z])")
_IN_ORDER: Final = re.compile(r"\bin order (?=to\b)")
_APOSTROPHE_AFTER: Final = "sxzn"
_CALLED: Final = re.compile(r"what\s\w+\s\w+\s", re.IGNORECASE)
_OBJECT: Final = re.compile(
    r"\S+(?:\s\S+)?\s(?:of|for)\s\w+ing\b"
    r"|(?:[A-Z]\S*\s){1,3}(?:to\s[a-z]|as\s)"
)
"""Double quotation marks typed as two single ones or turned the wrong way, and single ones; what is
joined to a content, aside in it, between its sentences, said at length, what an apostrophe may be
after, and what stands before what something is called; and contents that say what somebody is
accused of, urged to or called, which are no sentence without their cue ("the mayor of lying", "Lind
to resign", "Lind as a rebel")."""

_LIST: Final = "comparison/labels"
_JOINING: Final = words(_LIST, "joining")
_ELSEWHERE: Final = words(_LIST, "elsewhere")
_AFTER_CUE: Final = words(_LIST, "after its cue")
_OF_THINGS: Final = frozenset(lines(_LIST, "cues of things"))
_CLAUSES: Final = words(_LIST, "clauses")
_UNFINISHED: Final = words(_LIST, "unfinished")
_BEFORE_MORE: Final = words(_LIST, "before more")
_POSSESSIVE: Final = words("comparison/pronouns", "possessive")


@dataclass(frozen=True, slots=True)
class Worded:
    """What a claim of a thread says.

    Args:
        content: In its words.
        cue: By which words it is said.
        lemma: Base form of the cue where the content stands right behind it; else empty.
    """

    content: str
    cue: str
    lemma: str = ""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A phrase of a member that all may be called by."""

    text: str
    typical: float

    def faults(self) -> int:
        """How many things keep it from standing by itself."""
        keys = keys_of(self.text)
        return (
            (not keys or keys[0] in _ELSEWHERE)
            + (not keys or keys[-1] in _UNFINISHED)
            + (len(terms(self.text)) < _FEWEST)
            + self.text.endswith("…")
            + (_OBJECT.match(self.text) is not None)
            + any(self.text.count(one) != self.text.count(other) for one, other in _PAIRS)
            + self.text.count('"') % 2
        )


def label(claims: Sequence[Worded], typical: Sequence[float]) -> str:
    """What says best what all of a thread say, and can be read alone: no pronoun first, nothing
    left open. Of those that can, what has most of the telling words that members share; of several
    alike the most typical, then the shortest.

    Args:
        claims: At least one.
        typical: How likely each says the same as the others, as `cohesion` has it.
    """
    found = [
        _Phrase(text, sure)
        for claim, sure in zip(claims, typical, strict=True)
        for text in _phrases(claim)
    ]
    common = _shared([claim.content for claim in claims])

    def order(one: _Phrase) -> tuple[int, float, float, int, str]:
        said = terms(one.text).keys()
        has = sum(of_term for term, of_term in common.items() if term in said)
        part = has / sum(common.values()) if common else 0.0
        return one.faults(), -round(part, 1), -round(one.typical, 1), len(one.text), one.text

    return _closed(min(found, key=order).text)


def shortened(content: str) -> str:
    """A content on one line, without marks around all of it, cut between clauses where it is long,
    or else between words."""
    plain = " ".join(content.split())
    inner = plain.strip(_MARKS)
    plain = inner if not set(inner) & set(_QUOTES) else plain.strip(" ,;")
    if len(plain) <= MOST:
        return plain
    return f"{plain[:MOST].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"


def _phrases(claim: Worded) -> Iterator[str]:
    """What of a content may stand for all: its longest piece, the same without what is said aside,
    what of it is before a clause that is joined to it, and its sentences. What says nothing without
    its cue ("to resign", "itself as neutral"), or is but the thing that something is said of ("a
    ban"), has that before it."""
    longest = max(claim.content.split(_PIECE), key=len)
    piece = " ".join(_TYPED.sub('"', longest).split())
    whole = _IN_ORDER.sub("", _beginning(piece))
    if claim.lemma in _OF_THINGS and piece.partition(" ")[0].casefold() not in _CLAUSES:
        whole = f"{claim.cue.removeprefix('to ')} {piece}"
    elif whole.partition(" ")[0].casefold() in _AFTER_CUE or _OBJECT.match(whole):
        whole = " ".join(f"{claim.cue} {whole}".split())
    content_text = _ASIDE.sub(" ", whole)
    first = _CLAUSE.split(whole, maxsplit=1)[0]
    shorter = _CLAUSE.split(content_text, maxsplit=1)[0]
    for text in (whole, content_text, shorter, first, *_SENTENCE.split(whole)):
        yield _ended(shortened(text))


def _closed(text: str) -> str:
    """A phrase with the other mark of each pair of which its text has but one: what it was cut from
    has that one too."""
    for opens, closes in _PAIRS:
        first, last = text.find(opens), text.rfind(closes)
        if last != -1 and (first == -1 or first > last):
            text = f"{opens}{text}"
        if text.rfind(opens) > text.rfind(closes):
            text = f"{text}{closes}"
    text = _closed_singly(text)
    if text.count('"') % 2:
        at = text.index('"')
        text = f'{text}"' if text[at + 1 : at + 2].strip() else f'"{text}'
    return text


def _closed_singly(text: str) -> str:
    """The same of single marks, of which the second may be an apostrophe ("the miners’ strike")."""
    is_open = False
    for one in _SINGLE.finditer(text):
        if one["opens"]:
            is_open = True
        elif is_open:
            is_open = False
        elif one["closes"] == "’" and text[one.start() - 1].casefold() not in _APOSTROPHE_AFTER:
            text = f"‘{text}"
            break
    return f"{text}’" if is_open else text


def _ended(text: str) -> str:
    """What was cut ends before what would go on, where half of it or more is left."""
    if not text.endswith("…"):
        return text
    kept = text.split(" ")
    while len(kept) > 1 and fold(kept[-1]) not in _BEFORE_MORE:
        kept.pop()
    while kept and fold(kept[-1]) in _BEFORE_MORE | _UNFINISHED:
        kept.pop()
    ended = " ".join(kept).rstrip(_MARKS)
    return ended if 2 * len(ended) >= len(text) else text


def _beginning(text: str) -> str:
    """A text without the word that joins it to what says it, and without what it needs for its
    beginning: "what they call" and "his" before a thing."""
    first, _, rest = text.partition(" ")
    if rest and (first.casefold() in _JOINING or first.casefold() in _POSSESSIVE):
        return _beginning(rest)
    return _CALLED.sub("", text, count=1) if _CALLED.match(text) else text


def _shared(contents: Sequence[str]) -> dict[str, float]:
    """The telling words that more than half of the contents have, with what they tell."""
    having, weights = Counter[str](), dict[str, float]()
    for content in contents:
        found = terms(content)
        having.update(found.keys())
        weights |= found
    return {term: weights[term] for term, count in having.items() if 2 * count > len(contents)}
