"""JSON as an array or as lines."""

from __future__ import annotations

import io
import json

from sqlalchemy import Engine

from db.export.json_text import write_array, write_lines
from tests.db.export.exported import exported


def test_json_lines_are_the_same_objects_a_line_each(library: Engine) -> None:
    lines = exported(library, form="jsonl").splitlines()

    assert [json.loads(line) for line in lines] == json.loads(exported(library, form="json"))
    assert "Nadège Okafor" in "".join(lines)
    assert exported(library, "speaker:nobody", form="jsonl") == ""


RECORDS = ({"content": "“Ja”, 习", "negated": False}, {"content": "two\nlines", "negated": None})


def test_an_array_is_read_again_as_it_was_and_letters_stay() -> None:
    out = io.StringIO()
    write_array(iter(RECORDS), out)
    assert json.loads(out.getvalue()) == [*RECORDS]
    assert "“Ja”, 习" in out.getvalue()


def test_of_nothing_an_array_is_empty_and_there_are_no_lines() -> None:
    array, lines = io.StringIO(), io.StringIO()
    write_array((), array)
    write_lines((), lines)
    assert (json.loads(array.getvalue()), lines.getvalue()) == ([], "")
