"""One name in an article's text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.language.names import Gender


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Mention:
    """One name in the text: tokens ``start`` to ``end`` (exclusive), honorific and title off.

    Args:
        text: The name as written, white space made one space.
        gender: What an honorific before it tells.
        honorific: Whether a form of address (Mr., Ms.) stands before it.
    """

    start: int
    end: int
    kind: NameKind
    text: str
    gender: Gender | None = None
    honorific: bool = False
