"""Bytes to text, strictly: nothing is replaced, a file that does not decode is refused."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Final

from claims.reading.text.errors import ReadingError

BOM: Final = "\ufeff"

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"bplist", "a property list or web archive"),
    (b"\x7fELF", "a program"),
)
_WIDE_BOMS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Tab, line feed, vertical tab, form feed, carriage return and escape occur in texts.
_CONTROLS: Final = bytes(sorted({*range(32), 127} - {9, 10, 11, 12, 13, 27}))
_CONTROL_SHARE: Final = 0.01

_META_CHARSET: Final = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_XML_ENCODING: Final = re.compile(
    rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATION_BYTES: Final = 8192

# What browsers take these labels for (WHATWG Encoding Standard).
_LABELS: Final = {
    "ascii": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso-8859-1": "windows-1252",
    "iso-8859-9": "windows-1254",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "latin1": "windows-1252",
    "shift_jis": "cp932",
    "tis-620": "windows-874",
    "us-ascii": "windows-1252",
    "utf8": "utf-8",
    # A page that could be read up to its declaration is not in a two-byte encoding.
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf-16be": "utf-8",
    "x-sjis": "cp932",
}


def check_not_binary(path: Path, data: bytes) -> None:
    """Refuse bytes that are no text.

    Raises:
        ReadingError: If they start like a known binary format, hold a NUL byte or many control
            characters.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(path, f"it is {name}, not text")
    for bom, name in _WIDE_BOMS:
        if data.startswith(bom):
            raise ReadingError(path, f"it is in {name.upper()}, not UTF-8")
    if b"\0" in data:
        raise ReadingError(path, "it is a binary file (it holds NUL bytes), not text")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(data):
        raise ReadingError(path, "it is a binary file (it is full of control characters), not text")


def decode_text(path: Path, data: bytes) -> tuple[str, str]:
    """Decode a text file as UTF-8, newlines and a leading byte order mark kept.

    The mark stays in the text because offsets point into the file decoded as plain UTF-8.

    Returns:
        The text, and "utf-8" or "utf-8-sig" (a byte order mark was there).

    Raises:
        ReadingError: If the bytes are not UTF-8.
    """
    text = _decode(path, data, "utf-8")
    return text, "utf-8-sig" if text.startswith(BOM) else "utf-8"


def decode_html(path: Path, data: bytes) -> tuple[str, str]:
    """Decode a page by its byte order mark, its declared encoding, else as UTF-8.

    Returns:
        The markup without byte order mark, and the encoding's name.

    Raises:
        ReadingError: If the bytes are binary, or not in the encoding that the page declares.
    """
    for bom, name in _WIDE_BOMS:
        if data.startswith(bom):
            return _decode(path, data, name), name
    check_not_binary(path, data)
    if data.startswith(codecs.BOM_UTF8):
        return _decode(path, data, "utf-8-sig"), "utf-8-sig"
    declared = _declared_encoding(path, data)
    if declared != "utf-8" and _is_utf8_beyond_ascii(data):
        # Saved by a tool that re-encoded the page and left its declaration as it was; text in
        # another encoding is valid UTF-8 beyond ASCII only by an unlikely chance.
        declared = "utf-8"
    return _decode(path, data, declared), declared


def _declared_encoding(path: Path, data: bytes) -> str:
    """The encoding a page declares near its start, as Python knows it; "utf-8" if none."""
    head = _COMMENT.sub(b"", data[:_DECLARATION_BYTES])
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    if match is None:
        return "utf-8"
    label = match[1].decode("ascii", "replace").lower()
    label = _LABELS.get(label, label)
    try:
        info = codecs.lookup(label)
        "".encode(label)  # refuses codecs that are no text encodings, such as "hex"
    except LookupError as error:
        raise ReadingError(path, f'it declares an unknown encoding, "{label}"') from error
    return info.name


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    if data.isascii():
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode(path: Path, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1} does not fit"
        raise ReadingError(path, f"it is not {encoding.upper()} text ({where})") from error
    except UnicodeError as error:
        raise ReadingError(path, f"it is not {encoding.upper()} text ({error})") from error
