"""One content may be what another will be, or by another time."""

from __future__ import annotations

import pytest

from claims.comparison.relations.firmness import (
    Turn,
    tells_certain,
    tells_possible,
    tells_time,
    turned,
)


@pytest.mark.parametrize(
    ("one", "other", "turn"),
    [
        ("the ferry may stop", "the ferry will stop", Turn("may", "will")),
        ("the ferry will stop", "the ferry might stop", Turn("will", "might")),
        ("the ferry could stop", "the ferry may stop", None),
        ("the ferry stops in May", "the ferry will stop", None),
        ("the weir will open by June", "the weir will open by May", Turn("june", "may")),
        ("it is to open in 2027", "it is to open in 2029", Turn("2027", "2029")),
        ("it will open in May 2027", "it will open by May", None),
        ("it opened in 2017", "it opened in 2019", None),
        ("it will open by June", "it will open", None),
    ],
)
def test_how_sure_and_by_when(one: str, other: str, turn: Turn | None) -> None:
    assert turned(one, other) == turn
    assert turned(other, one) == (Turn(turn.now, turn.before) if turn else None)


def test_a_content_tells_how_sure_it_is_or_by_when_or_neither() -> None:
    told = {
        content: (tells_possible(content), tells_certain(content), tells_time(content))
        for content in (
            "the ferry may stop",
            "the ferry will stop",
            "it is to open in 2027",
            "the ferry stopped",
        )
    }
    assert list(told.values()) == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
        (False, False, False),
    ]
