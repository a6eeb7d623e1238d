"""Files read in pieces: what comes out is what reading them in one go gives."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claims.reading import Options, ReadingError, read_articles
from claims.reading.formats.readers import rows
from claims.reading.formats.source import Outcome
from claims.reading.locations import Location
from claims.reading.pieces import End, NamedOutcome, ReadPiece, joined, pieces_of, read_piece

WORDS = "The ferry to the islands stopped on Monday. “It leaks,” said the harbor master, Ana Ruiz. "
PAGE = f"<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>{WORDS * 6}</p>"


def lines(count: int = 30) -> bytes:
    """Records with addresses that come twice, without any, without a text, and what is none."""
    found = []
    for number in range(count):
        record: dict[str, object] = {"text": f"{number}. {WORDS}", "title": f"Ferry {number}"}
        match number % 6:
            case 1:
                record["url"] = "https://news.example/ferry"
            case 2:
                record["id"] = number // 12
            case 3:
                record["text"] = " "
            case 4:
                del record["text"]
        found.append(json.dumps(record))
        if number % 6 == 5:
            found += ["", "{no JSON", "[1]"]
    return "\n".join(found).encode()


def web_archive(*, packed: bool) -> bytes:
    """Pages, two of one address, among them a picture and a page without an article."""
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=packed)
    for number in range(8):
        body = PAGE.replace("Monday", f"day {number}") if number != 3 else "<html></html>"
        kind = "image/png" if number == 5 else "text/html; charset=utf-8"
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            f"https://news.example/{number // 2}",
            "response",
            payload=io.BytesIO(body.encode()),
            http_headers=headers,
        )
        writer.write_record(record)
    return stream.getvalue()


def read(location: Location, size: int, options: Options | None = None) -> list[Outcome]:
    return list(
        joined(location, [all_of(one) for one in told_of(location, size, options or Options())])
    )


def told_of(
    location: Location, size: int, options: Options
) -> list[list[NamedOutcome | End | ReadingError]]:
    found = []
    for piece in pieces_of(location, size):
        told: list[NamedOutcome | End | ReadingError] = []
        try:
            told += read_piece(piece, options)
        except ReadingError as error:
            told.append(error)
        found.append(told)
    return found


def all_of(told: list[NamedOutcome | End | ReadingError]) -> ReadPiece:
    found = [one for one in told if isinstance(one, NamedOutcome)]
    if isinstance(told[-1], End):
        return found, told[-1]
    assert isinstance(told[-1], ReadingError)
    return [*found, NamedOutcome(told[-1])], End()


def whole(path: Path, options: Options | None = None) -> list[Outcome]:
    found: list[Outcome] = []
    try:
        for one in read_articles(path, options or Options()):
            found.append(one)
    except ReadingError as error:
        found.append(error)
    return found


def same(one: list[Outcome], other: list[Outcome]) -> bool:
    return list(map(plain, one)) == list(map(plain, other))


def plain(outcome: Outcome) -> object:
    return str(outcome) if isinstance(outcome, ReadingError) else outcome


@pytest.mark.parametrize("size", [50, 700, 2_000, 10_000_000])
@pytest.mark.parametrize("name", ["feed.jsonl", "pages.warc", "pages.warc.gz"])
def test_pieces_of_any_size_hold_what_the_file_does(tmp_path: Path, name: str, size: int) -> None:
    path = tmp_path / name
    path.write_bytes(lines() if name == "feed.jsonl" else web_archive(packed=name.endswith("gz")))
    expected = whole(path)
    assert len({one.path for one in expected}) >= 7
    assert len(list(pieces_of(path, size))) > 1 or size == 10_000_000
    assert same(read(path, size), expected)


def test_a_field_may_be_told_that_only_a_later_piece_has(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines())
    for column in ("id", "number"):
        options = Options(columns={"url": column})
        expected = whole(path, options)
        assert ("no column 'number'" in str(expected[0])) == (column == "number")
        assert same(read(path, 50, options), expected)


def test_a_file_that_cannot_be_cut_is_one_piece(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl.gz"
    path.write_bytes(gzip.compress(lines()))
    [piece] = pieces_of(path, 50)
    assert piece.whole
    assert same(read(path, 50), whole(path))


def test_what_ends_the_reading_of_a_file_ends_it_in_pieces_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(b'{"words": "no text"}\n' + lines())
    assert same(read(path, 300), whole(path))
    monkeypatch.setattr(rows, "LIMIT", 1_000)
    path.write_bytes(lines(4) + b"\n" + b"x" * 1_000 + b"\n" + lines(4))
    assert "too long" in str(whole(path)[-1])
    assert same(read(path, 300), whole(path))
    cut = tmp_path / "cut.warc"
    cut.write_bytes(web_archive(packed=False).replace(b"WARC/1.0\r\n", b"WARC/x\r\n", 5)[:-1])
    assert same(read(cut, 2_000), whole(cut))


def test_a_file_at_a_url_is_named_by_it(tmp_path: Path) -> None:
    path = tmp_path / "feed.jsonl"
    path.write_bytes(lines())
    url = f"file://{path}"
    expected = whole(path)
    for size in (300, 10_000_000):
        found = read(url, size)
        assert [one.path for one in found] == [f"file://{one.path}" for one in expected]
        told = [one.reason for one in found if isinstance(one, ReadingError)]
        assert told == [one.reason for one in expected if isinstance(one, ReadingError)]


def test_any_store_that_fsspec_knows_will_do() -> None:
    import fsspec

    with fsspec.open("memory://desk/ferry.jsonl", "wb") as file:
        file.write(lines())
    found = read("memory://desk/ferry.jsonl", 300)
    assert [one.path for one in found][:3] == [
        "memory://desk/ferry.jsonl#1",
        "memory://desk/ferry.jsonl#news.example/ferry",
        "memory://desk/ferry.jsonl#3",
    ]


def test_a_missing_file_has_no_pieces(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="no such file or folder"):
        list(pieces_of(tmp_path / "none.jsonl"))


def test_a_file_of_wide_characters_is_not_cut(tmp_path: Path) -> None:
    rows = "".join('{"title": "Ice", "text": "The harbour froze."}\n' for _ in range(9))
    path = tmp_path / "wide.jsonl"
    path.write_bytes(rows.encode("utf-16"))
    [piece] = pieces_of(path, 500)
    assert piece.whole
