"""The filter line as text: ``speaker:"yun sun" since:2023 "gas pipeline"`` to pairs and back.

Nothing here knows what a key means; ``db.query.model`` does.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

SEARCH = "query"
"""The key of full-text search; words without a key are its value."""

CUE_CLASS, IS, NOT, MONTH = "class", "is", "not", "month"

REVIEW, INCLUDE = "review", "include"
"""The keys of a review state that is asked for alone, and of one that is asked for as well."""

ORG, EVER = "org", "ever"
"""The keys of an organization: as the claim's article states it, and as any does."""

FILTER_KEYS = (
    "speaker",
    ORG,
    EVER,
    "article",
    "outlet",
    "type",
    "cue",
    CUE_CLASS,
    IS,
    NOT,
    "kind",
    REVIEW,
    INCLUDE,
    "tag",
    "note",
    "since",
    "until",
    MONTH,
    "topic",
    SEARCH,
    "min-confidence",
    "sort",
    "limit",
)
"""The keys of a filter line, without the colon, in the order in which lines are written."""

_SAME = {
    "organization": ORG,
    "organisation": ORG,
    "text": SEARCH,
    "confidence": "min-confidence",
    "cue-class": CUE_CLASS,
    f"-{IS}": NOT,
}
_KEY = re.compile(rf"(-{IS}|[A-Za-z][A-Za-z-]*):", re.IGNORECASE)
_ESCAPED = re.compile(r'\\(["\\])')
_PHRASE = re.compile(r'-?"[^"]*"\S*')
_WORD = re.compile(r"\S+")
_SPACE = re.compile(r"\s*")


class QueryError(Exception):
    """A filter that cannot be understood; the message is one line for the user."""


def split_filter(line: str) -> list[tuple[str, str]]:
    """Key and value of each term, in order; search words come as one last pair.

    A value that holds spaces stands in double quotes, where ``\\"`` is a quotation mark; a
    quotation mark left open reaches to the end of the line. ``//`` after a colon makes no key, so
    that a URL can be searched for.

    Raises:
        QueryError: An unknown key, or a key without a value.
    """
    pairs: list[tuple[str, str]] = []
    words: list[str] = []
    at = _skip_space(line, 0)
    while at < len(line):
        key = _key_at(line, at)
        if key is None:
            token = _PHRASE.match(line, at) or _WORD.match(line, at)
            assert token is not None, "white space was skipped"
            words.append(token.group())
            at = token.end()
        else:
            name, at = key
            value, at = _value_at(line, at)
            if not value.strip():
                raise QueryError(f"{name}: has no value")
            if name == SEARCH:
                words.append(value)
            else:
                pairs.append((name, value))
        at = _skip_space(line, at)
    if words:
        pairs.append((SEARCH, " ".join(words)))
    return pairs


def join_filter(pairs: Iterable[tuple[str, str]]) -> str:
    """A line that ``split_filter`` reads as these pairs, with at most one of search words, last."""
    return " ".join(_written(key, value) for key, value in pairs)


def canonical(key: str) -> str:
    """A key by the name that lines are written with, whichever name it was given by."""
    written = key.casefold()
    return _SAME.get(written, written)


def _skip_space(line: str, at: int) -> int:
    space = _SPACE.match(line, at)
    return space.end() if space else at


def _key_at(line: str, at: int) -> tuple[str, int] | None:
    """The canonical key that stands here and where its value starts, if a key stands here."""
    match = _KEY.match(line, at)
    if match is None or line.startswith("//", match.end()):
        return None
    written = match.group(1).casefold()
    name = canonical(written)
    if name in FILTER_KEYS:
        return name, match.end()
    near = difflib.get_close_matches(written, [*FILTER_KEYS, *_SAME], n=1)
    hint = f"did you mean {near[0]}: ?" if near else "put it in quotes to search for it"
    raise QueryError(f"unknown filter {written}: ({hint})")


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
    if value and not value.startswith('"') and not re.search(r"\s", value):
        return f"{key}:{value}"
    return f'{key}:"{_quoted(value)}"'


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


def _reads_bare(words: str) -> bool:
    """Whether search words can stand in a line without a key and come back the same."""
    try:
        return split_filter(words) == [(SEARCH, words)]
    except QueryError:
        return False
