"""Where big files are cut, and that nothing of them is lost or read twice."""

from __future__ import annotations

import gzip
import io
import json
from itertools import pairwise
from pathlib import Path

import pytest

from claims.reading.stream_slice import Boundary, line_from, record_from, slice_of

LINES = b"".join(
    json.dumps({"id": number, "text": "rain " * (number % 7)}).encode() + b"\n"
    for number in range(40)
)


def record(number: int) -> bytes:
    page = b"<p>WARC/1.0 is the name of a format.</p>\r\n" * (number % 5)
    head = f"WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: {len(page)}\r\n\r\n".encode()
    return head + page + b"\r\n\r\n"


RECORDS = [record(number) for number in range(12)]
PLAIN = b"".join(RECORDS)
PACKED = b"".join(map(gzip.compress, RECORDS))


@pytest.mark.parametrize(
    ("data", "boundary", "starts"),
    [(LINES, line_from, b'{"id"'), (PLAIN, record_from, b"WARC/"), (PACKED, record_from, b"\x1f")],
    ids=["lines", "records", "packed records"],
)
def test_the_stretches_of_a_file_are_whole_records_and_all_of_it(
    data: bytes, boundary: Boundary, starts: bytes
) -> None:
    for step in (1, 7, 100, 10_000):
        cuts = [boundary(io.BytesIO(data), at, len(data)) for at in range(0, len(data), step)]
        cuts.append(boundary(io.BytesIO(data), len(data), len(data)))
        assert cuts == sorted(cuts)
        parts = [slice_of(io.BytesIO(data), begin, end).read() for begin, end in pairwise(cuts)]
        assert b"".join(parts) == data
        assert all(part.startswith(starts) for part in parts if part)


def test_a_record_that_is_longer_than_what_is_looked_at_at_once_is_passed() -> None:
    long = b"{" + b"x" * 200_000 + b"}\n"
    assert line_from(io.BytesIO(long + LINES), 5, len(long + LINES)) == len(long)
    assert line_from(io.BytesIO(long[:-1]), 5, len(long) - 1) == len(long) - 1
    page = b"\x1f\x8b\x08 no member, \r\n\r\nWARC is a word" * 5_000
    first = gzip.compress(RECORDS[0][:-4] + page, compresslevel=0)
    data = first + PACKED
    assert record_from(io.BytesIO(data), 1, len(data)) == len(first)


def test_a_window_is_a_file_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    path.write_bytes(b"one\ntwo\nthree\n")
    with path.open("rb") as stream, slice_of(stream, 4, 8) as two:
        assert two.read() == b"two\n"
        assert two.seek(-3, io.SEEK_END) == 1
        assert two.read(2) == b"wo"
        assert two.tell() == 3
        assert two.seek(0) == 0
        assert two.readline() == b"two\n"
        assert two.read() == b""
