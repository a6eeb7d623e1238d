"""Pages kept as they were sent."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.fetching.client import Fetched
from claims.fetching.errors import FetchError
from claims.fetching.saved_pages import conditions_of, file_of, save
from tests.claims.reading.formats.samples import BODY, article, texts

ADDRESS = "https://gazette.example/2023/05/ferry.html?page=1"
PAGE = (
    "<html><head><title>Ferry vote put off</title></head><body><h1>Ferry vote put off</h1>"
    + "".join(f"<p>{one}</p>" for one in BODY)
)  # fmt: skip


def page(**headers: str) -> Fetched:
    told = {"Content-Type": "text/html; charset=utf-16", **headers}
    return Fetched(ADDRESS, 200, tuple(told.items()), PAGE.encode("utf-16"))


def test_a_page_that_is_kept_is_read_with_its_address_and_as_it_was_sent(tmp_path: Path) -> None:
    path = file_of(tmp_path, ADDRESS)
    save(path, ADDRESS, page())
    assert path.parent == tmp_path / "gazette.example"
    assert path.name.startswith("2023-05-ferry-")
    found = article(path)
    assert (found.url, found.title, texts(found)) == (ADDRESS, "Ferry vote put off", BODY)
    assert found.fetched.value is not None


def test_it_tells_by_what_to_ask_again(tmp_path: Path) -> None:
    path = file_of(tmp_path, ADDRESS)
    assert conditions_of(path) == {}
    save(path, ADDRESS, page(ETag='"1"'))
    assert conditions_of(path) == {"If-None-Match": '"1"'}
    path.write_bytes(b"damaged")
    assert conditions_of(path) == {}


def test_addresses_have_files_of_their_own_within_the_folder(tmp_path: Path) -> None:
    addresses = [
        ADDRESS, f"{ADDRESS}2", "https://a.example/", "https://a.example/../../x", "http://[::1]:8/",
    ]  # fmt: skip
    places = {file_of(tmp_path, one) for one in addresses}
    assert len(places) == len(addresses)
    assert {one.parent.parent for one in places} == {tmp_path}


def test_what_is_no_page_is_not_kept(tmp_path: Path) -> None:
    path = file_of(tmp_path, ADDRESS)
    with pytest.raises(FetchError, match="it is image/png, not a page"):
        save(path, ADDRESS, Fetched(ADDRESS, 200, (("content-type", "image/png"),), b"x"))
    assert not path.exists()
