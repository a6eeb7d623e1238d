"""Sources that are no name: descriptions, pronouns, an unnamed many, documents that speak for
themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from claims.language.folding import fold
from claims.language.word_lists import sections, words

_UNNAMED: Final = words("grammar/pronouns", "unnamed")
_DEFINITE: Final = words("grammar/pronouns", "definite")
_DOCUMENTS: Final = words("nouns/documents")
_SELF_SPEAKING: Final = words("nouns/documents", "always")
_PRONOUNS: Final = frozenset(
    word
    for listed in sections("grammar/pronouns").values()
    for one in listed
    for word in one.split()
)


def is_unnamed(source: str) -> bool:
    """Whether nobody could say who a source is: an unnamed many, or a poll or the like."""
    first, *others = [word.strip("“”\"'’.,%") for word in fold(source).split()] or [""]
    return (
        first[:1].isdigit()
        or first in _UNNAMED
        or not _SELF_SPEAKING.isdisjoint([first, *others])
        or (first not in _DEFINITE and _is_plural_document([first, *others]))
    )


def _is_plural_document(written: Sequence[str]) -> bool:
    """Whether a word is a plural of a document: "exit polls", "federal statistics"."""
    return any(word.endswith("s") and word[:-1] in _DOCUMENTS for word in written)


def is_description(name: str) -> bool:
    """Whether what a speaker goes by is a description or a pronoun."""
    *_, last = name.split() or [""]
    return last[:1].islower() or fold(name) in _PRONOUNS


def shares_word(source: str, name: str) -> bool:
    """Whether a source has a word of a name."""
    return not set(fold(source).split()).isdisjoint(fold(name).split())
