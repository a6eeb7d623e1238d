"""What somebody is whom the article does not name."""

from __future__ import annotations

import pytest

from tests.claims.extraction.scenes import last_speaker


@pytest.mark.parametrize(
    ("source", "role", "organization"),
    [
        ("Two Chinese officials", "officials", "China"),
        ("A senior Norwegian official", "senior official", "Norway"),
        ("One South Korean diplomat", "diplomat", "South Korea"),
        ("Several U.S. lawmakers", "lawmakers", "U.S."),
        ("Former State Department officials", "Former officials", "State Department"),
        ("A spokesman for the Interior Ministry", "spokesman", "Interior Ministry"),
        ("Norway’s military leaders", "military leaders", "Norway"),
        ("Western analysts", "Western analysts", None),
        ("Many experts", "experts", None),
        ("Elected officials in both parties", "Elected officials", None),
        ("Federal and state officials", "Federal and state officials", None),
    ],
)
def test_people_without_a_name_keep_what_they_are_and_of_whom(
    source: str, role: str, organization: str | None
) -> None:
    [stated] = last_speaker(f"[[{source}]] said that the strait would stay open.").affiliations
    assert (stated.role, stated.organization) == (role, organization)


def test_voters_have_no_post() -> None:
    assert not last_speaker("[[Thousands]] said that the strait would close.").affiliations
