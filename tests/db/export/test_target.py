"""Exported files: whole under their name, or not there."""

from __future__ import annotations

import gc
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from db.connection.cancel import Cancel, Cancelled
from db.connection.engine import writing
from db.connection.errors import ArchiveError
from db.export import FORMATS, FORMS, ExportError, Options, export
from tests.db.export.exported import exported


@pytest.fixture
def shelf(library_file: Engine) -> Engine:
    """The library on trams, in a file."""
    return library_file


def test_a_file_is_utf_8_with_the_row_ends_of_csv(shelf: Engine, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"

    assert export(shelf, target, "csv", options=Options(excel=True)) == (10, 0)

    written = target.read_bytes()
    assert written.startswith(b"\xef\xbb\xbfclaim_id,")
    assert written.endswith(b"\r\n")
    assert "Nadège".encode() in written
    assert written[3:].decode() == exported(shelf)


@pytest.mark.parametrize("form", [form for form in FORMATS if not FORMS[form].binary])
def test_each_format_is_written_as_to_a_stream(shelf: Engine, tmp_path: Path, form: str) -> None:
    target = tmp_path / "claims.out"

    export(shelf, target, form)

    assert target.read_bytes().decode() == exported(shelf, form=form)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("form", FORMATS)
def test_of_a_full_disk_only_one_line_is_told(
    shelf: Engine, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    late: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", late.append)

    with pytest.raises(ExportError, match=r"^/dev/full: no space left on device$"):
        export(shelf, Path("/dev/full"), form)

    gc.collect()
    assert late == []


def test_what_a_file_was_stays_when_it_is_cancelled(shelf: Engine, tmp_path: Path) -> None:
    target = tmp_path / "out" / "claims.csv"
    target.parent.mkdir()
    target.write_text("before")

    cancel = Cancel()

    with pytest.raises(Cancelled):
        export(shelf, target, "csv", progress=lambda _done, _total: cancel.cancel(), cancel=cancel)

    assert target.read_text() == "before"
    assert os.listdir(target.parent) == ["claims.csv"]


def test_what_a_file_was_stays_when_the_database_fails(shelf: Engine, tmp_path: Path) -> None:
    target = tmp_path / "out" / "claims.csv"
    target.parent.mkdir()
    target.write_text("before")
    with writing(shelf) as connection:
        connection.execute(text("DROP TABLE affiliation"))

    with pytest.raises(ArchiveError):
        export(shelf, target, "csv")

    assert target.read_text() == "before"
    assert os.listdir(target.parent) == ["claims.csv"]


def test_a_new_file_has_the_usual_rights_and_a_replaced_one_keeps_its_own(
    shelf: Engine, tmp_path: Path
) -> None:
    usual, kept = tmp_path / "usual.txt", tmp_path / "kept.csv"
    usual.touch()
    kept.touch(mode=0o640)
    kept.chmod(0o640)

    export(shelf, tmp_path / "new.csv", "csv")
    export(shelf, kept, "csv")

    assert stat.S_IMODE((tmp_path / "new.csv").stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_a_link_keeps_pointing_to_the_file_that_is_written(shelf: Engine, tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("before")
    link.symlink_to(real)

    export(shelf, link, "csv")

    assert link.is_symlink()
    assert real.read_text().startswith("claim_id")


def test_a_device_is_written_to_and_not_replaced(shelf: Engine) -> None:
    before = os.stat(os.devnull)

    assert export(shelf, Path(os.devnull), "csv").claims == 10

    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)
    assert os.stat(os.devnull).st_rdev == before.st_rdev


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda folder: folder, "is a folder, not a file"),
        (lambda folder: folder / "none" / "claims.csv", "its folder does not exist"),
        (lambda folder: folder / ("long" * 100), "file name too long"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_in_one_line(
    shelf: Engine, tmp_path: Path, make: Callable[[Path], Path], reason: str
) -> None:
    target = make(tmp_path)

    with pytest.raises(ExportError) as caught:
        export(shelf, target, "csv")

    assert str(caught.value) == f"{target}: {reason}"


def test_a_full_disk_is_told_in_one_line(shelf: Engine) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")

    with pytest.raises(ExportError, match=r"^/dev/full: no space left on device$"):
        export(shelf, full, "csv")


def test_an_unknown_format_is_told(shelf: Engine, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="use one of csv, json, jsonl, xlsx"):
        export(shelf, tmp_path / "claims.xml", "xml")
    assert not (tmp_path / "claims.xml").exists()
