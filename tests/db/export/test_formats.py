"""What a file's name says of its format."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.export import FORMATS, ExportError, format_of


@pytest.mark.parametrize("form", FORMATS)
def test_the_ending_of_a_name_is_its_format(form: str) -> None:
    assert format_of(f"claims.{form}") == form


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("claims.csv", "csv"),
        ("CLAIMS.JSON", "json"),
        ("claims.jsonl", "jsonl"),
        ("claims.ndjson", "jsonl"),
        ("claims.markdown", "md"),
        ("claims.htm", "html"),
        ("claims", "csv"),
        ("claims.2024", "csv"),
        ("claims.txt", "csv"),
    ],
)
def test_a_files_name_says_its_format(name: str, form: str) -> None:
    assert format_of(Path(name)) == form


def test_a_name_that_promises_another_format_is_refused() -> None:
    with pytest.raises(ExportError, match=r"claims\.ods: \.ods cannot be written; use \.csv, "):
        format_of(Path("claims.ods"))
