"""Where the columns of the claims table stand."""

from __future__ import annotations

from dataclasses import replace

from tui.browse.table.placing import Placing

WIDE, NARROW = 160, 60
NONE: frozenset[str] = frozenset()


def keys(placing: Placing, width: int, current: str | None = None) -> list[str]:
    return [one.column.key for one in placing.fitted(width, 1, NONE, current)]


def test_what_is_placed_is_kept_until_the_width_changes_or_it_is_to_be_forgotten() -> None:
    placing = Placing()
    before = keys(placing, WIDE)
    placing.layout = placing.layout.toggled("outlet")
    assert keys(placing, WIDE) == before
    assert "outlet" not in keys(placing, WIDE - 1)
    placing.layout = placing.layout.toggled("outlet")
    placing.forget()
    assert keys(placing, WIDE) == before


def test_the_heading_tells_of_what_there_is_no_room_for() -> None:
    placing = Placing()
    placing.layout = replace(placing.layout, frozen=frozenset({"date"}))
    placing.sorted_by = "published", True
    assert "confidence" not in keys(placing, NARROW)
    heading = placing.heading(None)
    assert heading.more_right
    assert (heading.sorted_by, heading.frozen) == (("published", True), {"date"})
    assert "confidence" in keys(placing, NARROW - 1, "confidence")
    assert placing.heading("confidence").more_left


def test_an_article_has_the_room_of_affiliations_that_say_nothing() -> None:
    blank = frozenset({"affiliation"})
    placing = Placing()
    before = {one.column.key: one.width for one in placing.fitted(WIDE, 2, NONE, None)}
    after = placing.fitted(WIDE, 2, blank, None)
    assert "affiliation" not in [one.column.key for one in after]
    assert {one.column.key: one.width for one in after}["outlet"] > before["outlet"]
    assert after[-1].x + after[-1].width == WIDE
    # A width that somebody set is kept.
    placing.layout = placing.layout.resized("outlet", 30)
    placing.forget()
    kept = placing.fitted(WIDE, 2, blank, None)
    assert {one.column.key: one.width for one in kept}["outlet"] == 30
