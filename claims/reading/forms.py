"""The forms of blocks: prose, sentence, headline, list item; and the writing system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

SENTENCE_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]*]*$")
LEADS_LIST = re.compile(r"[:：]\s*[\"“]?$")
QUOTE = re.compile(r"[\"“”«»„]")
LIST_ITEM = re.compile(r"(?:[-–—•*‣▪·●○]|\d{1,2}[.)]|\(?[a-z]\))\s")
_REPORTING = re.compile(r"\b(?:said|says|told|added)\b")
_PROSE_WORDS = 12
_LONG_WORDS = 20


def is_prose(text: str) -> bool:
    """Whether a block is long enough, and ended, as paragraphs are."""
    words = len(text.split())
    if words <= 3:  # scripts without spaces
        return len(text) >= 40 and SENTENCE_END.search(text) is not None
    return words >= _LONG_WORDS or (words >= _PROSE_WORDS and bool(SENTENCE_END.search(text)))


def is_sentence(text: str) -> bool:
    return is_prose(text) or (len(text.split()) >= 3 and SENTENCE_END.search(text) is not None)


def reports(text: str) -> bool:
    return bool(QUOTE.search(text)) and bool(_REPORTING.search(text))


def main_script(texts: Iterable[str]) -> str | None:
    """The writing system that most letters are of."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_scripts(text[:30]))
    return counts.most_common(1)[0][0] if counts else None


def fits(text: str, script: str | None) -> bool:
    """Whether at least a third of a text's letters are of a writing system."""
    if text.isascii() and script == "LATIN":
        return True
    counts = Counter(_scripts(text))
    return not counts or 3 * counts[script or ""] >= counts.total()


def _scripts(text: str) -> list[str]:
    return [
        "LATIN" if c.isascii() else unicodedata.name(c, "?").split(" ", 1)[0]
        for c in text
        if c.isalpha()
    ]


def same_words(one: str, other: str) -> bool:
    return folded(one) == folded(other)


def folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
