"""Makes text from articles and databases safe to put on a terminal, character for character.

A terminal obeys control characters and bidirectional overrides, and guesses differently at the
width of joined emoji. Both functions replace one character by one, so offsets into the original
still fit the result.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

UNSHOWABLE: Final = "\ufffd"
NO_WIDTH: Final = "\u200b"

_LINE_BREAKS: Final = frozenset("\n\x0b\x0c\x85\u2028\u2029")
# Printable to Python, but drawn at different widths by different terminals.
_MODIFIERS: Final = re.compile("[\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
# Invisible in ordinary text: joiners, direction marks, soft hyphen, byte-order mark.
_INVISIBLE: Final = frozenset(
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff"
)


@lru_cache(maxsize=4096)
def _shown(char: str) -> str:
    """What stands for one character that is not plainly printable."""
    if char == "\n" or char in _LINE_BREAKS:
        return "\n"
    if char in "\t\r" or char.isspace():
        return " "
    if char in _INVISIBLE or _MODIFIERS.match(char):
        return NO_WIDTH
    if char < " ":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "\u2421"
    return char if char.isprintable() else UNSHOWABLE


def safe_block(text: str) -> str:
    """Text for several lines: breaks become ``\\n``, everything a terminal would obey is replaced.

    Args:
        text: Any string, lone surrogates included.

    Returns:
        A string of the same length.
    """
    if text.isprintable() and (text.isascii() or not _MODIFIERS.search(text)):
        return text
    return "".join([char if " " <= char <= "~" else _shown(char) for char in text])


def safe_line(text: str) -> str:
    """Text for one line: like `safe_block`, with a space for every break.

    Args:
        text: Any string, lone surrogates included.

    Returns:
        A string of the same length without line breaks.
    """
    return safe_block(text).replace("\n", " ")
