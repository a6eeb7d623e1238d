"""Who wrote the article, where the article itself says so: whom its "I" means."""

from __future__ import annotations

from claims.extraction.cast import Cast, Member
from claims.extraction.mentions import NameKind
from claims.extraction.tokens import Tokens

_BEING = frozenset(("is", "was", "teaches", "writes", "works", "leads", "directs", "serves"))
# A line about the author stands at the end: "Ann Lee is a poet in Oslo."
_CLOSING_PART = 0.8
_OPENING_LINES = 600


def find_author(tokens: Tokens, cast: Cast) -> Member | None:
    """The person a byline or a closing line names as the author; None if none does."""
    size = len(tokens.source)
    for mention in cast.mentions:
        if mention.kind is not NameKind.PERSON or mention.end >= len(tokens):
            continue
        start = tokens.start[mention.start]
        if start < _OPENING_LINES and _after_by(tokens, mention.start):
            return cast.member_of(mention)
        closing = start > _CLOSING_PART * size and " " in mention.text
        if closing and _opens_line(tokens, mention.start):
            member = cast.member_of(mention)
            if tokens.lower[mention.end] in _BEING and member.mentions[0] is mention:
                return member
    return None


def _opens_line(tokens: Tokens, i: int) -> bool:
    return i == 0 or "\n" in tokens.text[i - 1]


def _after_by(tokens: Tokens, i: int) -> bool:
    """Whether "By" alone stands before token ``i`` at the start of a line."""
    return i > 0 and tokens.text[i - 1] in ("By", "BY") and _opens_line(tokens, i - 1)
