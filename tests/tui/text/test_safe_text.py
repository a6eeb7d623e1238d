from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.safe_text import NO_WIDTH, UNSHOWABLE, safe_block, safe_line

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_offsets_still_fit(text: str) -> None:
    assert len(safe_block(text)) == len(safe_line(text)) == len(text)


@given(ANY_TEXT)
def test_a_terminal_finds_nothing_to_obey(text: str) -> None:
    for char in safe_line(text):
        assert char == NO_WIDTH or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(ANY_TEXT)
def test_making_safe_twice_changes_nothing_more(text: str) -> None:
    assert safe_block(safe_block(text)) == safe_block(text)


@pytest.mark.parametrize(
    "text",
    ["plain words", "“curly” – dashes…", "Пекин и Москва", "北京的学者", "🛢 and 🇷🇺", "[/red] [b"],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert safe_block(text) is text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("bell\x07", "bell␇"),
        ("a\u202eb", f"a{UNSHOWABLE}b"),
        ("soft\u00adhyphen", f"soft{NO_WIDTH}hyphen"),
        ("👨\u200d👩", f"👨{NO_WIDTH}👩"),
        ("two\twords\u00a0here", "two words here"),
        ("\ud800", UNSHOWABLE),
    ],
)
def test_what_is_shown_instead(text: str, shown: str) -> None:
    assert safe_line(text) == shown


def test_breaks_stay_in_blocks_and_become_spaces_in_lines() -> None:
    assert safe_block("one\ntwo\u2028three\r\n") == "one\ntwo\nthree \n"
    assert safe_line("one\ntwo\u2028three\r\n") == "one two three  "
