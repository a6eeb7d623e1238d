"""What a topic is called."""

from __future__ import annotations

from claims.comparison import label


def test_as_most_write_it() -> None:
    assert label({"Harbour Tunnel": 1, "harbour tunnel": 2}) == "harbour tunnel"


def test_of_as_many_the_one_in_small_letters() -> None:
    assert label({"Harbour Tunnel": 1, "harbour tunnel": 1, "HARBOUR TUNNEL": 1}) == (
        "harbour tunnel"
    )
