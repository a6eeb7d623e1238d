"""What could stand at the cursor of a filter line: keys, and values of a key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from dataclasses import field as attribute
from itertools import chain, islice
from typing import Final

from rich.cells import cell_len

from claims.language.folding import fold
from claims.language.name_likeness import surnames
from claims.language.names import person_name
from claims.review import ReviewState
from db.query.grammar import IS, NOT
from db.query.line import BY_KEY, FILTER_KEYS, canonical
from db.query.model import FLAGS
from tui.widgets.lines.cells import in_cells

MOST: Final = 9

_TERM: Final = re.compile(
    r'(?:^|(?<=\s))(?:(?P<key>[A-Za-z-]+):)?(?P<value>"(?:[^"\\]|\\.)*|[^\s":]*)$'
)
_WORDS: Final = re.compile(r'(?:^|(?<=\s))(?P<words>[^\s":]+(?: +[^\s":]+)*)$')
_LEAST: Final = 2
_MOST_OF_A_KIND: Final = 3
_BY_FAR: Final = 3
_LONGEST: Final = 44
"""Cells of a name as it is offered."""
_KINDS: Final = {
    "speaker": "speaker",
    "org": "organization",
    "article": "article",
    "outlet": "outlet",
    "topic": "topic",
}
"""What bare words may name, by key, as it is listed."""
TEXT: Final = "text"
"""How looking for the words themselves is listed."""
_FIXED: Final[Mapping[str, Sequence[str]]] = {
    key: field.suggested or field.choices for key, field in BY_KEY.items()
} | dict.fromkeys((IS, NOT), (*FLAGS, ReviewState.REJECTED))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Values that the archive knows.

    Args:
        values: By key of the filter line, the most frequent first.
        numbers: How many claims a value brings at a first look, by key and value, as far as known.
        exact: How a filter asks for nothing but what is called so, by key and value, where one
            alone is.
        persons: Which of the speakers are persons.
    """

    values: Mapping[str, Sequence[str]] = attribute(default_factory=dict)
    numbers: Mapping[str, Mapping[str, int]] = attribute(default_factory=dict)
    exact: Mapping[str, Mapping[str, str]] = attribute(default_factory=dict)
    persons: frozenset[str] = frozenset()
    folded: Mapping[str, Sequence[str]] = attribute(init=False, repr=False, compare=False)
    """The values as typed letters are looked for in them, whatever their case, accents and marks:
    with a space before each word. Made once, as a key is pressed too often for it."""

    def __post_init__(self) -> None:
        folded = {key: [f" {fold(one)}" for one in values] for key, values in self.values.items()}
        object.__setattr__(self, "folded", folded)

    def term(self, key: str, value: str, written: str = "") -> str:
        """The filter that asks for a value, with a space behind; its key as it is written."""
        meant = self.exact.get(key, {}).get(value, value)
        return f"{written or key}:{_quoted(meant)} "


@dataclass(frozen=True, slots=True)
class Completion:
    """One thing that could stand there.

    Args:
        shown: How it is listed.
        start: Where in the line, in code points, ``text`` replaces what stands up to the cursor.
        text: The key with its colon, or key and value with a space behind.
        sure: It is what bare words mean, unless one says otherwise.
        named: It is something that the archive knows by a name that has the bare words.
        whole: It is a whole line, and nothing is left to write.
    """

    shown: str
    start: int
    text: str
    sure: bool = False
    named: bool = False
    whole: bool = False


def complete(line: str, cursor: int, known: Vocabulary) -> list[Completion]:
    """Completions at a place in a line, the best first; empty if there is nothing to offer."""
    match = _TERM.search(line[:cursor])
    if match is None:
        return []
    key, value = match["key"], match["value"].removeprefix('"')
    if key is None:
        if not value or match["value"].startswith('"'):
            return []
        names = [name for name in FILTER_KEYS if name.startswith(value.casefold())]
        keys = [Completion(f"{name}:", match.start(), f"{name}:") for name in names]
        found = _named_so(line[:cursor], known)
        return [*found, *keys] if found and found[0].sure else [*keys, *found]
    name = canonical(key)
    return [
        Completion(found, match.start(), known.term(name, found, key))
        for found in _values_with(name, value, known)
    ]


def _values_with(key: str, text: str, known: Vocabulary) -> list[str]:
    """Values of a key that a text begins; nothing if only itself."""
    field = BY_KEY.get(key)
    known_as = (field.known_as if field else "") or key
    fixed = _FIXED.get(key)
    if fixed or (field is not None and field.by_year):
        values = fixed or known.values.get(known_as, ())
        if not fixed and "-" not in text:
            values = list(dict.fromkeys(month[:4] for month in values))
        # Not folded: a "-" before a value is part of it.
        found = _matching(values, [f" {one.casefold()}" for one in values], f" {text.casefold()}")
    else:
        words = known.folded.get(known_as, ())
        found = _matching(known.values.get(known_as, ()), words, f" {fold(text)}")
    return [] if found == [text] else found


def _named_so(line: str, known: Vocabulary) -> list[Completion]:
    """What is called by the bare words at the end of a line, and to look for them in the text.

    Surely meant is the one person whose surname they are: a word alone may be searched for, and
    so may one that only begins a name.
    """
    match = _WORDS.search(line)
    text = match["words"].strip() if match else ""
    if match is None or len(text) < _LEAST:
        return []
    start = match.start("words")
    found = [
        (key, name, known.numbers.get(key, {}).get(name, 0))
        for key in _KINDS
        for name in islice(_with_words(known, key, text), _MOST_OF_A_KIND)
    ]
    if not found:
        return []
    meant = _meant(found, text, known.persons)
    found.sort(key=lambda one: one != meant)
    offered = [
        Completion(
            f"{_KINDS[key]}  {_cut(name)}{f'  {number:,}' if number else ''}",
            start,
            known.term(key, name),
            sure=(key, name, number) == meant,
            named=True,
        )
        for key, name, number in found
    ]
    words = text.replace('"', "")
    return [*offered, Completion(f"{TEXT}  “{words}”", start, f'"{words}" ')]


def _cut(name: str) -> str:
    """A name of which kind and number leave room in one line of what is offered."""
    return name if cell_len(name) <= _LONGEST else in_cells(name, _LONGEST).rstrip()


def _with_words(known: Vocabulary, key: str, text: str) -> Iterator[str]:
    """Values of a key of which each word of a text begins a word."""
    wanted = [f" {word}" for word in fold(text).split()]
    if not wanted:
        return
    for value, words in zip(known.values.get(key, ()), known.folded.get(key, ()), strict=True):
        if all(word in words for word in wanted):
            yield value


def _meant(
    found: Sequence[tuple[str, str, int]], text: str, persons: Set[str]
) -> tuple[str, str, int] | None:
    """The speaker of several names of which a text is the surname, or all; of two, one who has most
    claims by far."""
    named = [
        one
        for one in found
        if one[0] == "speaker"
        and " " in one[1]
        and (
            f" {fold(one[1])}".endswith(f" {fold(text)}")
            # Where the surname stands in front: Xi Jinping.
            or (one[1] in persons and fold(text) in surnames(person_name(one[1])))
        )
    ]
    if not named:
        return None
    first, *others = sorted(named, key=lambda one: -one[2])
    return first if all(first[2] >= _BY_FAR * max(other[2], 1) for other in others) else None


def _matching(values: Sequence[str], words: Sequence[str], wanted: str) -> list[str]:
    """The first values that begin as wanted, then those with a word that does.

    Args:
        values: All that there are.
        words: Each of them with a space before each word, as they are compared.
        wanted: How a word begins, after a space.
    """
    both = list(zip(values, words, strict=True))
    begins = (value for value, its_words in both if its_words.startswith(wanted))
    inside = (value for value, its_words in both if wanted in its_words[1:])
    return list(islice(dict.fromkeys(chain(begins, inside)), MOST))


def _quoted(value: str) -> str:
    if value and not re.search(r'[\s"]', value):
        return value
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
