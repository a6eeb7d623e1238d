"""The one error that reading raises is one line that can be printed."""

from __future__ import annotations

import os
import pickle

from claims.reading.text.errors import ReadingError, printable


def test_it_is_one_line_whatever_the_reason_and_the_name() -> None:
    error = ReadingError("a\nb.txt", "it is\n no text")
    assert str(error) == "a b.txt: it is no text"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def test_bytes_of_a_name_that_are_no_utf8_are_escaped() -> None:
    assert printable(os.fsdecode(b"caf\xe9.txt")) == "caf\\xe9.txt"
