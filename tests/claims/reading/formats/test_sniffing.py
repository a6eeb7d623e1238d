"""What a file is by its first bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading.formats.sniffing import kind_of
from tests.claims.reading.formats.samples import BODY, FILES, article, written, zipped

MAIL = b"From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMessage-ID: <1>\r\n\r\nText"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7", "PDF"),
        (b"WARC/1.0\r\n", "WARC"),
        (b"\xef\xbb\xbf \n<!DOCTYPE html><html>", "HTML"),
        (MAIL, "e-mail"),
        (b"From a@b.example Wed May  3\nSubject: x\n", "mailbox"),
        (zipped({"a.txt": "x"}), "ZIP"),
        (b"PAR1", "Parquet"),
        (b"Subject: a letter that tells of itself\n\nNo mail", None),
        (b"Only words", None),
        (b"", None),
    ],
)
def test_first_bytes_tell_the_format(head: bytes, kind: str | None) -> None:
    assert kind_of(head) == kind


def test_a_file_without_an_ending_is_read_by_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, "download", (FILES / "columns.pdf").read_bytes())
    assert article(path).format == "PDF"


def test_a_text_with_a_line_like_a_header_stays_a_text(tmp_path: Path) -> None:
    text = "From: the quay\n\n" + "\n\n".join(BODY)
    assert article(written(tmp_path, "a.txt", text)).text == text
