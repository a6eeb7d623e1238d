"""Text in so many cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.widgets.lines.cells import in_cells


@given(st.text(), st.integers(1, 30))
def test_any_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(in_cells(text, width)) == width


@pytest.mark.parametrize(
    ("text", "shown"),
    [("short", "short"), ("rather long", "rather…"), ("a\nb", "a b"), ("港口很大很深", "港口很…")],
)
def test_what_is_cut_ends_in_an_ellipsis(text: str, shown: str) -> None:
    assert in_cells(text, 8).rstrip() == shown.rstrip()
