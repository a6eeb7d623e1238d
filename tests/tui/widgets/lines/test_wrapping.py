from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.text.safe_text import safe_block
from tui.widgets.lines.wrapping import wrap

TEXT = st.text(alphabet=st.characters(), max_size=200).map(safe_block)
WIDTH = st.integers(min_value=2, max_value=30)


@given(TEXT, WIDTH)
def test_every_visible_character_is_on_exactly_one_line(text: str, width: int) -> None:
    lines = wrap(text, width)
    shown = "".join(text[start:end] for start, end in lines)
    assert "".join(shown.split()) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(lines))


@given(TEXT, WIDTH)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(text[start:end]) <= width for start, end in wrap(text, width))


def test_words_stay_whole_where_they_fit() -> None:
    text = "Beijing needs the gas\nmore slowly"
    assert [text[a:b] for a, b in wrap(text, 11)] == ["Beijing", "needs the", "gas", "more slowly"]


def test_a_word_without_end_is_folded() -> None:
    assert wrap("a" * 10_000, 40) == [(at, at + 40) for at in range(0, 10_000, 40)]


def test_wide_characters_count_twice() -> None:
    assert wrap("北京的学者说", 4) == [(0, 2), (2, 4), (4, 6)]


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 10) == [(0, 0)]
