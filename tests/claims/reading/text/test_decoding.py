"""Bytes to text as browsers do it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import ReadingError
from claims.reading.text.decoding import (
    as_utf8,
    codec_of,
    decode_html,
    decode_text,
    guess,
    named_codec,
)

PATH = Path("a")
ENGLISH = "The café of the “Old Quay” was closed – said Björn, who owns it. " * 8
RUSSIAN = "Совет города отложил голосование о новой паромной линии до осени, сообщил мэр. " * 8
JAPANESE = "市議会は月曜日、新しいフェリー航路に関する採決を秋まで延期した。市長が述べた。" * 8


@pytest.mark.parametrize(
    ("data", "text", "name"),
    [
        (ENGLISH.encode(), ENGLISH, "utf-8"),
        (b"\xef\xbb\xbfab", "\ufeffab", "utf-8-sig"),
        (ENGLISH.encode("cp1252"), ENGLISH, "cp1252"),
        (ENGLISH.encode("utf-16"), ENGLISH, "utf-16"),
        (ENGLISH.encode("utf-16-le"), ENGLISH, "utf-16-le"),
        (ENGLISH.encode("utf-16-be"), ENGLISH, "utf-16-be"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
    ],
    ids=["utf-8", "mark", "windows", "utf-16", "little", "big", "cyrillic"],
)
def test_a_text_is_read_as_it_was_written(data: bytes, text: str, name: str) -> None:
    assert decode_text(PATH, data) == (text, name)


def test_a_damaged_text_in_utf8_keeps_the_rest() -> None:
    data = ENGLISH.encode()[:40] + b"\xff" + ENGLISH.encode()[40:]
    assert guess(data) == "utf-8"
    assert decode_text(PATH, data)[0].replace("\ufffd", "") == ENGLISH


@pytest.mark.parametrize(
    ("markup", "encoding", "name"),
    [
        ('<meta charset="iso-8859-1">', "cp1252", "cp1252"),
        ('<meta charset="shift_jis">', "cp932", "cp932"),
        ('<meta charset="iso-8859-1">', "utf-8", "utf-8"),
        ("", "cp1252", "cp1252"),
    ],
)
def test_a_page_is_read_as_it_declares_unless_it_is_plainly_utf8(
    markup: str, encoding: str, name: str
) -> None:
    words = JAPANESE if encoding == "cp932" else ENGLISH
    page = f"<html>{markup}{words}"
    assert decode_html(PATH, page.encode(encoding)) == (page, name)


def test_what_it_was_sent_as_goes_before_what_it_declares() -> None:
    page = f'<meta charset="ascii">{JAPANESE}'
    assert decode_html(PATH, page.encode("cp932"), None, "shift_jis") == (page, "cp932")


def test_an_encoding_that_nobody_knows_is_named() -> None:
    with pytest.raises(ReadingError, match='it declares an unknown encoding, "rot13"'):
        codec_of(PATH, "rot13")


@pytest.mark.parametrize(
    ("called", "codec"),
    [
        ("windows-1252", "cp1252"),
        ("latin-1", "cp1252"),
        ("UTF-8-SIG", "utf-8-sig"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16be", "utf-16-be"),
        ("utf-16", "utf-16"),
        ("shift_jis", "cp932"),
        ("macroman", "mac-roman"),
        ("iso-2022-kr", "iso2022_kr"),
        ("klingon", None),
        ("hex", None),
        ("undefined", None),
        ("x-user-defined", None),
        ("", None),
        ("\0", None),
    ],
)
def test_an_encoding_may_be_called_as_browsers_or_python_do(called: str, codec: str | None) -> None:
    assert named_codec(called) == codec


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_what_is_said_to_be_of_wide_characters_has_no_mark_in_it(name: str) -> None:
    assert decode_text(PATH, f"\ufeff{ENGLISH}".encode(name), name) == (ENGLISH, name)
    assert decode_text(PATH, ENGLISH.encode(name), name) == (ENGLISH, name)
    assert decode_html(PATH, f"\ufeff{ENGLISH}".encode(name), name) == (ENGLISH, name)


def test_a_file_that_is_to_be_read_as_nobody_knows_what() -> None:
    with pytest.raises(ReadingError, match='it is to be read as an unknown encoding, "hex"'):
        decode_text(PATH, b"6162", "hex")


def test_first_bytes_are_looked_at_in_utf8() -> None:
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        head = "title;text and more".encode(encoding)
        assert as_utf8(head) == b"title;text and more"
    assert as_utf8(b"\xe9t\xe9") == b"\xe9t\xe9"


def test_a_page_may_have_a_stray_nul_byte() -> None:
    data = b"<p>The harbour froze.</p>" * 100
    assert decode_html(Path("a.html"), data[:700] + b"\0" + data[700:]) == (data.decode(), "utf-8")
    with pytest.raises(ReadingError, match="it is a binary file"):
        decode_html(Path("a.html"), data + b"\0\1\2" * 100)
