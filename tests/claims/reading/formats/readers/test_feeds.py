"""Feeds saved as files."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from claims.reading import Options, ReadingError
from tests.claims.reading.formats.samples import (
    BODY,
    P1,
    TITLE,
    article,
    articles,
    outcomes,
    passed_over,
    texts,
    written,
)

MARKUP = "".join(f"<p>{one}</p>" for one in BODY)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Gazette</title>
<item><title>{TITLE}</title><link>https://gazette.example/2023/ferry</link>
<dc:creator>Marit Solheim</dc:creator><pubDate>Wed, 03 May 2023 10:15:00 GMT</pubDate>
<description>In short: no vote.</description>
<content:encoded><![CDATA[{MARKUP}]]></content:encoded></item>
<item><title>Nothing more</title><link>https://gazette.example/2023/nothing</link></item>
<item><title>&secret;Third</title><description>{P1} {BODY[1]}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Gazette</title>
<entry><title>{TITLE}</title><id>tag:gazette.example,2023:1</id>
<link href="https://gazette.example/2023/ferry"/><updated>2023-05-03T10:15:00Z</updated>
<author><name>Marit Solheim</name></author>
<content type="html"><![CDATA[{MARKUP}]]></content></entry>
</feed>"""
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Harbour Gazette",
    "items": [
        {
            "id": "1",
            "url": "https://gazette.example/2023/ferry",
            "title": TITLE,
            "content_html": MARKUP,
            "date_published": "2023-05-03T10:15:00Z",
            "authors": [{"name": "Marit Solheim"}],
        },
        {"id": "2", "title": "Nothing more"},
    ],
}


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.rss", RSS), ("a.xml", RSS), ("a.atom", ATOM), ("a.json", json.dumps(JSON_FEED))],
)
def test_each_entry_with_text_is_an_article(tmp_path: Path, name: str, data: str) -> None:
    path = written(tmp_path, name, data)
    first = articles(path)[0]
    assert first.path == f"{path}#gazette.example/2023/ferry"
    assert (first.title, first.outlet, first.byline) == (
        TITLE, "Harbour Gazette", ("Marit Solheim",),
    )  # fmt: skip
    assert first.url == "https://gazette.example/2023/ferry"
    assert str(first.published.value) == "2023-05-03"
    assert texts(first) == BODY


def test_a_feed_need_not_have_the_columns_of_the_tables_beside_it(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", json.dumps(JSON_FEED))
    assert len(articles(path, Options(columns={"title": "heading"}))) == 1


def test_entries_without_text_are_passed_over_and_entities_are_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xml", RSS)
    assert passed_over(path) == ["entries without text"]
    third = articles(path)[-1]
    assert third.title == "&secret;Third"
    assert third.path == f"{path}#3"


def test_one_article_as_an_object(tmp_path: Path) -> None:
    record = {"headline": TITLE, "body": "\n\n".join(BODY), "author": "Marit Solheim"}
    found = article(written(tmp_path, "a.json", json.dumps(record)))
    assert (found.title, texts(found), found.byline) == (TITLE, BODY, ("Marit Solheim",))


def test_an_object_that_is_named_is_read_whatever_stands_before_its_text(tmp_path: Path) -> None:
    long = json.dumps({"counts": [*range(9_000)], "story": "\n\n".join(BODY)})
    path = written(tmp_path, "a.json", long)
    assert BODY[1] in article(path, Options(columns={"text": "story"})).text


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.xml", "<note><to>Tove</to></note>", "it is no feed that can be read"),
        ("a.json", '{"speakers": ["Ås"]}', r"known to be the text \(speakers\); say --columns"),
        ("a.json", '{"text": "cut', "it is no JSON"),
        ("a.rss", "<rss", "it is no feed"),
    ],
)
def test_what_is_no_feed_says_so(tmp_path: Path, name: str, data: str, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        outcomes(written(tmp_path, name, data))


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_is_escaped_too_often_is_read_all_the_same(tmp_path: Path, times: int) -> None:
    markup, title = f"{MARKUP}<p>Tea &amp; cake.</p>", "The quay&#8217;s end"
    for _ in range(times):
        markup, title = escape(markup, quote=False), escape(title, quote=False)
    feed = (
        f"<rss version='2.0'><channel><title>Gazette</title><item><title>{title}</title>"
        f"<description>{markup}</description></item></channel></rss>"
    )
    found = article(written(tmp_path, "a.rss", feed))
    assert found.title == "The quay’s end"
    assert texts(found)[:3] == BODY
    assert found.text.endswith("Tea & cake.")
