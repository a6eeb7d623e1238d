"""The forms of blocks: prose, sentence, headline, list item; and the writing system."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?…。！？؟।][\"'”’»)\]*]*$")
_LEADS_LIST: Final = re.compile(r"[:：]\s*[\"“]?$")
QUOTE: Final = re.compile(r"[\"“”«»„]")
LIST_ITEM: Final = re.compile(r"(?:[-–—•*‣▪·●○]|\d{1,2}[.)]|\(?[a-z]\))\s")
_REPORTING: Final = re.compile(r"\b(?:said|says|told|added)\b")
_ENDING: Final = 8
_PROSE_WORDS: Final = 12
_LONG_WORDS: Final = 20


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do, quotation marks and brackets aside."""
    return _SENTENCE_END.search(text[-_ENDING:]) is not None


def leads_list(text: str) -> bool:
    """Whether a text ends in a colon: what follows is listed or quoted."""
    return _LEADS_LIST.search(text[-_ENDING:]) is not None


def is_prose(text: str) -> bool:
    """Whether a block is long enough, and ended, as paragraphs are."""
    words = len(text.split())
    if words <= 3:  # scripts without spaces
        return len(text) >= 40 and ends_sentence(text)
    return words >= _LONG_WORDS or (words >= _PROSE_WORDS and ends_sentence(text))


def is_sentence(text: str) -> bool:
    """Whether a block is a paragraph, if a short one."""
    return is_prose(text) or (len(text.split()) >= 3 and ends_sentence(text))


def reports(text: str) -> bool:
    """Whether a block holds a quotation mark and a verb of reporting."""
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
    if text.isascii():
        return ["LATIN"] * sum(map(str.isalpha, text))
    return [
        "LATIN" if c.isascii() else unicodedata.name(c, "?").split(" ", 1)[0]
        for c in text
        if c.isalpha()
    ]


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in case and punctuation at most."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """The words of a text without case and punctuation."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
