"""What is known of one name across articles, and the keys under which likely partners meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Final, NamedTuple

from claims.claim import SpeakerKind
from claims.identity.organizations import acronym, letters_of, organization_key, parent_of
from claims.identity.owned import Owned, owned
from claims.language.countries import all_names
from claims.language.folding import fold
from claims.language.name_likeness import skeleton, spelled, surnames, whole_forms
from claims.language.names import Gender, PersonName, person_name
from claims.language.word_lists import words

_OFFICES: Final = words("affiliations/offices") & words("names/titles")
"""Posts for a country or a state that stand before a name as its bearer's title."""


class AffiliationKey(NamedTuple):
    """A role, folded, and an organization as ``organization_key`` gives it; either may be empty."""

    role: str
    organization: str


def affiliation_keys_of(role: str | None, organization: str | None) -> set[AffiliationKey]:
    """An affiliation as it is compared, with those of what its organization is a part of."""
    found = {
        AffiliationKey(fold(role or ""), organization_key(organization) if organization else "")
    }
    while organization and (organization := parent_of(organization)):
        found.add(AffiliationKey("", organization_key(organization)))
    return found


@dataclass(frozen=True)
class Profile:
    """A name that articles give to one speaker, with what they say of it.

    Args:
        id: Of the entity; 0 of a name in one article that is none's yet.
        kind: Persons are compared with persons, organizations with organizations.
        name: As first written.
        affiliation_keys: All that articles state, former ones included.
        gender: As forms of address tell.
        acronyms: Letters that an article gives for this organization, folded.
        identifiers: "scheme:value" of an authority, such as "wikidata:Q42".
        name_key: The folded name; two profiles may share one.
    """

    id: int
    kind: SpeakerKind
    name: str
    affiliation_keys: frozenset[AffiliationKey] = frozenset()
    gender: Gender | None = None
    acronyms: frozenset[str] = frozenset()
    identifiers: frozenset[str] = frozenset()
    name_key: str = field(default="", compare=False)

    @cached_property
    def person(self) -> PersonName:
        """The name taken apart as a person's."""
        return person_name(self.name)

    @property
    def bare(self) -> bool:
        """Whether it is a person's surname or given name alone."""
        return self.kind is SpeakerKind.PERSON and self.person.bare

    @cached_property
    def key(self) -> str:
        """The name's key as an organization's."""
        return organization_key(self.name)

    @cached_property
    def owned(self) -> Owned | None:
        """Whose an organization is by its name."""
        return owned(self.name) if self.kind is SpeakerKind.ORGANIZATION else None

    @cached_property
    def organizations(self) -> frozenset[str]:
        """Organizations that few enough people have in common to tell something."""
        found = (
            {affiliation.organization for affiliation in self.affiliation_keys} - _shared() - {""}
        )
        return frozenset(found)

    @cached_property
    def whole_affiliations(self) -> frozenset[AffiliationKey]:
        """Affiliations of which both role and organization are known."""
        return frozenset(affiliation for affiliation in self.affiliation_keys if all(affiliation))

    def offices_in_common(self, other: Profile) -> frozenset[str]:
        """Offices that are titles ("president") and that both hold, of one and the same body.

        An office that one of the two has without an organization may be that of any.
        """
        return frozenset(
            one.role
            for one in self.affiliation_keys
            for its in other.affiliation_keys
            if one.role == its.role
            and one.role.rsplit(" ", 1)[-1] in _OFFICES
            and (
                one.organization == its.organization or not (one.organization and its.organization)
            )
        )


@cache
def _shared() -> frozenset[str]:
    """Keys of organizations that too many people have in common to tell anything."""
    listed = (name.replace("_", " ") for name in words("names/shared_organizations"))
    return frozenset(organization_key(" ".join(name)) for name in all_names()).union(listed)


class Keys(NamedTuple):
    """Keys that a profile is found by and keys that it looks for.

    Those of ``strong`` hold the few names that may be one without further evidence; a key of
    ``weak`` may hold very many.
    """

    strong: frozenset[str]
    given: frozenset[str]
    sought: frozenset[str]


def keys_of(profile: Profile) -> Keys:
    """The blocking keys of a profile: who shares none of them is never compared with it.

    Blocking as in record linkage (Fellegi, Sunter 1969) keeps the cost near-linear.
    """
    if profile.kind is SpeakerKind.PERSON:
        return _person_keys(profile.person)
    if profile.kind is SpeakerKind.ORGANIZATION:
        return _organization_keys(profile)
    return Keys(frozenset(), frozenset(), frozenset())


def _person_keys(name: PersonName) -> Keys:
    if not name.words:
        return Keys(frozenset(), frozenset(), frozenset())
    if name.bare:
        # Surnames alone look for whole names, and whole names for them.
        only = name.words[0]
        return Keys(frozenset(), frozenset((f"b:{only}",)), frozenset((f"s:{only}",)))
    strong = frozenset(_pairs(name))
    family = surnames(name)
    if name.initial:
        last, letter = name.words[-1], name.words[0]
        return Keys(
            strong,
            frozenset((f"i:{last} {letter}", f"s:{last}")),
            frozenset((f"g:{last} {letter}", f"b:{last}")),
        )
    last, letters = name.words[-1], {word[0] for word in name.words[:-1]}
    fuzzy = {f"f:{skeleton(last)} {skeleton(name.words[0])}"}
    opening = {f"p:{name.words[0]} {name.words[1]}"}
    given = {f"g:{last} {letter}" for letter in letters} | {f"s:{word}" for word in family}
    sought = {f"i:{last} {letter}" for letter in letters} | {f"b:{word}" for word in family}
    short = {f"n:{last} {form}" for form in whole_forms(name.words[0])}
    return Keys(
        strong,
        frozenset(given | fuzzy | opening | short),
        frozenset(sought | fuzzy | opening | short),
    )


def _pairs(name: PersonName) -> Iterator[str]:
    """The first and the last word, in one order for both orders, by their usual spelling."""
    words = name.words
    ends = [(words[0], words[-1])]
    if len(words) > 2:
        ends += [(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1])]
    for first, last in ends:
        for one in spelled(first):
            for other in spelled(last):
                yield "k:" + " ".join(sorted((one, other)))


def _organization_keys(profile: Profile) -> Keys:
    words = profile.key.split()
    strong = {f"o:{profile.key}", *(f"o:{letters}" for letters in profile.acronyms)}
    given, sought = set[str](), set[str]()
    if profile.owned is not None:
        of_owner = f"q:{profile.owned.part} {profile.owned.owner.words[-1]}"
        given.add(of_owner)
        sought.add(of_owner)
    letters = acronym(profile.name)
    if letters is not None:
        given.add(f"a:{letters}")
        sought.add(f"l:{letters}")
    if len(words) > 1:
        given |= {f"l:{each}" for each in letters_of(profile.name)}
        sought |= {f"a:{each}" for each in letters_of(profile.name)}
        start = f"w:{words[0]} {words[1]}"
        initials = f"v:{words[0][:3]} {''.join(word[0] for word in words)}"
        given |= {start, initials}
        sought |= {start, initials}
    return Keys(frozenset(strong), frozenset(given), frozenset(sought))
