"""Whether persons are "he" or "she", over the whole article."""

from __future__ import annotations

from tests.claims.extraction.scenes import speakers


def test_who_is_called_he_anywhere_is_not_she_before_or_after() -> None:
    found = speakers(
        "Mo Tan met Lu Qian at the bridge. [[She]] said the pillars were sound.",
        "The road was closed at noon. Mo Tan left early. He had a train to catch.",
        "Mo Tan saw Lu Qian again on Friday. The pillars, [[she]] said, would stand.",
    )
    assert found == [("Lu Qian",), ("Lu Qian",)]


def test_a_role_tells_whether_she_or_he_is_meant() -> None:
    found = speakers(
        "Mo Tan of the port met Lu Qian, a spokeswoman for the city. [[He]] said it was shut."
    )
    assert found == [("Mo Tan",)]
