"""Organizations called by whose they are: "Osei's campaign", "the Osei administration"."""

from __future__ import annotations

from typing import Final, NamedTuple

from claims.language.names import (
    Gender,
    PersonName,
    given_name_gender,
    honorific_gender,
    person_name,
    strip_possessive,
)
from claims.language.word_lists import words

_PARTS: Final = words("names/parts_of_organizations", "of persons")
_LEFT_OUT: Final = words("names/parts_of_organizations", "of persons, left out")
_LONGEST: Final = 5
"""Words of an owner's name."""


class Owned(NamedTuple):
    """What an organization's name says of whose it is.

    Args:
        owner: The person, by surname alone or by the whole name.
        part: What of that person's it is, folded: "campaign".
        gender: As a form of address tells ("Mr. Osei's campaign").
    """

    owner: PersonName
    part: str
    gender: Gender | None

    @property
    def whole(self) -> bool:
        """Whether the owner is named by a usual given name and a surname."""
        return len(self.owner.words) > 1 and given_name_gender(self.owner.words[0]) is not None


def owned(name: str) -> Owned | None:
    """Whose an organization is by its name; None if that names no owner.

    Args:
        name: As articles write it.
    """
    *before, part = name.split() or [""]
    while before and before[-1].casefold() in _LEFT_OUT:
        before.pop()
    if before and before[0].casefold() == "the":
        del before[0]
    if part.casefold() not in _PARTS or not 0 < len(before) <= _LONGEST:
        return None
    if not (before[0][0].isupper() and before[-1][0].isupper()):
        return None
    owner = person_name(strip_possessive(" ".join(before)))
    return Owned(owner, part.casefold(), honorific_gender(before[0])) if owner.words else None
