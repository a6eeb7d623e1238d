"""Rows of the claims table as they are drawn."""

from __future__ import annotations

from rich.style import Style

from tui.browse.table.columns import USUAL, fit
from tui.browse.table.drawing import CURSOR, SELECTED, DrawnRow
from tui.browse.table.folding import Folds
from tui.browse.table.heading import MARGIN
from tui.browse.table.paged_rows import Absent

WIDTH = 40


def absent(why: Absent) -> DrawnRow:
    return DrawnRow(why, lambda *_: Style(), Folds(), "", WIDTH)


def test_a_claim_that_is_not_here_has_its_place_and_says_why() -> None:
    fitted = fit(WIDTH - MARGIN, USUAL, MARGIN)
    loading = absent(Absent.LOADING).first_line(fitted, cursor=True, selected=True)
    assert loading.text == f"{CURSOR}{SELECTED}  …".ljust(WIDTH)
    gone = absent(Absent.GONE).first_line(fitted, cursor=False, selected=False)
    assert gone.text == "    no longer in the database".ljust(WIDTH)


def test_its_further_lines_are_empty() -> None:
    assert absent(Absent.LOADING).further_line(1, 1).text == " " * WIDTH
