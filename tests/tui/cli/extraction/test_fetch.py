"""``claims fetch`` from a site on this machine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.claims.fetching.conftest import Site, site
from tests.claims.reading.formats.samples import BODY
from tests.tui.cli.conftest import Run
from tui.cli.extraction.fetch import MISSING

__all__ = ["site"]


def story(title: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in BODY)
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>"


def test_pages_and_what_a_feed_links_to_are_fetched_stored_and_asked_again(
    run: Run, site: Site, tmp_path: Path
) -> None:
    one = site.page("/one", story("Ferry vote put off"), ETag='"1"')
    site.page("/two", story("Second ferry vote put off").replace("Monday", "Tuesday"))
    feed = site.page(
        "/feed.xml",
        "<rss version='2.0'><channel><title>Gazette</title><item><title>Two</title>"
        "<link>/two</link></item></channel></rss>",
        Content_Type="application/rss+xml",
    )
    options = ("--into", tmp_path / "pages", "--allow-private", "--delay", "0", "--format", "json")
    db = tmp_path / "new.db"
    found = json.loads(run("fetch", one, "--feed", feed, *options, db=db).stdout)
    assert (found["fetched"], found["stored"], found["not_fetched"]) == (2, 2, 0)
    assert len(list((tmp_path / "pages").rglob("*.warc.gz"))) == 2
    again = json.loads(run("fetch", one, "--feed", feed, *options, db=db).stdout)
    assert (again["fetched"], again["not_changed"], again["unchanged"]) == (1, 1, 1)
    listed = run("articles", "--format", "json", db=db).stdout
    assert site.address + "/two" in listed


def test_what_fails_is_one_line_and_the_rest_is_stored(
    run: Run, site: Site, tmp_path: Path
) -> None:
    one = site.page("/one", story("Ferry vote put off"))
    options = ("--into", tmp_path / "pages", "--allow-private", "--delay", "0")
    result = run("fetch", f"{site.address}/none", one, *options, db=tmp_path / "new.db")
    assert result.exit_code == 1
    assert result.stderr == f"claims: {site.address}/none: the site answers 404\n"
    assert result.stdout.startswith("fetched 1 page, 1 not fetched; read 1 article: 1 stored with ")
    private = run("fetch", one, "--into", tmp_path / "pages", db=tmp_path / "new.db")
    assert "private network; --allow-private allows it" in private.stderr


def test_without_the_extra_it_says_which(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "claims.fetching.client", None)
    result = run("fetch", "https://gazette.example/", db=tmp_path / "new.db")
    assert (result.exit_code, result.stderr) == (1, f"claims: {MISSING}\n")
    assert run("fetch", db=tmp_path / "new.db").exit_code == 2
