"""The heading of the claims table."""

from __future__ import annotations

from rich.style import Style

from tui.browse.table.columns import COLUMNS, fit
from tui.browse.table.heading import MARGIN, Heading


def text(heading: Heading) -> str:
    return "".join(segment.text for segment in heading.segments(lambda *_: Style()))


def test_it_tells_what_sorts_what_stays_and_what_is_left_out() -> None:
    date, speaker = (column for column in COLUMNS if column.key in ("date", "speaker"))
    fitted = fit(40, (date, speaker), MARGIN)
    told = text(Heading(fitted, False, True, ("published", True), None, {"date"}))
    assert told.startswith(" ›  Date▼")
    assert "│Speaker" in told
    plain = text(Heading(fitted, True, False, ("speaker", False), None, ()))
    assert plain.startswith("‹   Date ")
    assert "Speaker▲" in plain


def test_the_current_column_has_its_own_style() -> None:
    (speaker,) = (column for column in COLUMNS if column.key == "speaker")
    asked: list[tuple[str, ...]] = []

    def style(*names: str) -> Style:
        asked.append(names)
        return Style()

    Heading(fit(30, (speaker,)), False, False, None, "speaker", ()).segments(style)
    assert ("table--header", "table--column") in asked
