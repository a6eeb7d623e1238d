"""Gold folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.scoring import ScoringError, gold_articles
from tests.claims.scoring.written import write


def test_the_first_annotator_counts_and_bare_articles_are_left_out(tmp_path: Path) -> None:
    for name in ("one.txt", "two.html", "bare.txt", "notes.md"):
        write(tmp_path / "text" / name, "text")
    for name in ("one_zoe", "one_amy", "two_amy", "notes_amy", "other_amy"):
        write(tmp_path / "attributions" / f"{name}.ann", "")
    found = [(article.name, article.annotation.name) for article in gold_articles(tmp_path)]
    assert found == [("one.txt", "one_amy.ann"), ("two.html", "two_amy.ann")]


def test_a_name_with_underscores_keeps_them(tmp_path: Path) -> None:
    write(tmp_path / "text" / "a_b.txt", "text")
    write(tmp_path / "text" / "a.txt", "text")
    write(tmp_path / "attributions" / "a_b_gold.ann", "")
    assert [article.name for article in gold_articles(tmp_path)] == ["a_b.txt"]


def test_a_folder_without_texts_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ScoringError, match="no folder named text"):
        list(gold_articles(tmp_path))
