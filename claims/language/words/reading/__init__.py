"""Word lists of the reader, in text files: lines in named sections, "#" opens a comment."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.resources import files


def sections(name: str) -> dict[str, list[str]]:
    """The lines of a word list by section, in order.

    Args:
        name: The file's name without ending.
    """
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in files(__name__).joinpath(f"{name}.txt").read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            lines = found.setdefault(line[1:-1], [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return found


def words(name: str, section: str) -> frozenset[str]:
    """The single words of a section."""
    return frozenset(word for line in sections(name)[section] for word in line.split())


def alternatives(expressions: Iterable[str]) -> str:
    """One expression that matches what any of several does."""
    return "(?:" + "|".join(expressions) + ")"
