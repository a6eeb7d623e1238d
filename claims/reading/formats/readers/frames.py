"""What Zstandard packed, unpacked to its end: a file that was cut off is none."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO, Final

import zstandard

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_STEP: Final = 1024
"""Packed bytes at a time, of which each four may be 128 KB."""
_LARGEST_WINDOW: Final = 1 << 27


class Frames(io.RawIOBase):
    """The bytes of all frames of a stream.

    The library's own reader takes a frame without its end for a whole one.

    Args:
        stream: What is packed, from its start.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        self._frame = self._unpacker.decompressobj()
        self._begun = False
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """That it can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Unpack the next bytes.

        Raises:
            EOFError: The stream ends within a frame.
            ZstdError: It is damaged.
        """
        while not self._ready and (packed := self._next()):
            self._ready = memoryview(self._frame.decompress(packed))
            self._begun = True
        wanted = memoryview(buffer).cast("B")
        size = min(len(wanted), len(self._ready))
        wanted[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _next(self) -> bytes:
        """The next packed bytes; none at the end."""
        left = b""
        if self._frame.eof:
            left = self._frame.unused_data
            self._frame, self._begun = self._unpacker.decompressobj(), False
        packed = left or self._stream.read(_STEP)
        if not packed and self._begun:
            raise EOFError("it ends too early")
        return packed
