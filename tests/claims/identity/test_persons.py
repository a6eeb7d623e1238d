"""Names of persons, compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.identity.persons import Likeness, likeness, person_name

WORDS = st.sampled_from(
    ["Ana", "Bo", "V.", "Aleksandr", "Alexander", "Ruiz", "von", "der", "Lind", "Jr.", "Kim-Lee"]
)
NAMES = st.one_of(st.lists(WORDS, min_size=1, max_size=5).map(" ".join), st.text(max_size=20))


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Vladimir Putin", "Vladimir V. Putin", Likeness.VARIANT),
        ("Vladimir Vladimirovich Putin", "Vladimir V. Putin", Likeness.VARIANT),
        ("Zhou Mingyu", "Mingyu Zhou", Likeness.ORDER),
        ("Zhou Ming-yu", "Mingyu Zhou", Likeness.ORDER),
        ("Kim Jong Un", "Kim Jong-un", Likeness.VARIANT),
        ("Aleksandr Gabuev", "Alexander Gabuev", Likeness.SPELLING),
        ("Alexander Gabuyev", "Alexander Gabuev", Likeness.FUZZY),
        ("Dr. Ana Ruiz", "Ana Ruiz", Likeness.SAME),
        ("Ruiz, Ana", "Ana Ruiz", Likeness.SAME),
        ("Ursula von der Leyen", "Ursula Leyen", Likeness.VARIANT),
        ("Nicolás Maduro Moros", "Nicolas Maduro", Likeness.PART),
        ("James Thomas", "Thomas James", Likeness.SWAPPED),
        ("Bob Lind", "Robert Lind", Likeness.NICKNAME),
        ("T. Berg", "Tomas Berg", Likeness.INITIAL),
        ("Berg", "Tomas Berg", Likeness.BARE),
        ("Tomas Berg", "Tomas Berg Jr.", Likeness.PART),
        ("Tomas Berg Sr.", "Tomas Berg Jr.", Likeness.APART),
        ("John A. Reed", "John B. Reed", Likeness.APART),
        ("Donald Trump", "Ivanka Trump", Likeness.UNRELATED),
        ("Alexander Smith", "Alexandra Smith", Likeness.UNRELATED),
        ("Maria Lind", "Marie Lind", Likeness.UNRELATED),
        ("Li Ping", "Li Peng", Likeness.UNRELATED),
        ("Wang Wei", "Wang Yi", Likeness.UNRELATED),
    ],
)
def test_how_two_names_stand_to_each_other(one: str, other: str, how: Likeness) -> None:
    assert likeness(person_name(one), person_name(other)) is how


@given(NAMES, NAMES)
def test_the_order_of_the_two_does_not_matter(one: str, other: str) -> None:
    mine, yours = person_name(one), person_name(other)
    assert likeness(mine, yours) is likeness(yours, mine)


@given(NAMES)
def test_a_name_is_like_itself(name: str) -> None:
    taken = person_name(name)
    assert likeness(taken, taken) is (Likeness.SAME if taken.words else Likeness.UNRELATED)
