"""Whether a description fits an affiliation."""

from __future__ import annotations

from claims.claim import Affiliation, Span
from claims.extraction.speakers.description_fit import adds_nothing, fit, modifier_words
from tests.claims.extraction.scenes import speakers


def test_another_bodys_director_is_not_the_one_named() -> None:
    found = speakers(
        "Carl Brandt, the director of the Tide Bureau, spoke on Monday.",
        "[[The Harbor Agency director]] said nothing of the kind.",
    )
    assert found != [("Carl Brandt",)]


PRESIDENT = Affiliation("President", "Latvia", Span(0, 9))


def test_a_leader_fits_a_president_and_a_welder_does_not() -> None:
    assert fit(PRESIDENT, "leader", modifier_words(["Latvian"])) > 0
    assert fit(PRESIDENT, "welder", set()) == 0


def test_more_words_in_common_fit_better() -> None:
    chief = Affiliation("chief economist", "Norbank", Span(0, 9))
    assert fit(chief, "economist", {"chief"}) > fit(chief, "economist", set())


def test_a_country_alone_adds_nothing() -> None:
    assert adds_nothing(PRESIDENT, "leader", modifier_words(["Latvian"]))
    assert not adds_nothing(PRESIDENT, "leader", set())


def test_a_shadow_chancellor_is_not_the_chancellor() -> None:
    shadow = Affiliation("Shadow chancellor", None, Span(0, 9))
    assert fit(shadow, "chancellor", set()) == 0
    assert fit(shadow, "chancellor", {"shadow"}) > 0
