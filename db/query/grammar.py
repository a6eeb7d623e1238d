"""The filter line as text: ``speaker:"yun sun" since:2023 "gas pipeline"`` to pairs and back.

Nothing here knows which keys there are, nor what they mean; ``db.query.line`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

SEARCH: Final = "query"
"""The key of full-text search; words without a key are its value."""

IS: Final = "is"
NOT: Final = "not"
MONTH: Final = "month"

REVIEW: Final = "review"
INCLUDE: Final = "include"
"""The keys of a review state that is asked for alone, and of one that is asked for as well."""

ALL: Final = "all"
"""What `INCLUDE` asks for where nothing is to be left out."""

ORG: Final = "org"
EVER: Final = "ever"
"""The keys of an organization: as the claim's article states it, and as any does."""

_KEY: Final = re.compile(rf"(-{IS}|[A-Za-z][A-Za-z-]*):", re.IGNORECASE)
_ESCAPED: Final = re.compile(r'\\(["\\])')
_PHRASE: Final = re.compile(r'-?"[^"]*"\S*')
_WORD: Final = re.compile(r"\S+")
_SPACE: Final = re.compile(r"\s*")


class QueryError(Exception):
    """A filter that cannot be understood; the message is one line for the user."""

    def __str__(self) -> str:
        """What is wrong, on one line, whatever was typed."""
        return " ".join(super().__str__().split())


def terms(line: str) -> Iterator[tuple[str | None, str]]:
    """Key as written, in small letters, and value of each term, in order; None for bare words.

    A value that holds spaces stands in double quotes, where ``\\"`` is a quotation mark; a
    quotation mark left open reaches to the end of the line. ``//`` after a colon makes no key, so
    that a URL can be searched for.
    """
    at = _skip_space(line, 0)
    while at < len(line):
        key = _key_at(line, at)
        if key is None:
            token = _PHRASE.match(line, at) or _WORD.match(line, at)
            assert token is not None, "white space was skipped"
            yield None, token.group()
            at = token.end()
        else:
            name, at = key
            value, at = _value_at(line, at)
            yield name, value
        at = _skip_space(line, at)


def join_filter(pairs: Iterable[tuple[str, str]]) -> str:
    """A line that ``split_filter`` reads as these pairs, with at most one of search words, last."""
    return " ".join(_written(key, value) for key, value in pairs)


def _skip_space(line: str, at: int) -> int:
    space = _SPACE.match(line, at)
    return space.end() if space else at


def _key_at(line: str, at: int) -> tuple[str, int] | None:
    """The key that stands here and where its value starts, if a key stands here."""
    match = _KEY.match(line, at)
    if match is None or line.startswith("//", match.end()):
        return None
    return match.group(1).casefold(), match.end()


def _value_at(line: str, at: int) -> tuple[str, int]:
    if not line.startswith('"', at):
        bare = re.compile(r"\S*").match(line, at)
        return (bare.group(), bare.end()) if bare else ("", at)
    end = at + 1
    while end < len(line) and line[end] != '"':
        end += 2 if _ESCAPED.match(line, end) else 1
    return _ESCAPED.sub(r"\1", line[at + 1 : end]), min(end + 1, len(line))


def _written(key: str, value: str) -> str:
    if key == SEARCH and _reads_bare(value):
        return value
    if value and not value.startswith(('"', "//")) and not re.search(r"\s", value):
        return f"{key}:{value}"
    return f'{key}:"{_quoted(value)}"'


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _reads_bare(words: str) -> bool:
    """Whether search words can stand in a line without a key and come back the same."""
    found = list(terms(words))
    return all(key is None for key, _ in found) and " ".join(v for _, v in found) == words
