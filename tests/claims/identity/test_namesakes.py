"""Which of the speakers of one name an article means."""

from __future__ import annotations

from claims.claim import SpeakerKind
from claims.identity.namesakes import choose
from claims.identity.profile import Profile, affiliation_keys_of
from claims.language.names import Gender


def named(number: int, organization: str | None = None, gender: Gender | None = None) -> Profile:
    keys = affiliation_keys_of("head", organization) if organization else ()
    return Profile(number, SpeakerKind.PERSON, "Ana Ruiz", frozenset(keys), gender)


LAB, PORT = named(1, "Delta Lab"), named(2, "Elm Port")


def test_an_organization_in_common_decides() -> None:
    assert choose(named(9, "Elm Port"), [LAB, PORT]) is PORT


def test_a_whole_name_is_one_speaker_until_something_speaks_against_it() -> None:
    assert choose(named(9, "Tide Bureau"), [LAB]) is LAB
    assert choose(named(9, gender=Gender.MALE), [named(1, gender=Gender.FEMALE)]) is None


def test_nobody_is_guessed() -> None:
    unknown = named(3)
    assert choose(named(9), [LAB, PORT]) is None
    assert choose(named(9), [LAB, PORT, unknown]) is unknown
