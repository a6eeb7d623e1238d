"""Names in the light of all others of the article."""

from __future__ import annotations

from claims.extraction.document.mentions import Mention, NameKind
from claims.extraction.mentions.repair import repaired
from tests.claims.extraction.mentions.found import clusters, named, persons


def test_a_surname_alone_is_a_person_even_if_the_model_thinks_otherwise() -> None:
    text = "Terry Washburn said no. Reporters asked again. Washburn declined. Washburn left."
    [cluster] = [m for m in clusters(text).persons if m.name == "Terry Washburn"]
    assert len(cluster.mentions) == 3


def test_a_headline_verb_is_cut_off_a_name() -> None:
    text = (
        "Delgado Visits Flooded Northern Valley Towns\n\nMr. Delgado came late. Ruth Delgado left."
    )
    assert "Delgado Visits" not in persons(text)


def test_what_stands_around_a_surname_in_a_headline_is_no_part_of_the_name() -> None:
    text = "Ada Holm Joins Fight Over The Harbour Bill\n\nOn Friday Ada Holm backed the bill."
    tokens, mentions = named(text, "Ada Holm", [NameKind.PERSON] * 2)
    assert [one.text for one in repaired(tokens, mentions[1:])] == ["Ada Holm"] * 2


def test_a_body_named_after_a_place_is_one_name() -> None:
    text = "She has long taught law at the University of New Hampshire, and once did in Ohio."
    tokens, mentions = named(text, "Ohio", [NameKind.PLACE])
    university, hampshire = tokens.lower.index("university"), tokens.lower.index("hampshire")
    organization = Mention(university, hampshire, NameKind.ORGANIZATION, "University of New")
    place = Mention(hampshire, hampshire + 1, NameKind.PLACE, "Hampshire")
    found = repaired(tokens, [organization, place, *mentions])
    assert [one.text for one in found] == ["University of New Hampshire", "Ohio"]


def test_a_hyphen_ties_two_parts_of_one_name() -> None:
    tokens, parts = named("ZORU-PF won. ZORU-PF said so.", "ZORU", [NameKind.ORGANIZATION] * 2)
    _, others = named("ZORU-PF won. ZORU-PF said so.", "PF", [NameKind.ORGANIZATION] * 2)
    found = repaired(tokens, sorted([*parts, *others], key=lambda m: m.start))
    assert [one.text for one in found] == ["ZORU-PF"] * 2


def test_a_hyphen_ties_no_two_that_stand_alone_as_well() -> None:
    text = "A CVN-ORX poll is out. CVN had it first."
    tokens, parts = named(text, "CVN", [NameKind.ORGANIZATION] * 2)
    _, others = named(text, "ORX", [NameKind.ORGANIZATION])
    found = repaired(tokens, sorted([*parts, *others], key=lambda m: m.start))
    assert [one.text for one in found] == ["CVN", "ORX", "CVN"]


def test_the_owner_is_part_of_the_name_of_what_each_country_has() -> None:
    text = "Latvia's Treasury said no."
    tokens, [land] = named(text, "Latvia", [NameKind.PLACE])
    _, [treasury] = named(text, "Treasury", [NameKind.ORGANIZATION])
    assert [one.text for one in repaired(tokens, [land, treasury])] == ["Latvia's Treasury"]


def test_what_and_joins_may_be_one_name() -> None:
    text = "The Baltic Pilots and Ferrymen Union said no."
    tokens, [pilots] = named(text, "Baltic Pilots", [NameKind.ORGANIZATION])
    _, [union] = named(text, "Ferrymen Union", [NameKind.ORGANIZATION])
    found = repaired(tokens, [pilots, union])
    assert [one.text for one in found] == ["Baltic Pilots and Ferrymen Union"]


def test_several_kinds_of_members_may_be_in_one_name() -> None:
    text = "The Royal College of Masons and Carpenters said no."
    tokens, [masons] = named(text, "Royal College of Masons", [NameKind.ORGANIZATION])
    _, [carpenters] = named(text, "Carpenters", [NameKind.ORGANIZATION])
    found = repaired(tokens, [masons, carpenters])
    assert [one.text for one in found] == ["Royal College of Masons and Carpenters"]


def test_kin_that_a_name_follows_has_that_name() -> None:
    text = "Ines Okonjo left. Her mother, Morag, said no."
    tokens, [morag] = named(text, "Morag", [NameKind.PLACE])
    assert [one.kind for one in repaired(tokens, [morag])] == [NameKind.PERSON]


def test_letters_behind_a_place_are_the_body_there_unless_they_stand_alone() -> None:
    text = "The Norvik RSZ said no."
    tokens, [place] = named(text, "Norvik", [NameKind.PLACE])
    _, [body] = named(text, "RSZ", [NameKind.ORGANIZATION])
    assert [one.text for one in repaired(tokens, [place, body])] == ["Norvik RSZ"]
    text = "The Norvik RSZ said no. The RSZ left."
    tokens, [place] = named(text, "Norvik", [NameKind.PLACE])
    _, bodies = named(text, "RSZ", [NameKind.ORGANIZATION] * 2)
    assert [one.text for one in repaired(tokens, [place, *bodies])] == ["Norvik", "RSZ", "RSZ"]
