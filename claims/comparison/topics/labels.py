"""What a topic is called: the plainest of the forms in which it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from claims.comparison.words import keys_of, words_of

_MARKS: Final = str.maketrans("", "", '“”"‘')
_ALIKE: Final = 2
"""Letters in which a word and its base form begin alike, but for "feet" and the like."""


def label(written: Iterable[str]) -> str:
    """The form with the fewest capitals; of these the longest, then the first by alphabet.

    So it does not matter which form an archive met first.

    Args:
        written: Forms of one topic, at least one.
    """
    return min(written, key=lambda form: (sum(map(str.isupper, form)), -len(form), form))


def as_form(written: str) -> str:
    """Words as a label shows them: without quotation marks, in one line."""
    return " ".join(written.translate(_MARKS).split())


def may_be_form(written: str, key: str) -> bool:
    """Whether words may be a form of what has a key: as many, that begin alike."""
    words, bases = keys_of(written), keys_of(key)
    return len(words) == len(bases) and all(
        word[:_ALIKE] == base[:_ALIKE] for word, base in zip(words, bases, strict=True)
    )


def forms_in(content: str, key: str) -> Iterator[str]:
    """What in a content may be a form of what has a key."""
    words, length = list(words_of(content)), len(keys_of(key))
    for first, last in zip(words, words[length - 1 :], strict=False):
        written = content[first.start : last.end]
        if length and may_be_form(written, key):
            yield as_form(written)
