"""What is known of one name, and the keys under which partners meet."""

from __future__ import annotations

from claims.claim import SpeakerKind
from claims.identity.profile import AffiliationKey, Profile, affiliation_keys_of, keys_of


def person(name: str) -> Profile:
    return Profile(1, SpeakerKind.PERSON, name)


def test_an_affiliation_counts_for_what_its_organization_is_a_part_of() -> None:
    keys = affiliation_keys_of("Head", "Tide Project at the Elm Institute")
    assert {key.role for key in keys} == {"head", ""}
    assert AffiliationKey("", "elm institute") in keys


def test_only_whole_affiliations_have_both() -> None:
    both, role = AffiliationKey("head", "elm institute"), AffiliationKey("head", "")
    found = Profile(1, SpeakerKind.PERSON, "Ana Ruiz", frozenset({both, role}))
    assert found.whole_affiliations == {both}
    assert found.organizations == {"elm institute"}


def test_spellings_of_a_name_share_a_key_and_groups_have_none() -> None:
    one, other = keys_of(person("Sergei Malenko")), keys_of(person("Sergey Malenko"))
    assert one.strong & other.strong
    assert not one.strong & keys_of(person("Ana Ruiz")).strong
    assert not any(keys_of(Profile(1, SpeakerKind.GROUP, "two officials")))


def test_a_surname_alone_is_bare() -> None:
    assert person("Ruiz").bare
    assert not person("Ana Ruiz").bare
    assert not Profile(1, SpeakerKind.ORGANIZATION, "Ruiz").bare
