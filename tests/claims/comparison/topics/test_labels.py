"""What a topic is called."""

from __future__ import annotations

from claims.comparison import label


def test_in_small_letters_where_any_article_has_it_so() -> None:
    assert label(["HARBOUR TUNNEL", "harbour tunnel", "Harbour Tunnel"]) == "harbour tunnel"


def test_in_full_rather_than_by_letters() -> None:
    assert label(["THB", "Tidal Harbour Board"]) == "Tidal Harbour Board"


def test_in_the_plural_where_both_occur() -> None:
    assert label(["harbour tunnel", "harbour tunnels"]) == "harbour tunnels"
