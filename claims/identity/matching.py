"""How likely two profiles are one speaker: surely, perhaps, not; with a score and the reason."""

from __future__ import annotations

from typing import Final, NamedTuple

from claims.claim import SpeakerKind
from claims.identity.organizations import acronym, letters_of, near, opens
from claims.identity.owned import Owned
from claims.identity.profile import Profile
from claims.identity.verdict import Verdict
from claims.language.name_likeness import NameLikeness, name_gender, name_likeness

SURE: Final = 0.9
"""Score from which two profiles are linked without being asked."""

LEAST: Final = 0.3
"""Score below which a pair is not worth a suggestion."""


class Match(NamedTuple):
    """What the evidence says of two profiles.

    Args:
        verdict: ``DIFFERENT`` if they cannot be one.
        score: From 0 to 1, how likely they are one.
        basis: The evidence in words.
        supported: More than the names speaks for it.
    """

    verdict: Verdict
    score: float
    basis: str
    supported: bool = False


APART: Final = Match(Verdict.DIFFERENT, 0.0, "")
NOTHING: Final = Match(Verdict.UNSURE, 0.0, "")

# Score without and with an organization in common, and the evidence in words. Middle names,
# order and spelling of a whole name are sure; a surname or an initial never is by itself.
_PERSON: Final = {
    NameLikeness.SAME: (0.98, 0.99, "the same name"),
    NameLikeness.VARIANT: (0.96, 0.99, "the same first and last name"),
    NameLikeness.ORDER: (0.94, 0.99, "the same name in the other order"),
    NameLikeness.SPELLING: (0.93, 0.98, "a spelling of the same name"),
    NameLikeness.SWAPPED: (0.55, 0.96, "the same words in the other order"),
    NameLikeness.PART: (0.7, 0.95, "one name is a part of the other"),
    NameLikeness.NICKNAME: (0.65, 0.95, "a short form of the name"),
    NameLikeness.INITIAL: (0.6, 0.92, "the same initial and surname"),
    NameLikeness.BARE: (0.5, 0.7, "the surname alone"),
    NameLikeness.FUZZY: (0.45, 0.91, "a similar spelling"),
}
_HELD: Final = 0.91
"""Score of a surname alone with one and the same affiliation or office, or of what it owns."""


def compare(one: Profile, other: Profile) -> Match:
    """What the names and affiliations of two profiles say; the order of the two does not matter."""
    if one.kind is not other.kind:
        return NOTHING
    if shared := _by_identifier(one, other):
        return shared
    if one.kind is SpeakerKind.PERSON:
        return _persons(one, other)
    return _organizations(one, other) if one.kind is SpeakerKind.ORGANIZATION else NOTHING


def _by_identifier(one: Profile, other: Profile) -> Match | None:
    if not one.identifiers or not other.identifiers:
        return None
    if common := one.identifiers & other.identifiers:
        return Match(Verdict.SAME, 1.0, f"the same {min(common)}", True)
    schemes = {name.partition(":")[0] for name in one.identifiers}
    if schemes & {name.partition(":")[0] for name in other.identifiers}:
        return APART
    return None


def _persons(one: Profile, other: Profile) -> Match:
    found = name_likeness(one.person, other.person)
    if found is NameLikeness.APART or _genders_conflict(one, other):
        return APART
    if found is NameLikeness.UNRELATED or (found is NameLikeness.FUZZY and one.person.bare):
        return NOTHING
    alone, together, words = _PERSON[found]
    common = one.organizations & other.organizations
    if found is NameLikeness.BARE and one.whole_affiliations & other.whole_affiliations:
        role, organization = min(one.whole_affiliations & other.whole_affiliations)
        return _weighed(_HELD, f"{words}, with the same affiliation: {role}, {organization}", True)
    if alone < SURE and (offices := one.offices_in_common(other)):
        score = _HELD if found is NameLikeness.BARE else together
        return _weighed(score, f"{words}, with the same office: {min(offices)}", True)
    if common:
        return _weighed(together, f"{words}, with an organization in common: {min(common)}", True)
    if found is NameLikeness.SAME and one.name_key == other.name_key:
        # They were kept apart for a reason: another gender, or somebody said so.
        return _weighed(alone / 2, words)
    return _weighed(alone, words)


def _genders_conflict(one: Profile, other: Profile) -> bool:
    known = (one.gender or name_gender(one.person), other.gender or name_gender(other.person))
    if one.gender is None and other.gender is None:
        # What two given names suggest is weighed where these are compared.
        return False
    return None not in known and known[0] != known[1]


def _organizations(one: Profile, other: Profile) -> Match:
    if one.key == other.key:
        return _weighed(0.97, "the same name")
    if found := _of_one_owner(one.owned, other.owned):
        return found
    for short, long in ((one, other), (other, one)):
        letters = acronym(short.name)
        if letters is not None and letters in long.acronyms:
            return _weighed(0.93, "an article gives the acronym with the name")
    for short, long in ((one, other), (other, one)):
        letters = acronym(short.name)
        if letters is not None and letters in letters_of(long.name):
            return _weighed(0.6, "the first letters of the name")
        if opens(short.key, long.key):
            return _weighed(0.5, "the beginning of the name")
    return _weighed(0.45, "a similar spelling") if near(one.key, other.key) else NOTHING


def _of_one_owner(one: Owned | None, other: Owned | None) -> Match | None:
    """What two names say that tell whose the organizations are: "Osei's campaign"."""
    if one is None or other is None or one.part != other.part:
        return None
    if None not in (one.gender, other.gender) and one.gender is not other.gender:
        return None
    found = name_likeness(one.owner, other.owner)
    if found >= NameLikeness.SPELLING:
        return _weighed(0.93, "the owner's name is the same")
    if found is NameLikeness.BARE and (one.whole or other.whole):
        return _weighed(_HELD, "the owner's surname alone", True)
    return None


def _weighed(score: float, basis: str, supported: bool = False) -> Match:
    return Match(Verdict.SAME if score >= SURE else Verdict.UNSURE, score, basis, supported)
