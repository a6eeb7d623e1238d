"""Layouts of columns, as they are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.browse.table.column_layout import KEYS, ColumnLayout, LayoutMemory


def test_a_layout_is_kept_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "state" / "columns.json"
    assert LayoutMemory(file).layout == ColumnLayout()
    LayoutMemory(file).keep(ColumnLayout().toggled("date"))
    assert "date" in LayoutMemory(file).layout.hidden
    file.write_text("{broken", encoding="utf-8")
    assert LayoutMemory(file).layout == ColumnLayout()


def test_a_layout_kept_before_has_columns_by_the_names_they_had() -> None:
    layout = ColumnLayout().resized("affiliation", 25).frozen_toggled("affiliation")
    layout = layout.moved("affiliation", -2).toggled("affiliation")
    before = (layout.to_json() or "").replace('"affiliation"', '"post"')
    assert ColumnLayout.from_json(before) == layout


LAYOUTS = st.builds(
    ColumnLayout,
    order=st.permutations(KEYS).map(tuple),
    hidden=st.frozensets(st.sampled_from(KEYS), max_size=len(KEYS) - 1),
    widths=st.dictionaries(st.sampled_from(KEYS), st.integers(3, 200)),
    frozen=st.frozensets(st.sampled_from(KEYS)),
)


@given(LAYOUTS)
def test_every_layout_comes_back_from_its_text(layout: ColumnLayout) -> None:
    assert ColumnLayout.from_json(layout.to_json()) == layout


@given(st.text() | st.sampled_from(['{"order": 3}', '{"order": [], "hidden": {}}', "[]", "null"]))
def test_any_text_makes_a_layout_that_shows_something(text: str) -> None:
    assert ColumnLayout.from_json(text).shown


@pytest.mark.parametrize(
    ("kept", "lines"), [('"one_line": true', 1), ('"one_line": false', 2), ('"lines": 9', 2)]
)
def test_lines_kept_before_or_out_of_reason(kept: str, lines: int) -> None:
    text = f'{{"order": ["date"], "hidden": [], "widths": {{}}, "frozen": [], {kept}}}'
    assert ColumnLayout.from_json(text).lines == lines


def test_a_column_passes_its_neighbour_among_those_that_are_shown() -> None:
    usual = ColumnLayout()
    first, second, third, *_ = (column.key for column in usual.shown)

    def begin(layout: ColumnLayout) -> list[str]:
        return [column.key for column in layout.shown][:3]

    assert begin(usual.moved_shown(first, 1)) == [second, first, third]
    assert usual.moved_shown(first, -1) == usual
    frozen = usual.frozen_toggled(first)
    assert frozen.moved_shown(second, -1) == frozen, "nothing passes what is frozen"
