"""Names and titles folded to a key for matching: no case, no accents, no punctuation."""

from __future__ import annotations

import unicodedata

# Latin letters that carry their stroke or ligature as part of the letter, so that no
# decomposition takes it off.
_PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)


def fold(text: str) -> str:
    """A key under which spellings of one name meet: ``"Élise O'Neill-Łęcka"`` gives
    ``"elise o neill lecka"``.

    Case, accents and ligatures go, anything but letters and digits becomes a single space. Marks
    that are letters in their own script (Devanagari vowels, kana voicing) stay. A text without a
    letter or digit gives the empty key.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold()).casefold().translate(_PLAIN)
    kept = "".join(map(_kept, decomposed))
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _kept(char: str) -> str:
    if "\u0300" <= char <= "\u036f":
        return ""
    return char if unicodedata.category(char)[0] in "LNM" else " "
