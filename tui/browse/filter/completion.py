"""What could stand at the cursor of a filter line: keys, and values of a key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as attribute
from itertools import islice
from typing import Final

from claims.review import ReviewState
from db.query.grammar import IS, NOT
from db.query.line import BY_KEY, FILTER_KEYS, canonical
from db.query.model import FLAGS

MOST: Final = 9

_TERM: Final = re.compile(
    r'(?:^|(?<=\s))(?:(?P<key>[A-Za-z-]+):)?(?P<value>"(?:[^"\\]|\\.)*|[^\s":]*)$'
)
_FIXED: Final[Mapping[str, Sequence[str]]] = {
    key: field.choices or field.suggested for key, field in BY_KEY.items()
} | dict.fromkeys((IS, NOT), (*FLAGS, ReviewState.REJECTED))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Values that the archive knows, by key of the filter line, the most frequent first."""

    values: Mapping[str, Sequence[str]] = attribute(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that could stand there.

    Args:
        shown: How it is listed.
        start: Where in the line, in code points, ``text`` replaces what stands up to the cursor.
        text: The key with its colon, or key and value with a space behind.
    """

    shown: str
    start: int
    text: str


def complete(line: str, cursor: int, known: Vocabulary) -> list[Completion]:
    """Completions at a place in a line, the best first; empty if there is nothing to offer."""
    match = _TERM.search(line[:cursor])
    if match is None:
        return []
    key, value = match["key"], match["value"].removeprefix('"')
    if key is None:
        if not value or match["value"].startswith('"'):
            return []
        keys = [name for name in FILTER_KEYS if name.startswith(value.casefold())]
        return [Completion(f"{name}:", match.start(), f"{name}:") for name in keys]
    name = canonical(key)
    field = BY_KEY.get(name)
    known_as = (field.known_as if field else "") or name
    values = _FIXED.get(name) or known.values.get(known_as, ())
    if field is not None and field.by_year and "-" not in value:
        values = list(dict.fromkeys(month[:4] for month in values))
    return [
        Completion(found, match.start(), f"{key}:{_quoted(found)} ")
        for found in _matching(values, value)
    ]


def _matching(values: Sequence[str], text: str) -> list[str]:
    """Values that begin with a text, then those with a word that does; nothing if only itself."""
    wanted = text.casefold()
    begins = list(islice((v for v in values if v.casefold().startswith(wanted)), MOST))
    inside = (
        v for v in values if f" {wanted}" in v.casefold() and not v.casefold().startswith(wanted)
    )
    found = [*begins, *islice(inside, MOST - len(begins))] if wanted else begins
    return [] if found == [text] else found


def _quoted(value: str) -> str:
    if value and not re.search(r'[\s"]', value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
