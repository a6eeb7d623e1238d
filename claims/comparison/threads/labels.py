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
from claims.language.word_lists import words

MOST: Final = 80
"""Characters of a label."""

_FEWEST: Final = 2
"""Telling words below which a phrase hardly says anything by itself ("the plan")."""

_PIECE: Final = "; "
"""What stands between the pieces of a content."""

_PAIRS: Final = ("“”", "«»", "()")
_QUOTES: Final = '"“”«»'
_MARKS: Final = f"{_QUOTES} ,;.:–—"
_CLAUSE: Final = re.compile(r"[,;:–—]\s|\s(?=(?:because|while|which|although|so that)\s)")
_ASIDE: Final = re.compile(r",\s(?:while|which|who|as|although|though)\s[^,;]*,\s")
_SENTENCE: Final = re.compile(r"(?<=[.?!])[\"”]?\s+(?=[\"“]?[A-Z])")
_IN_ORDER: Final = re.compile(r"\bin order (?=to\b)")
_CALLED: Final = re.compile(r"what\s\w+\s\w+\s", re.IGNORECASE)
_OBJECT: Final = re.compile(
    r"\S+(?:\s\S+)?\s(?:of|for)\s\w+ing\b"
    r"|(?:[A-Z]\S*\s){1,3}(?:to\s[a-z]|as\s)"
)
"""What is joined to a content, aside in it, between its sentences, said at length or before what
something is called; and contents that say what somebody is accused of, urged to or called, which
are no sentence without their cue ("the mayor of lying", "Lind to resign", "Lind as a rebel")."""

_LIST: Final = "comparison/labels"
_JOINING: Final = words(_LIST, "joining")
_ELSEWHERE: Final = words(_LIST, "elsewhere")
_AFTER_CUE: Final = words(_LIST, "after its cue")
_UNFINISHED: Final = words(_LIST, "unfinished")
_BEFORE_MORE: Final = words(_LIST, "before more")
_POSSESSIVE: Final = words("comparison/pronouns", "possessive")


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


def label(contents: Sequence[str], cues: Sequence[str], typical: Sequence[float]) -> str:
    """What says best what all of a thread say, and can be read alone: no pronoun first, nothing
    left open. Of those that can, what has most of the telling words that members share; of several
    alike the most typical, then the shortest.

    Args:
        contents: Of the claims; at least one.
        cues: Of the same.
        typical: How likely each says the same as the others, as `cohesion` has it.
    """
    found = [
        _Phrase(text, sure)
        for content, cue, sure in zip(contents, cues, typical, strict=True)
        for text in _phrases(content, cue)
    ]
    common = _shared(contents)

    def order(one: _Phrase) -> tuple[int, float, float, int, str]:
        said = terms(one.text).keys()
        has = sum(of_term for term, of_term in common.items() if term in said)
        part = has / sum(common.values()) if common else 0.0
        return one.faults(), -round(part, 1), -round(one.typical, 1), len(one.text), one.text

    return min(found, key=order).text


def shortened(content: str) -> str:
    """A content on one line, without marks around all of it, cut between clauses where it is long,
    or else between words."""
    plain = " ".join(content.split())
    inner = plain.strip(_MARKS)
    plain = inner if not set(inner) & set(_QUOTES) else plain.strip(" ,;")
    if len(plain) <= MOST:
        return plain
    return f"{plain[:MOST].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"


def _phrases(content: str, cue: str) -> Iterator[str]:
    """What of a content may stand for all: its longest piece, the same without what is said aside,
    what of it is before a clause that is joined to it, and its sentences. What says nothing without
    its cue ("to resign", "itself as neutral") has that before it."""
    piece = " ".join(max(content.split(_PIECE), key=len).split())
    whole = _IN_ORDER.sub("", _beginning(piece))
    if whole.partition(" ")[0].casefold() in _AFTER_CUE or _OBJECT.match(whole):
        whole = " ".join(f"{cue} {whole}".split())
    content_text = _ASIDE.sub(" ", whole)
    first = _CLAUSE.split(whole, maxsplit=1)[0]
    shorter = _CLAUSE.split(content_text, maxsplit=1)[0]
    for text in (whole, content_text, shorter, first, *_SENTENCE.split(whole)):
        yield _ended(shortened(text))


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
