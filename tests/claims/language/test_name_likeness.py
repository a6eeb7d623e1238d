"""Names of persons, compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.language.name_likeness import (
    NameLikeness,
    is_misspelling,
    may_be_same_person,
    name_likeness,
)
from claims.language.names import person_name

WORDS = st.sampled_from(
    ["Ana", "Bo", "V.", "Aleksandr", "Alexander", "Ruiz", "von", "der", "Lind", "Jr.", "Kim-Lee"]
)
NAMES = st.one_of(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), st.text(max_size=20))


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Vladimir Putin", "Vladimir V. Putin", NameLikeness.VARIANT),
        ("Vladimir Vladimirovich Putin", "Vladimir V. Putin", NameLikeness.VARIANT),
        ("Zhou Mingyu", "Mingyu Zhou", NameLikeness.ORDER),
        ("Zhou Ming-yu", "Mingyu Zhou", NameLikeness.ORDER),
        ("Kim Jong Un", "Kim Jong-un", NameLikeness.VARIANT),
        ("Aleksandr Gabuev", "Alexander Gabuev", NameLikeness.SPELLING),
        ("Alexander Gabuyev", "Alexander Gabuev", NameLikeness.FUZZY),
        ("Dr. Ana Ruiz", "Ana Ruiz", NameLikeness.SAME),
        ("Ruiz, Ana", "Ana Ruiz", NameLikeness.SAME),
        ("Ursula von der Leyen", "Ursula Leyen", NameLikeness.VARIANT),
        ("Nicolás Maduro Moros", "Nicolas Maduro", NameLikeness.PART),
        ("James Thomas", "Thomas James", NameLikeness.SWAPPED),
        ("van der Lind", "Ana van der Lind", NameLikeness.PART),
        ("Bob Lind", "Robert Lind", NameLikeness.NICKNAME),
        ("J. Edgar Sorley", "Edgar Sorley", NameLikeness.NICKNAME),
        ("T. Berg", "Tomas Berg", NameLikeness.INITIAL),
        ("Berg", "Tomas Berg", NameLikeness.BARE),
        ("Tomas Berg", "Tomas Berg Jr.", NameLikeness.PART),
        ("Tomas Berg Sr.", "Tomas Berg Jr.", NameLikeness.APART),
        ("John A. Reed", "John B. Reed", NameLikeness.APART),
        ("Donald Trump", "Ivanka Trump", NameLikeness.UNRELATED),
        ("Alexander Smith", "Alexandra Smith", NameLikeness.UNRELATED),
        ("Maria Lind", "Marie Lind", NameLikeness.UNRELATED),
        ("Li Ping", "Li Peng", NameLikeness.UNRELATED),
        ("Wang Wei", "Wang Yi", NameLikeness.UNRELATED),
    ],
)
def test_how_two_names_stand_to_each_other(one: str, other: str, how: NameLikeness) -> None:
    assert name_likeness(person_name(one), person_name(other)) is how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Vladimir V. Putin", "Vladimir Putin"),
        ("Yun Sun", "Sun Yun"),
        ("Mike Tarrant", "Michael Tarrant"),
        ("Aleksandr Belov", "Alexander Belov"),
        ("Ruth A. Delgado", "Ruth Delgado"),
        ('Robert C. "Bobby" Quill', "Bobby Quill"),
        ("Castañeda Ruiz", "Castaneda Ruiz"),
        ("J. Edgar Sorley", "Edgar Sorley"),
        ("Park Chan Su", "Park Chan-su"),
        ("Mariana Costa", "Mariana Costa Pinto"),
        ("Van Oosten", "Petra van Oosten"),
    ],
)
def test_one_person_told_in_two_ways(one: str, other: str) -> None:
    assert may_be_same_person(person_name(one), person_name(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Clara Benning", "Otto Benning"),
        ("Paul D. Marsh", "Paul K. Marsh"),
        ("Ann Lee", "Ann Roy"),
        ("Paul Dean Marsh", "Paul Kurt Marsh"),
        ("Alex Gabuyev", "Alex Gabuev"),
        ("Marsh", "Paul Marsh"),
    ],
)
def test_two_persons_stay_apart(one: str, other: str) -> None:
    assert not may_be_same_person(person_name(one), person_name(other))


def test_who_asks_says_how_well_names_must_agree() -> None:
    one, other = person_name("Bob Lind"), person_name("Robert Lind")
    assert may_be_same_person(one, other)
    assert not may_be_same_person(one, other, least=NameLikeness.SPELLING)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bergstrom", "bergstorm", True),
        ("bergstrom", "bergtrom", True),
        ("bergstrom", "bergsstrom", True),
        ("bergstrom", "bergstram", True),
        ("bergstrom", "bergstrom", False),
        ("bergstrom", "bergstrand", False),
        ("bergstrom", "hergstrom", False),
        ("hansen", "hanson", True),
        ("lind", "lund", False),
    ],
)
def test_a_slip_of_the_keyboard_is_seen_through(one: str, other: str, same: bool) -> None:
    assert is_misspelling(one, other) is is_misspelling(other, one) is same


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    mine, yours = person_name(one), person_name(other)
    assert name_likeness(mine, yours) is name_likeness(yours, mine)


@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    taken = person_name(name)
    assert name_likeness(taken, taken) is (
        NameLikeness.SAME if taken.words else NameLikeness.UNRELATED
    )
