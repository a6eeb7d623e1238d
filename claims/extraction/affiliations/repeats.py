"""Whether one affiliation tells again what another tells."""

from __future__ import annotations

from typing import Final

from claims.claim import Affiliation
from claims.extraction.parsing.noun_phrases import singular
from claims.language.folding import fold_letters
from claims.language.word_lists import pairs

_SPELLED: Final = pairs("affiliations/roles", "abbreviations")


def covers(one: Affiliation, other: Affiliation) -> bool:
    """Whether ``one`` tells all that ``other`` tells."""
    return _within(other.role, one.role) and _within(other.organization, one.organization)


def _within(few: str | None, many: str | None) -> bool:
    if few is None or many is None:
        return few is None
    return _role_words(few) <= _role_words(many)


def _role_words(text: str) -> set[str]:
    return {singular(_SPELLED.get(word, word)) for word in fold_letters(text).split()}
