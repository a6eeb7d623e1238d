"""Numbers know what they count."""

from __future__ import annotations

import pytest

from claims.comparison.relations.quantities import changed, quantities, without_numbers


def test_a_number_knows_what_it_counts() -> None:
    [ships, share] = quantities("2.4 million ships sailed in 2019, 3 percent of all")
    assert (ships.value, ships.rate) == ("2.4 million", False)
    assert "ship" in ships.counted
    assert (share.value, share.rate) == ("3", True)
    assert [one.value for one in quantities("2,019 e-mails")] == ["2019"]


@pytest.mark.parametrize(
    ("one", "other", "numbers"),
    [
        ("40 farms", "52 farms", ("40", "52")),
        ("40 farms", "52 ships", None),
        ("40 farms", "40 farms and 52 ships", None),
        ("40 percent", "52 percent", ("40", "52")),
        ("40 percent of farms", "52 farms", None),
    ],
)
def test_numbers_of_one_thing_are_compared(
    one: str, other: str, numbers: tuple[str, str] | None
) -> None:
    change = changed(one, other)
    assert (None if change is None else (change.before, change.now)) == numbers


def test_contents_can_be_read_as_if_their_numbers_were_the_same() -> None:
    one, other = "at least 40 farms lost 3.5 percent", "at least 52 farms lost 2 percent"
    assert without_numbers(one) == without_numbers(other) == "at least some farms lost some percent"
    assert without_numbers("the gates stay open") == "the gates stay open"
