"""A text that is looked for, made out in cells."""

from __future__ import annotations

from rich.style import Style

from tui.browse.table.matches import cell, from_match, highlighted

PLAIN = Style()


def made_out(text: str, sought: str) -> list[tuple[str, bool]]:
    return [
        (one.text, bool(one.style and one.style.reverse))
        for one in highlighted(text, sought, PLAIN)
        if one.text
    ]


def test_each_match_is_made_out_whatever_its_case() -> None:
    assert made_out("Dam by dam", "dam") == [("Dam", True), (" by ", False), ("dam", True)]
    assert made_out("no such thing", "dam") == [("no such thing", False)]
    # Where lower case has another length, places would be wrong.
    assert made_out("İ dam", "dam") == [("İ dam", False)]


def test_a_match_beyond_the_width_is_brought_into_sight() -> None:
    text = "a long way off, behind all of this, stands the dam"
    assert from_match(text, "long", 20) == text
    seen = from_match(text, "dam", 20)
    assert seen.startswith("…")
    assert "dam" in seen[:20]


def test_a_cell_without_a_match_stays_as_it_is_however_narrow() -> None:
    assert from_match("0.90", "pipeline", 6) == "0.90"


def test_a_cell_is_as_wide_as_it_is_told_with_what_stands_behind_it() -> None:
    for sought in ("", "dam"):
        text = "".join(one.text for one in cell("the dam", 12, sought, PLAIN, " |"))
        assert text == "the dam      |"
