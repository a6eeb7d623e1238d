"""The terminal that a page in the browser has: how large it may be, and what it sends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

COLUMNS: Final = range(20, 501)
"""How many columns a terminal may have; the app draws, and keeps, every cell."""

ROWS: Final = range(10, 251)
"""How many rows it may have."""

_USUAL: Final = {"width": 80, "height": 24}


class BadMessageError(Exception):
    """What a page sent makes no sense; the message is one line."""


@dataclass(frozen=True, slots=True)
class Size:
    """Columns and rows of a terminal, within what is allowed."""

    width: int
    height: int

    @classmethod
    def near(cls, width: int, height: int) -> Size:
        """The allowed size that is nearest to one that was asked for."""
        return cls(_within(width, COLUMNS), _within(height, ROWS))

    @classmethod
    def of_query(cls, query: Mapping[str, str]) -> Size:
        """What the address of a page's socket asks for.

        Raises:
            BadMessageError: It asks for what is no number.
        """
        return cls.near(_number(query, "width"), _number(query, "height"))


@dataclass(frozen=True, slots=True)
class Keys:
    """What was typed, as a terminal would send it."""

    sent: bytes


@dataclass(frozen=True, slots=True)
class Ping:
    """A page that wants its word back."""

    word: str


@dataclass(frozen=True, slots=True)
class Focus:
    """Whether the page has the focus now."""

    gained: bool


Message = Size | Keys | Ping | Focus


def read_message(text: str) -> Message:
    """What a page sends through its socket.

    Raises:
        BadMessageError: It is nothing that a page sends.
    """
    try:
        sent = json.loads(text)
    except (ValueError, RecursionError):
        raise BadMessageError("a message is not JSON") from None
    match sent:
        case ["stdin", str(keys)]:
            return Keys(keys.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}]:
            return Size.near(width, height)
        case ["ping", str(word)]:
            return Ping(word)
        case ["focus" | "blur" as kind, *_]:
            return Focus(kind == "focus")
        case ["resize", *_]:
            raise BadMessageError("a size is not two whole numbers")
        case _:
            raise BadMessageError("a message is none of a terminal's")


def _within(number: int, allowed: range) -> int:
    return max(allowed.start, min(number, allowed.stop - 1))


def _number(query: Mapping[str, str], name: str) -> int:
    try:
        return int(query.get(name, _USUAL[name]))
    except ValueError:
        raise BadMessageError(f"{name} is not a whole number") from None
