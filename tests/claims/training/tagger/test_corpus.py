"""What the network learns from."""

from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np

from claims.tagger.encoding import load_tokenizer
from claims.tagger.weights import SHIPPED
from claims.training.tagger.corpus import lessons
from claims.training.tagger.labels import IGNORED

TOKENIZER = load_tokenizer(SHIPPED)


def folder_with(path: Path, text: str) -> Path:
    (path / "text").mkdir()
    (path / "text" / "a.txt").write_text(text, encoding="utf-8")
    return path


def test_what_nobody_marked_asks_for_nothing(tmp_path: Path) -> None:
    [lesson] = lessons(folder_with(tmp_path, "The dam held.\n"), TOKENIZER)
    assert set(lesson.labels.tags) == {IGNORED}
    assert (lesson.entities, lesson.soft, lesson.british) == (None, None, None)


def test_quotations_are_learned_with_british_marks_as_well(tmp_path: Path) -> None:
    [lesson] = lessons(folder_with(tmp_path, "“No,” she said.\n"), TOKENIZER)
    assert lesson.british is not None
    assert lesson.british.text.startswith("‘No,’")
    assert list(lesson.british.offsets) == list(lesson.pieces.offsets)


def test_what_a_teacher_cut_otherwise_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "soft.npz"
    with zipfile.ZipFile(file, "w") as archive, archive.open("a.txt/offsets.npy", "w") as out:
        np.lib.format.write_array(out, np.zeros((1, 2)))
    [lesson] = lessons(folder_with(tmp_path, "The dam held.\n"), TOKENIZER, soft=[file])
    assert lesson.soft is None
