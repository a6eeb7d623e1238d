"""Who speaks, as words tell it: what is the same of a name in all articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from claims.comparison.terms import countries
from claims.language.folding import fold
from claims.language.names import is_honorific, strip_possessive
from claims.language.word_lists import words

_PRONOUNS: Final = words("comparison/pronouns") | words("comparison/pronouns", "possessive")
_CONNECTING: Final = words("comparison/pronouns", "connecting")
_GOVERNMENTS: Final = words("comparison/scope", "governments")
_INITIAL: Final = re.compile(r"[A-Z]\.?")
_DETERMINERS: Final = (
    words("grammar/pronouns", "articles") | words("grammar/pronouns", "pointing") | _PRONOUNS
)


@lru_cache(maxsize=50_000)
def speaker_keys(name: str) -> tuple[str, ...]:
    """The last word of a name, or all of what a group is called; nothing for words that may mean
    anybody, as "he" and "the candidate" do."""
    return tuple(_keys(name))


@lru_cache(maxsize=50_000)
def called(name: str) -> str:
    """A speaker's name as it is compared: without initials, and a government is its country."""
    parts = name.split()
    if _GOVERNMENTS.intersection(map(fold, parts)) and len(governed := countries(name)) == 1:
        return " ".join(governed).replace("_", " ")
    inner = [word for word in parts[1:-1] if not _INITIAL.fullmatch(word)]
    return " ".join([*parts[:1], *inner, *parts[1:][-1:]])


def _keys(name: str) -> Iterator[str]:
    plain = strip_possessive(name.split(", ")[0].strip(" ,.:;“”\"'’"))
    parts = [word for word in plain.split() if not is_honorific(fold(word))]
    folded = fold(" ".join(parts))
    if not folded or folded in _PRONOUNS or folded in _CONNECTING:
        return
    last = fold(parts[-1])
    if parts[-1][:1].isupper():
        yield last
    elif last.endswith("s") or fold(parts[0]) not in _DETERMINERS:
        yield folded
