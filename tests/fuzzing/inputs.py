"""Files of each format that are changed at random, and texts of what readers stumble on."""

from __future__ import annotations

import bz2
import gzip
import io
import plistlib
import tarfile
import zipfile
from collections.abc import Callable
from typing import Final

import zstandard
from hypothesis import strategies as st

from tests.claims.reading.formats.readers.test_epub import book, chapter
from tests.claims.reading.formats.readers.test_office import docx, odt, word
from tests.claims.reading.formats.samples import BODY, FILES, TITLE, zipped

Change = tuple[str, int, int, bytes]
"""What is done, where, over how many bytes, and with what."""
Seed = tuple[str, bytes, Callable[[bytes], bytes]]
"""An ending, what is changed, and what makes a file of it."""

_PARTS: Final = (
    *(
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1b[2J",
        b"\xed\xa0\x80",
        b"\r",
        b"\n\n",
        b"\n---\n",
    ),
    *(b"<!--", b"]]>", b"</p>", b"<table><tr><td>", b"&#xD800;", b"&#0;", b"&amp;", b"<![CDATA["),
    *(b"<script type='application/ld+json'>", b'{"datePublished": 1e999}', b"<time datetime='"),
    *("“".encode(), "”".encode(), "‘".encode(), "\u2028".encode(), "\u202e".encode(), b'"', b"''"),
    *(b"\nFrom x y\nSubject: z\n", b"Content-Type: multipart/mixed; boundary=x\n", b"\n--x\n"),
    *(b"=?utf-8?b?w6k?=", b"Content-Transfer-Encoding: base64\n", b"charset=utf-7"),
    *(b'{"', b"[", b"]", b"null", b'"text":', b"1e400", b"99999999999999999999", b"-1"),
    *(b"0000-00-00", b"9999-99-99", b"2023-02-30", b"Content-Length: 99999999999\r\n"),
    *(b"[" * 3000, b"> " * 500, b"<div>" * 600, b"(" * 500, b"*_" * 500, b"\t" * 300, b"," * 3000),
)
_CHANGES: Final = st.lists(
    st.tuples(
        st.sampled_from(("put", "cut", "flip", "again")),
        st.integers(0, 60_000),
        st.integers(1, 400),
        st.sampled_from(_PARTS) | st.binary(max_size=6),
    ),
    max_size=7,
)

_PAGE: Final = (
    f"<!doctype html><html><head><title>{TITLE} - The Gazette</title>"
    "<meta property='article:published_time' content='2023-05-03T10:00:00Z'></head><body>"
    f"<nav><a href='/'>Home</a></nav><article><h1>{TITLE}</h1><p class='byline'>By Marit Solheim"
    f"</p><time datetime='2023-05-03'>May 3</time>{''.join(f'<p>{one}</p>' for one in BODY)}"
    "</article></body></html>"
)
_TEXT: Final = "\n\n".join((TITLE, "By Marit Solheim", "May 3, 2023", *BODY))
_MARKDOWN: Final = f"---\ntitle: {TITLE}\ndate: 2023-05-03\n---\n\n# {TITLE}\n\n" + "\n\n".join(
    (*BODY, "- one\n- [two](x)\n", "| a | b |\n|---|---|\n| 1 | 2 |", "> quoted\n> more")
)
_HEADERS: Final = (
    "From: Marit Solheim <m@gazette.example>\nTo: d@x.example\nSubject: =?utf-8?q?Ferry_vote?=\n"
    "Date: Wed, 3 May 2023 10:00:00 +0200\nMessage-ID: <1@x>\nMIME-Version: 1.0\n"
)
_MAIL: Final = (
    f"{_HEADERS}Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain"
    f"\n\n{BODY[0]}\n\nOn May 2 Ole wrote:\n> {BODY[1]}\n\n--x\nContent-Type: text/html\n\n"
    f"{_PAGE}\n--x--\n"
)
_HANDED_ON: Final = f"""\
From: Marit Solheim <marit@gazette.example>
Subject: Fwd: {TITLE}
Date: Wed, 03 May 2023 10:00:00 +0000
Content-Type: text/html; charset=utf-8

<p>See below.</p><div>---------- Forwarded message ---------<br>From: Karl Ness
&lt;k@c.example&gt;<br>Date: Tue, May 2, 2023 at 9:00 AM<br>Subject: Ice<br></div>
<table><tr><th>To: </th><td>Marit</td></tr></table>{"".join(f"<p>{one}</p>" for one in BODY)}
"""
_FEED: Final = (
    "<?xml version='1.0'?><rss version='2.0'><channel><title>Gazette</title><item>"
    f"<title>{TITLE}</title><link>http://x.example/1</link><pubDate>Wed, 03 May 2023 10:00:00 GMT"
    f"</pubDate><description><![CDATA[<p>{'</p><p>'.join(BODY)}</p>]]></description></item></channel>"
    "</rss>"
)
_JSON_FEED: Final = (
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "items": [{"id": "1", '
    f'"title": "{TITLE}", "date_published": "2023-05-03", "content_text": "{" ".join(BODY)}"}}]}}'
)
_LINE: Final = f'{{"title": "{TITLE}", "text": "{" ".join(BODY)}", "published": "2023-05-03"}}\n'
_TABLE: Final = f'title,text,published,byline\n"{TITLE}","{BODY[0]}\n\n{BODY[2]}",2023-05-03,Ana\n'
_WARC_PAGE: Final = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{_PAGE}"
_WARC: Final = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
    "WARC-Target-URI: http://x.example/1\r\nWARC-Date: 2023-05-03T10:00:00Z\r\n"
    "Content-Type: application/http; msgtype=response\r\n"
    f"Content-Length: {len(_WARC_PAGE.encode())}\r\n\r\n{_WARC_PAGE}\r\n\r\n"
)


def _same(data: bytes) -> bytes:
    return data


def _docx(body: bytes) -> bytes:
    return docx(body.decode("utf-8", "replace"))


def _odt(body: bytes) -> bytes:
    return odt(body.decode("utf-8", "replace"))


def _epub(body: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book())) as packed:
        files: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    return zipped({**files, "OPS/text/one.xhtml": body})


def _zip(page: bytes) -> bytes:
    return zipped({"a/page.html": page, "b.txt": _TEXT, "README": "no"})


def _zip_of_gzip(page: bytes) -> bytes:
    return zipped({"page.html.gz": gzip.compress(page), "b.txt": _TEXT})


def _wide(text: bytes) -> bytes:
    return text.decode("utf-8", "replace").encode("utf-16")


def _wacz(records: bytes) -> bytes:
    return zipped({"datapackage.json": "{}", "archive/data.warc": records})


def _webarchive(page: bytes) -> bytes:
    resource = {"WebResourceData": page, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


def _tar(page: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        member = tarfile.TarInfo("page.html")
        member.size = len(page)
        packed.addfile(member, io.BytesIO(page))
    return buffer.getvalue()


def _seeds() -> list[Seed]:
    chaptered = chapter("Winter", *BODY).encode()
    written = (word(TITLE, "Title") + "".join(map(word, BODY))).encode()
    opened = "".join(f"<text:p>{one}</text:p>" for one in BODY).encode()
    plain: list[Seed] = [
        (ending, text.encode(), _same)
        for ending, text in (
            ("txt", _TEXT),
            ("html", _PAGE),
            ("md", _MARKDOWN),
            ("eml", _MAIL),
            ("eml", _HANDED_ON),
            ("mbox", f"From x Wed May 3 10:00:00 2023\n{_MAIL}\nFrom y\n{_MAIL}"),
            ("rss", _FEED),
            ("json", _JSON_FEED),
            ("jsonl", _LINE * 2),
            ("csv", _TABLE),
            ("warc", _WARC),
        )
    ]
    packed: list[Seed] = [
        ("docx", written, _docx),
        ("odt", opened, _odt),
        ("epub", chaptered, _epub),
        ("wacz", _WARC.encode(), _wacz),
        ("zip", _PAGE.encode(), _zip),
        ("zip", _PAGE.encode(), _zip_of_gzip),
        ("jsonl", (_LINE * 2).encode(), _wide),
        ("csv", _TABLE.encode(), _wide),
        ("tar", _PAGE.encode(), _tar),
        ("html.gz", _PAGE.encode(), gzip.compress),
        ("html.bz2", _PAGE.encode(), bz2.compress),
        ("html.zst", _PAGE.encode(), zstandard.compress),
        ("mhtml", (FILES / "page.mhtml").read_bytes(), _same),
        ("pdf", (FILES / "columns.pdf").read_bytes(), _same),
        ("webarchive", _PAGE.encode(), _webarchive),
    ]
    outside: list[Seed] = [(ending, make(data), _same) for ending, data, make in packed]
    return plain + packed + outside


def changed(data: bytes, changes: list[Change]) -> bytes:
    """Bytes with some of them put in, cut out, turned or said again."""
    for what, where, size, part in changes:
        at = where % (len(data) + 1)
        before, piece, after = data[:at], data[at : at + size], data[at + size :]
        if what == "put":
            data = before + part + piece + after
        elif what == "cut":
            data = before + after
        elif what == "again":
            data = before + piece * 3 + after
        elif piece:
            data = before + bytes([piece[0] ^ (1 << size % 8)]) + piece[1:] + after
    return data


def _file(seed: Seed, changes: list[Change]) -> tuple[str, bytes]:
    ending, data, make = seed
    return ending, make(changed(data, changes))


FILES_OF_ANY_FORMAT: Final = st.builds(_file, st.sampled_from(_seeds()), _CHANGES)
"""An ending and bytes."""

QUOTED: Final = st.builds(
    lambda pieces, times: "".join(pieces) * times,
    st.lists(
        st.sampled_from(
            (
                *"“”‘’\"'«»„‚‹›`´",
                "''",
                "``",
                "\n\n",
                "\n",
                " ",
                ". ",
                ", ",
                "he said ",
                "the dogs' ",
            )
        )
        | st.text(max_size=6),
        max_size=25,
    ),
    st.sampled_from((1, 1, 2, 3, 400)),
)
"""Texts full of quotation marks, some of them long."""

CELLS: Final = st.lists(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
        | st.sampled_from(("=1+1", "\t=x", "\u200b@SUM", "\x1b[31m", '"', "a\r\nb", "'", "-")),
        min_size=3,
        max_size=3,
    ),
    max_size=5,
)
"""Rows of three cells."""
