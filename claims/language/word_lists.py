"""Lists of words: text files below ``words``, in a folder for each use.

A line that begins with "#" is a comment; the first line of every file is one and says what the
list is for. "[name]" alone on a line opens a section, and what stands before the first section
belongs to the section without a name. Every other line is an entry, which is taken whole
(``lines``), as single words (``words``), as words that belong together (``rows``), as words for one
thing of which the first stands for the others (``groups``), or as one name for another (``pairs``:
"short = long").

A list is called by its folder and its file without ending: "names/men". Files are read once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files


@cache
def sections(name: str) -> Mapping[str, tuple[str, ...]]:
    """The entries of a list by section, in order.

    Raises:
        FileNotFoundError: There is no such list.
    """
    folder = files("claims.language").joinpath("words")
    found: dict[str, list[str]] = {"": []}
    entries = found[""]
    for line in folder.joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            entries = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            entries.append(line)
    return {section: tuple(lines) for section, lines in found.items()}


def lines(name: str, section: str = "") -> tuple[str, ...]:
    """The entries of a section as they stand.

    Raises:
        FileNotFoundError: There is no such list.
        KeyError: The list has no such section.
    """
    return sections(name)[section]


@cache
def words(name: str, section: str = "") -> frozenset[str]:
    """The single words of a section, which white space parts.

    Raises:
        FileNotFoundError: There is no such list.
        KeyError: The list has no such section.
    """
    return frozenset(word for line in lines(name, section) for word in line.split())


@cache
def all_words(name: str) -> frozenset[str]:
    """The single words of a list, whatever their section.

    Raises:
        FileNotFoundError: There is no such list.
    """
    return frozenset[str]().union(*(words(name, section) for section in sections(name)))


def rows(name: str, section: str = "") -> tuple[tuple[str, ...], ...]:
    """The words of each entry of a section.

    Raises:
        FileNotFoundError: There is no such list.
        KeyError: The list has no such section.
    """
    return tuple(tuple(line.split()) for line in lines(name, section))


@cache
def groups(name: str, section: str = "") -> Mapping[str, frozenset[str]]:
    """Each word of a section with the first words of the lines that it stands on.

    Raises:
        FileNotFoundError: There is no such list.
        KeyError: The list has no such section.
    """
    found: dict[str, set[str]] = {}
    for line in lines(name, section):
        first, *others = line.split()
        for word in (first, *others):
            found.setdefault(word, set()).add(first)
    return {word: frozenset(firsts) for word, firsts in found.items()}


@cache
def pairs(name: str, section: str = "") -> Mapping[str, str]:
    """What stands before the "=" of each entry with what stands behind it.

    Raises:
        FileNotFoundError: There is no such list.
        KeyError: The list has no such section.
        ValueError: An entry is no pair.
    """
    split = (line.split("=") for line in lines(name, section))
    return {one.strip(): other.strip() for one, other in split}


def alternatives(expressions: Iterable[str]) -> str:
    """One regular expression that matches what any of several does."""
    return "(?:" + "|".join(expressions) + ")"
