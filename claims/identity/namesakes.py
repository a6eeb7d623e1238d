"""Which of the speakers who share a name an article means."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import SpeakerKind
from claims.identity.profile import Profile


def choose(mention: Profile, namesakes: Sequence[Profile]) -> Profile | None:
    """The namesake that a mention of that name is, or None if it is none of them.

    A whole name is one speaker until something speaks against it: another form of address (Mr.,
    Ms.), or a person who judged. A surname alone is one speaker only as long as no article
    states an organization that none of the others does. Where several come into question and
    nothing decides, the mention goes to one of whom nothing is known, and is never guessed.
    """
    possible = [each for each in namesakes if not _conflict(mention, each)]
    if len(possible) == 1 and (len(namesakes) == 1 or _share(mention, possible[0])):
        return possible[0]
    sharing = [each for each in possible if _share(mention, each)]
    if len(sharing) == 1:
        return sharing[0]
    unknown = [each for each in possible if not each.affiliation_keys and each.gender is None]
    return unknown[0] if unknown else None


def _conflict(mention: Profile, other: Profile) -> bool:
    if None not in (mention.gender, other.gender) and mention.gender is not other.gender:
        return True
    if mention.kind is not SpeakerKind.PERSON or not mention.person.bare:
        return False
    known = bool(mention.organizations and other.organizations)
    return known and not mention.organizations & other.organizations


def _share(mention: Profile, other: Profile) -> bool:
    if (
        mention.organizations & other.organizations
        or mention.whole_affiliations & other.whole_affiliations
    ):
        return True
    return mention.gender is not None and mention.gender is other.gender
