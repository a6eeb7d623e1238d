"""The sentence around a place in a text, near enough to read what was found in it."""

from __future__ import annotations

import re
from typing import Final

# A full stop, what closes after it, and what could begin a sentence.
_END: Final = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-ÞĀ-Ž0-9])")
_NO_END: Final = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Maj|Adm|Rev|Hon|Jr|Sr|No|vs"
    r"|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)|\b[A-Z])\.$"
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that a stretch of a paragraph lies in.

    Args:
        text: A paragraph.
        start: Where the stretch begins in it, in code points.
        end: Where it ends, exclusive.

    Returns:
        Code points into the paragraph, end-exclusive, without white space around.
    """
    ends = [
        match.end()
        for match in _END.finditer(text)
        if not _NO_END.search(text, 0, match.start() + 1)
    ]
    first = max((place for place in ends if place <= start), default=0)
    last = min((place for place in ends if place >= end), default=len(text))
    sentence = text[first:last]
    return last - len(sentence.lstrip()), first + len(sentence.rstrip())
