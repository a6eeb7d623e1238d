"""Training folders: gold ones, and ones whose articles nobody marked."""

from __future__ import annotations

from pathlib import Path

from claims.training.tagger.texts import Text, texts

STORY = "The mill is closing, the mayor said.\n"
MARKS = (
    "T1\tContent 0 19\tThe mill is closing\n"
    "T2\tCue 31 35\tsaid\n"
    "T3\tSource 21 30\tthe mayor\n"
    "E1\tContent:T1\n"
)


def folder_with(tmp_path: Path, *names: str) -> Path:
    (tmp_path / "text").mkdir()
    for name in names:
        (tmp_path / "text" / name).write_text(STORY, encoding="utf-8")
    return tmp_path


def test_without_annotations_every_text_counts_and_has_no_gold(tmp_path: Path) -> None:
    found = list(texts(folder_with(tmp_path, "b.txt", "a.txt", "notes.md")))
    assert [text.name for text in found] == ["a.txt", "b.txt"]
    assert found[0].read() == STORY
    assert found[0].gold() is None


def test_of_a_gold_folder_only_what_was_marked_counts(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "a.txt", "b.txt")
    (folder / "attributions").mkdir()
    annotation = folder / "attributions" / "b_reader.ann"
    annotation.write_text(MARKS, encoding="utf-8")
    assert list(texts(folder)) == [Text(folder / "text" / "b.txt", annotation)]
