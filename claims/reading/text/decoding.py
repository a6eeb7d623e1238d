"""Bytes to text, as browsers do: by byte order mark, declaration, guess, else Windows-1252."""

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
_STRAY_SHARE: Final = 0.001

_META_CHARSET: Final = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_XML_ENCODING: Final = re.compile(
    rb"^\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE
)
_COMMENT: Final = re.compile(rb"<!--.*?-->", re.DOTALL)
_DECLARATION_BYTES: Final = 8192

_USUAL: Final = "cp1252"
"""What browsers take a text for that neither declares its encoding nor is UTF-8."""
_TWO_BYTES: Final = ("utf-16le", "utf-16be")
_WIDE: Final = ("utf-16", "utf-32")
# Where Python's codec of a label knows fewer characters than browsers do.
_WIDER: Final = {"euc-kr": "cp949", "gbk": "gb18030", "shift_jis": "cp932"}
# A few letters beyond ASCII tell too little to guess by.
_GUESSED_FROM: Final = 0.08
_GUESSED_BYTES: Final = 100_000
# Of the encodings that browsers know those that texts are still found in.
_OF_THE_WEB: Final = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "koi8_r", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
_NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")


def check_not_binary(path: Path, data: bytes) -> None:
    """Refuse bytes that are no text.

    Raises:
        ReadingError: If they start like a known binary format, hold a NUL byte or many control
            characters.
    """
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ReadingError(path, f"it is {name}, not text")
    if b"\0" in data:
        raise ReadingError(path, "it is a binary file (it holds NUL bytes), not text")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _CONTROL_SHARE * len(data):
        raise ReadingError(path, "it is a binary file (it is full of control characters), not text")


def decode_text(path: Path, data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """Decode a text file, newlines and the byte order mark of UTF-8 kept.

    That mark stays in the text because offsets point into the file decoded as plain UTF-8.

    Args:
        path: The file, for errors.
        encoding: What it is to be read as, by any name that `named_codec` knows; None to find out.

    Returns:
        The text, and the encoding's name; "utf-8-sig" where a byte order mark was there.

    Raises:
        ReadingError: If the bytes are no text, or not in the encoding given.
    """
    if encoding is not None:
        name = given_codec(path, encoding)
        text = _decode(path, data, name)
        return text.removeprefix(BOM) if name.startswith(_WIDE) else text, encoding
    if wide := wide_encoding(data):
        text = _decode(path, data, wide)
        if "\0" in text:
            raise ReadingError(path, "it is a binary file (it holds NUL bytes), not text")
        return text.removeprefix(BOM), wide
    check_not_binary(path, data)
    name = guess(data)
    text = _decode(path, data, name, lenient=True)
    return text, "utf-8-sig" if text.startswith(BOM) else name


def decode_html(
    path: Path, data: bytes, encoding: str | None = None, declared: str | None = None
) -> tuple[str, str]:
    """Decode a page as browsers do: by its byte order mark, what is declared, else by a guess.

    Args:
        path: The file, for errors.
        encoding: What it is to be read as; None to find out.
        declared: What it was sent as, if that is known.

    Returns:
        The markup without byte order mark, and the encoding's name.

    Raises:
        ReadingError: If the bytes are binary, or declare an encoding that nobody knows.
    """
    if encoding is not None:
        return _decode(path, data, given_codec(path, encoding)).removeprefix(BOM), encoding
    if wide := wide_encoding(data):
        return _decode(path, data, wide).removeprefix(BOM), wide
    if data.count(0) < _STRAY_SHARE * len(data):
        # Browsers pass over a NUL byte in a page.
        data = data.replace(b"\0", b"")
    check_not_binary(path, data)
    if data.startswith(codecs.BOM_UTF8):
        return _decode(path, data, "utf-8-sig", lenient=True), "utf-8-sig"
    label = declared or _declared_encoding(data)
    # A tool that saved a page may have re-encoded it and left its declaration as it was; text in
    # another encoding is valid UTF-8 beyond ASCII only by an unlikely chance.
    name = "utf-8" if label is None or _is_utf8_beyond_ascii(data) else codec_of(path, label)
    if name == "utf-8":
        name = guess(data)
    return _decode(path, data, name, lenient=True), name


def codec_of(path: Path, label: str) -> str:
    """The name under which Python knows an encoding that browsers know by a declared label.

    Raises:
        ReadingError: Nobody knows it.
    """
    # Imported late: only what declares an encoding needs the table of their names.
    import webencodings

    found = webencodings.lookup(label)
    if found is None:
        raise ReadingError(path, f'it declares an unknown encoding, "{label}"')
    if found.name in _TWO_BYTES:
        # A page that could be read up to its declaration is not in a two-byte encoding.
        return "utf-8"
    return _WIDER.get(found.name) or str(found.codec_info.name)


def given_codec(path: Path, label: str) -> str:
    """The name under which Python knows an encoding that a file is to be read as.

    Raises:
        ReadingError: Nobody knows it.
    """
    if (name := named_codec(label)) is None:
        raise ReadingError(path, f'it is to be read as an unknown encoding, "{label}"')
    return name


def named_codec(label: str) -> str | None:
    """The name under which Python knows an encoding that somebody calls as browsers or Python do.

    What both know is what browsers take it for: "latin-1" is Windows-1252. None if neither knows
    it, or if it turns no bytes into text.
    """
    # Imported late: as above.
    import webencodings

    own = _text_codec(label)
    found = webencodings.lookup(label) or webencodings.lookup(own or "")
    if found is None or (own is not None and found.name in _TWO_BYTES):
        return own
    return _WIDER.get(found.name) or _text_codec(str(found.codec_info.name)) or own


def _text_codec(name: str) -> str | None:
    try:
        # Python has codecs of bytes as well, and one that refuses everything.
        "a".encode(name)
        return codecs.lookup(name).name
    except (LookupError, ValueError):
        return None


def guess(data: bytes) -> str:
    """The encoding of a text that does not tell it, as Python knows it.

    A text with a few bytes that are not UTF-8 among many that are is UTF-8 and damaged.
    """
    if _is_utf8(data):
        return "utf-8"
    others = len(_NOT_ASCII.findall(data))
    in_sequences = sum(len(one) for one in _SEQUENCE.findall(data))
    if 2 * in_sequences > others:
        return "utf-8"
    if others < _GUESSED_FROM * len(data):
        return _USUAL
    # Imported late: hardly a text needs it.
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_BYTES], cp_isolation=[*_OF_THE_WEB]).best()
    return _USUAL if best is None else str(best.encoding)


def wide_encoding(data: bytes) -> str | None:
    """The name of an encoding of two or four bytes a character, None if it is none of these.

    Without a byte order mark every other byte of a Western text is NUL.
    """
    for bom, name in _WIDE_BOMS:
        if data.startswith(bom):
            return name
    head = data[:_DECLARATION_BYTES]
    if b"\0" not in head:
        return None
    for name, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if len(high) > 8 and high.count(0) > 0.6 * len(high) and not low.count(0):
            return name
    return None


def as_utf8(head: bytes) -> bytes:
    """The first bytes of a text in UTF-8, if a character has two or four bytes; else as given."""
    name = wide_encoding(head)
    return head if name is None else head.decode(name, "ignore").removeprefix(BOM).encode()


def _declared_encoding(data: bytes) -> str | None:
    """The encoding a page declares near its start; None if it declares none."""
    head = _COMMENT.sub(b"", data[:_DECLARATION_BYTES])
    match = _XML_ENCODING.search(head) or _META_CHARSET.search(head)
    return match[1].decode("ascii", "replace").lower() if match else None


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    return not data.isascii() and _is_utf8(data)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decode(path: Path, data: bytes, encoding: str, *, lenient: bool = False) -> str:
    """The text of bytes; what does not fit is an error, or U+FFFD as in a browser."""
    try:
        return data.decode(encoding, "replace" if lenient else "strict")
    except UnicodeDecodeError as error:
        where = f"byte {error.start + 1} does not fit"
        raise ReadingError(path, f"it is not {encoding.upper()} text ({where})") from error
    except UnicodeError as error:
        raise ReadingError(path, f"it is not {encoding.upper()} text ({error})") from error
