"""Folding: what spellings of one name have in common, for keys and for words.

``fold`` makes the key of a whole name, in which marks count for nothing; ``fold_letters`` keeps
marks, since "Chan-su" is one word of a name and "Chan Su" are two.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

# Latin letters that carry their stroke or ligature as part of the letter, so that no
# decomposition takes it off.
_PLAIN: Final = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str) -> str:
    """A key under which spellings of one name meet: ``"Élise O'Neill-Łęcka"`` gives
    ``"elise o neill lecka"``.

    Case, accents and ligatures go, anything but letters and digits becomes a single space. Marks
    that are letters in their own script (Devanagari vowels, kana voicing) stay. A text without a
    letter or digit gives the empty key.
    """
    kept = (char if unicodedata.category(char)[0] in "LNM" else " " for char in _bare(text))
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())


@lru_cache(maxsize=50_000)
def fold_letters(text: str) -> str:
    """Only the letters folded: ``"Élise O'Neill-Łęcka"`` gives ``"elise o'neill-lecka"``.

    Full stops go ("U.S." is "us"); other marks and spaces stay as they are.
    """
    return unicodedata.normalize("NFC", _bare(text).replace(".", ""))


def _bare(text: str) -> str:
    """Lower case, decomposed, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_PLAIN)
    return "".join(char for char in decomposed if not "\u0300" <= char <= "\u036f")
