"""Folding: what spellings of one name have in common, for keys and for words.

``fold`` makes the key of a whole name, in which marks count for nothing; ``fold_letters`` keeps
marks, since "Chan-su" is one word of a name and "Chan Su" are two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Final

# Latin letters that carry their stroke or ligature as part of the letter, so that no
# decomposition takes it off.
_PLAIN: Final = {
    **{"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i"},
    **{"æ": "ae", "œ": "oe", "þ": "th"},
}


class _Kept(dict[int, str]):
    """What each character comes to, by its code: asked of a function when it first occurs."""

    def __init__(self, of: Callable[[str], str]) -> None:
        self._of = of

    def __missing__(self, code: int) -> str:
        kept = self[code] = self._of(chr(code))
        return kept


def _bare(char: str) -> str:
    return "" if "\u0300" <= char <= "\u036f" else _PLAIN.get(char, char)


def _in_words(char: str) -> str:
    bare = _bare(char)
    return bare if not bare or unicodedata.category(bare[0])[0] in "LNM" else " "


# By a table, as a call for each character takes five to ten times as long.
_BARE: Final = _Kept(_bare)
_IN_WORDS: Final = _Kept(_in_words)


def fold(text: str) -> str:
    """A key under which spellings of one name meet: ``"Élise O'Neill-Łęcka"`` gives
    ``"elise o neill lecka"``.

    Case, accents and ligatures go, anything but letters and digits becomes a single space. Marks
    that are letters in their own script (Devanagari vowels, kana voicing) stay. A text without a
    letter or digit gives the empty key.
    """
    kept = _decomposed(text).translate(_IN_WORDS)
    return " ".join(unicodedata.normalize("NFC", kept).split())


@lru_cache(maxsize=50_000)
def fold_letters(text: str) -> str:
    """Only the letters folded: ``"Élise O'Neill-Łęcka"`` gives ``"elise o'neill-lecka"``.

    Full stops go ("U.S." is "us"); other marks and spaces stay as they are.
    """
    bare = _decomposed(text).translate(_BARE)
    return unicodedata.normalize("NFC", bare.replace(".", ""))


def _decomposed(text: str) -> str:
    """In lower case, with accents as characters of their own."""
    return unicodedata.normalize("NFKD", text.casefold()).casefold()
