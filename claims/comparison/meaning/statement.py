"""What of a claim is compared: who says it, by which words, and what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from claims.comparison.speakers import called

_MARKS: Final = re.compile(r"[“”„«»\"]|(?<!\w)['‘’]+|['‘’]{2,}|['‘’]+(?!\w)")


class Text(NamedTuple):
    """A statement as the encoder reads it.

    Args:
        whole: All of it.
        content_at: Where its content begins, which is the rest.
    """

    whole: str
    content_at: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is compared.

    Args:
        content: Its pieces, joined.
        cue: As written ("has called for"); empty if none.
        speakers: Their names; the source as written where nobody is known; empty if none.
    """

    content: str
    cue: str = ""
    speakers: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By the content alone, which few share: it is asked for each pair that is compared."""
        return hash(self.content)

    @property
    def bare(self) -> str:
        """The content, without quotation marks."""
        return _plain(self.content)

    @property
    def full(self) -> str:
        """All of it, likewise."""
        return _plain(" ".join((" and ".join(map(called, self.speakers)), self.cue, self.content)))

    @property
    def text(self) -> Text:
        """What the encoder reads of it."""
        return Text(self.full, len(self.full) - len(self.bare))


@lru_cache(maxsize=50_000)
def _plain(text: str) -> str:
    """A text without quotation marks, which tell how a thing is said and not what."""
    return " ".join(_MARKS.sub(" ", text).split())
