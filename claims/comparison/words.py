"""The words of a text as they are compared: folded, each with its place and a hash of its own.

What makes two words equal is not how they are set: case, accents, the form of an apostrophe and a
hyphen or a space between two words do not matter, nor a contraction, nor a number up to twelve in
words. An editor's bracket inside a word ("[T]he") is no part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple

from claims.claim import Span
from claims.language.folding import fold_letters
from claims.language.word_lists import pairs

_WORD: Final = re.compile(
    r"""\d+(?:[.,]\d+)*(?:[^\W\d_]+)?     # 1,300 and 47.3 and 20th
    |[^\W\d_](?:\.[^\W\d_])+\b\.?          # U.S.
    |\[?[^\W_]+(?:['’‘ʼ\[\]]+[^\W_]+)*    # don’t and [T]he and go[ing]
    |%""",
    re.VERBOSE,
)
_MARKS: Final = str.maketrans("’‘ʼ", "'''")
_APOSTROPHES: Final = str.maketrans("’‘ʼ", "'''", "[]")
_ENDINGS: Final = pairs("comparison/contractions")
_BEGINNINGS: Final = pairs("comparison/contractions", "beginnings")
_OWN: Final = {**pairs("comparison/alike"), "%": "percent"}


class Word(NamedTuple):
    """A word ``text[start:end]``; two say the same where their keys are equal.

    A tuple, as very many are made.
    """

    key: str
    start: int
    end: int


def words_of(text: str, span: Span | None = None) -> Iterator[Word]:
    """The words of a text, or of a stretch of it, in order; places are code points of the text.

    A contraction is two words: "don" and "’t" would be neither, "do" and "n’t" are.
    """
    start, end = (0, len(text)) if span is None else (span.start, span.end)
    for match in _WORD.finditer(text, start, end):
        written, first = match.group(), match.start()
        if written.startswith("[") and "]" not in written:
            first += 1
        (key, *behind), cut = _keys(written), match.end()
        if behind:
            cut -= _contracted(written)
            yield Word(key, first, cut)
            first, key = cut, behind[0]
        yield Word(key, first, match.end())


@lru_cache(maxsize=10_000)
def words_in(content: str) -> tuple[Word, ...]:
    """The words of what a claim says, which is asked again and again."""
    return tuple(words_of(content))


def keys_of(text: str) -> list[str]:
    """The keys of a text's words, in order."""
    return list(_keys_in(text))


@lru_cache(maxsize=10_000)
def _keys_in(text: str) -> tuple[str, ...]:
    """The same, which of what a claim says is asked again and again."""
    return tuple(key for written in _WORD.findall(text) for key in _keys(written))


@lru_cache(maxsize=100_000)
def _keys(written: str) -> tuple[str, ...]:
    """The key of a word as written; two if it is a contraction."""
    length = _contracted(written)
    if not length:
        return (_key(written),)
    beginning = _key(written[:-length])
    ending = written[-length:].translate(_APOSTROPHES).casefold()
    return _BEGINNINGS.get(beginning, beginning), _ENDINGS[ending]


def _contracted(written: str) -> int:
    """How many characters at the end are another word, as "n’t" is in "don’t"."""
    plain = written.translate(_MARKS).casefold()
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) > len(ending):
            return len(ending)
    return 0


def _key(written: str) -> str:
    plain = written.translate(_APOSTROPHES)
    folded = plain.replace(",", "") if plain[:1].isdigit() else fold_letters(plain)
    return _OWN.get(folded, folded)


def hashed(keys: Sequence[str], purpose: str) -> int:
    """A number of 64 bits with sign for a run of words, the same in every run of the program.

    Args:
        keys: Of the words, in order.
        purpose: What the number is for, so that numbers of two purposes are never taken for equal.
    """
    digest = blake2b(" ".join(keys).encode(), digest_size=8, person=purpose.encode()).digest()
    return int.from_bytes(digest, "big", signed=True)
