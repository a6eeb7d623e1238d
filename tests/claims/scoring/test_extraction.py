"""Claims that are found on the spot in the articles of a gold folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scoring.extraction import extract_claims
from claims.scoring.files.errors import ScoringError
from tests.claims.scoring.sample import TEXT


def test_claims_are_found_by_file_name(folder: Path) -> None:
    (folder / "text" / "unmarked.txt").write_text(TEXT, encoding="utf-8")
    found = extract_claims(folder, jobs=1)
    assert list(found) == ["a.txt"], "an article without gold is left out"
    contents = [TEXT[one.content[0].start : one.content[0].end] for one in found["a.txt"]]
    assert contents == ["Gas will flow", "the price was low"]


def test_another_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScoringError, match="no folder named text"):
        extract_claims(tmp_path)
