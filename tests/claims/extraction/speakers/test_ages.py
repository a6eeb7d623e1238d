"""Whom "the 71-year-old" means."""

from __future__ import annotations

import pytest

from tests.claims.extraction.scenes import speakers


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("Ann Tarrant will retire in May.", "Ann Tarrant"),
        ("Ann Tarrant, 56, saw Bo Lind. Bo Lind left.", "Ann Tarrant"),
        ("Bo Lind, 48, will retire in May.", "the 56-year-old"),
        ("[[A welder]] said that it leaked.", "A welder"),
    ],
)
def test_an_age_tells_who_is_meant(told: str, name: str) -> None:
    text = "“We will all miss the harbor,” [[the 56-year-old]] said."
    assert speakers(told, text)[-1] == (name,)
