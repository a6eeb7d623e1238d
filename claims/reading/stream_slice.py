"""Stretches of a big file that are files of their own: from one record's start to another's."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

Boundary = Callable[[BinaryIO, int, int], int]
"""Where in a stream of a size the first record begins that does not begin before an offset."""

_CHUNK: Final = 1 << 16
_END_OF_RECORD: Final = b"\r\n\r\n"
_WARC: Final = b"WARC/"
_MEMBER: Final = b"\x1f\x8b\x08"
"""How a member of a gzip file begins; a WARC file has one for each record."""
_ENOUGH: Final = 512
"""Packed bytes that tell what a member holds."""


class StreamSlice(io.RawIOBase):
    """A stretch of a stream, as a stream.

    Args:
        stream: Which is closed with it.
        begin: Its first byte.
        end: The byte behind its last one.
    """

    def __init__(self, stream: BinaryIO, begin: int, end: int) -> None:
        self._stream = stream
        self._begin = begin
        self._size = max(0, end - begin)
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        self._stream.seek(self._begin + self._at)
        found = self._stream.read(min(len(view), max(0, self._size - self._at)))
        view[: len(found)] = found
        self._at += len(found)
        return len(found)

    def close(self) -> None:
        self._stream.close()
        super().close()


def slice_of(stream: BinaryIO, begin: int, end: int) -> BinaryIO:
    """A stretch of a stream, read in large pieces."""
    return io.BufferedReader(StreamSlice(stream, begin, end), 16 * _CHUNK)


def line_from(stream: BinaryIO, offset: int, size: int) -> int:
    """Where the first line begins that does not begin before an offset."""
    if offset <= 0:
        return 0
    at = offset - 1
    stream.seek(at)
    while chunk := stream.read(_CHUNK):
        found = chunk.find(b"\n")
        if found >= 0:
            return at + found + 1
        at += len(chunk)
    return size


def record_from(stream: BinaryIO, offset: int, size: int) -> int:
    """Where the first record of a WARC file begins that does not begin before an offset."""
    if offset <= 0:
        return 0
    stream.seek(0)
    packed = stream.read(len(_MEMBER)) == _MEMBER
    mark = _MEMBER if packed else _END_OF_RECORD + _WARC
    # Of what is not packed the mark begins with the end of the record before.
    lead = 0 if packed else len(_END_OF_RECORD)
    at = max(0, offset - lead)
    stream.seek(at)
    held = b""
    while chunk := stream.read(_CHUNK):
        held += chunk
        found = held.find(mark)
        while found >= 0:
            if not packed or _holds_record(stream, at + found):
                return at + found + lead
            found = held.find(mark, found + 1)
        kept = len(mark) - 1
        at += max(0, len(held) - kept)
        held = held[-kept:]
        stream.seek(at + len(held))
    return size


def _holds_record(stream: BinaryIO, at: int) -> bool:
    """Whether what is packed at a place begins as a record does."""
    stream.seek(at)
    try:
        head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(stream.read(_ENOUGH), 64)
    except zlib.error:
        return False
    return head.startswith(_WARC)
