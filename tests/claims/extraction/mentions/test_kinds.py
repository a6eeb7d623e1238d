"""What a name names."""

from __future__ import annotations

import pytest

from claims.extraction.document.mentions import NameKind
from claims.extraction.mentions.kinds import known_kinds
from tests.claims.extraction.mentions.found import named, persons


def test_a_family_is_no_person() -> None:
    assert "Tarrants" not in persons("Helen Tarrant came. The Tarrants own the mill.")


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He read the Harbour Observer at noon.", "Harbour Observer", NameKind.ORGANIZATION),
        ("He left the Ada Lind campaign at noon.", "Ada Lind", NameKind.PERSON),
    ],
)
def test_what_stands_behind_an_article_is_no_person_unless_something_is_called_so(
    text: str, name: str, kind: NameKind
) -> None:
    [found] = known_kinds(*named(text, name, [NameKind.PERSON]))
    assert found.kind is kind


def test_a_well_known_body_of_two_words_is_whole() -> None:
    tokens, mentions = named("Then Downing Street said no.", "Street", [NameKind.PERSON])
    [found] = known_kinds(tokens, mentions)
    assert (found.text, found.kind) == ("Downing Street", NameKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("text", "name", "was", "kind"),
    [
        ("She joined Hamas in May.", "Hamas", NameKind.PERSON, NameKind.ORGANIZATION),
        ("She joined the U.N. in May.", "U.N.", NameKind.PLACE, NameKind.ORGANIZATION),
        ("She met Un in May.", "Un", NameKind.PERSON, NameKind.PERSON),
    ],
)
def test_a_well_known_body_is_no_person_and_no_place(
    text: str, name: str, was: NameKind, kind: NameKind
) -> None:
    [found] = known_kinds(*named(text, name, [was]))
    assert found.kind is kind
