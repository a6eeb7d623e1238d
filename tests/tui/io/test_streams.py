"""Data goes to files as it is, and to a terminal so that nothing in it is obeyed."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tui.io.test_tables import OBEYED, Screen
from tui.io.streams import data_output, one_line

HOSTILE = "a\x1b[31m\u202eb\r\nc\x9b\ud800\n"


def written(text: str, out: io.TextIOBase) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", out)
        target = data_output()
        target.write(text)
        target.flush()


def test_a_terminal_gets_nothing_to_obey() -> None:
    screen = Screen()
    written(HOSTILE, screen)
    assert screen.getvalue() == "a␛[31m\ufffdb\nc\ufffd\ufffd\n"


def test_a_pipe_gets_utf8_with_newlines_as_they_are() -> None:
    pipe = io.BytesIO()
    out = io.TextIOWrapper(pipe, encoding="latin-1", newline="\r\n")
    written(HOSTILE, out)
    expected = "a\x1b[31m\u202eb\r\nc\x9b\\ud800\n"
    assert pipe.getvalue() == expected.encode()


@given(st.text(st.characters(exclude_categories=())))
def test_a_message_is_one_line(text: str) -> None:
    line = one_line(text)
    assert not OBEYED.search(line)
    assert "\n" not in line
    assert one_line(line) == line
