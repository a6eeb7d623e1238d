"""What a file is by its first bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claims.reading.formats.sniffing import kind_of
from tests.claims.reading.formats.samples import BODY, FILES, article, articles, written, zipped

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


def test_a_page_saved_as_text_is_a_page(tmp_path: Path) -> None:
    page = "<!DOCTYPE html><html><body>" + "".join(f"<p>{one}</p>" for one in BODY)
    found = article(written(tmp_path, "a.txt", page))
    assert found.format == "HTML"
    assert "<p>" not in found.text


def test_json_is_told_by_how_it_begins_whatever_it_is_called(tmp_path: Path) -> None:
    row = json.dumps({"title": "Ferry vote put off", "text": "\n\n".join(BODY)})
    listed = articles(written(tmp_path, "list.jsonl", f"[{row},\n{row}]"))
    assert [one.format for one in listed] == ["JSON", "JSON"]
    in_lines = articles(written(tmp_path, "lines.json", f"{row}\n{row}\n"))
    assert [one.format for one in in_lines] == ["JSON lines", "JSON lines"]
