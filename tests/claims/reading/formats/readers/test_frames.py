"""What Zstandard packed, unpacked."""

from __future__ import annotations

import io
import random

import pytest
import zstandard

from claims.reading.formats.readers.frames import Frames

BYTES = random.Random(7).randbytes(300_000) + b"a" * 3_000_000
PACKED = zstandard.compress(BYTES)
SKIPPED = b"\x50\x2a\x4d\x18\x04\0\0\0note"
"""A frame that holds a note of whoever packed."""


def unpacked(packed: bytes) -> bytes:
    return io.BufferedReader(Frames(io.BytesIO(packed))).read()


def test_all_frames_are_one_file() -> None:
    packed = PACKED + zstandard.compress(b"") + SKIPPED + zstandard.compress(b"the end")
    same = unpacked(packed) == BYTES + b"the end"
    assert same
    assert unpacked(b"") == b""


@pytest.mark.parametrize("size", [3, 10, 1024, len(PACKED) // 2, len(PACKED) - 1])
def test_a_file_that_was_cut_off_is_none(size: int) -> None:
    with pytest.raises(EOFError, match="it ends too early"):
        unpacked(PACKED[:size])


def test_what_is_no_frame_is_damage() -> None:
    with pytest.raises(zstandard.ZstdError):
        unpacked(PACKED + b"and more")
