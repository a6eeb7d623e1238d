"""Fetching from a site on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from claims.fetching.client import Client, Manners
from claims.fetching.errors import FetchError
from tests.claims.fetching.conftest import Site

LOCAL = Manners(delay=0, allow_private=True)


@pytest.fixture
def client() -> Iterator[Client]:
    with Client(LOCAL) as found:
        yield found


def test_a_page_comes_with_its_headers_and_robots_is_asked_once(site: Site, client: Client) -> None:
    address = site.page("/a", "<p>A</p>", ETag='"1"', Set_Cookie="a=b")
    page = client.fetch(address)
    assert (page.address, page.status, page.body) == (address, 200, b"<p>A</p>")
    assert page.header("etag") == '"1"'
    assert page.header("set-cookie") == ""
    client.fetch(address)
    assert site.asked == ["/robots.txt", "/a", "/a"]


def test_a_page_that_did_not_change_has_no_body(site: Site, client: Client) -> None:
    address = site.page("/a", "<p>A</p>", ETag='"1"')
    assert client.fetch(address, {"If-None-Match": '"1"'}).body is None
    assert client.fetch(address, {"If-None-Match": '"0"'}).body == b"<p>A</p>"


def test_a_page_that_was_never_fetched_cannot_be_unchanged(site: Site, client: Client) -> None:
    site.answers["/a"] = (304, {}, b"")
    with pytest.raises(FetchError, match="the site answers 304"):
        client.fetch(site.address + "/a")


def test_what_robots_txt_forbids_is_not_fetched(site: Site, client: Client) -> None:
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private")
    with pytest.raises(FetchError, match=r"robots.txt does not allow it"):
        client.fetch(site.page("/private/a", "A"))
    assert client.fetch(site.page("/a", "A")).body == b"A"
    assert "/private/a" not in site.asked


def test_a_site_whose_rules_cannot_be_had_is_left_alone(site: Site, client: Client) -> None:
    site.answers["/robots.txt"] = (503, {}, b"")
    with pytest.raises(FetchError, match=r"robots.txt"):
        client.fetch(site.page("/a", "A"))


def test_redirects_are_followed_and_checked_each(site: Site, client: Client) -> None:
    site.page("/b", "B")
    site.answers["/a"] = (302, {"Location": "/b"}, b"")
    assert client.fetch(site.address + "/a").address == site.address + "/b"
    site.answers["/file"] = (302, {"Location": "file:///etc/passwd"}, b"")
    with pytest.raises(FetchError, match=r"^file:///etc/passwd: it is no address"):
        client.fetch(site.address + "/file")
    site.answers["/round"] = (302, {"Location": "/round"}, b"")
    with pytest.raises(FetchError, match="redirected more than 5 times"):
        client.fetch(site.address + "/round")


def test_a_private_address_is_not_even_asked(site: Site) -> None:
    with Client(Manners(delay=0)) as client, pytest.raises(FetchError, match="private network"):
        client.fetch(site.page("/a", "A"))
    assert site.asked == []


def test_what_is_too_large_missing_or_away_says_so(site: Site) -> None:
    with Client(Manners(delay=0, allow_private=True, bytes=1000)) as client:
        with pytest.raises(FetchError, match="larger than"):
            client.fetch(site.page("/a", "A" * 5000))
        with pytest.raises(FetchError, match="the site answers 404"):
            client.fetch(site.address + "/nothing")
        with pytest.raises(FetchError, match="cannot be fetched"):
            client.fetch("http://127.0.0.1:9/")


@pytest.mark.parametrize("part", ["body", "headers", "headers of robots.txt"])
def test_a_site_that_sends_a_byte_at_a_time_is_left(site: Site, part: str) -> None:
    address = site.page("/a", "A" * 400)
    if part == "body":
        site.dripping.add("/a")
    else:
        site.dripping_headers.add("/robots.txt" if part.endswith("robots.txt") else "/a")
    manners = Manners(seconds=0.5, delay=0, allow_private=True)
    with Client(manners) as client, pytest.raises(FetchError, match="it takes too long"):
        client.fetch(address)
    assert not site.sent_whole.get()


def test_a_site_is_asked_at_its_pace(site: Site) -> None:
    waits: list[float] = []
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 3")
    with Client(Manners(delay=1, allow_private=True), waits.append) as client:
        client.fetch(site.page("/a", "A"))
        client.fetch(site.page("/b", "B"))
    assert [round(one) for one in waits] == [3, 3]
