"""A report as a page: whole in itself, and nothing in it runs."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from lxml import html
from sqlalchemy import Engine, text

from db.connection.engine import writing
from db.export import Options, export
from db.query.line import parse_filter
from db.review.actions import reject
from tests.db.library import rows, stock

HOSTILE = "</title></p><script>document.title=1</script><img src=x onerror=alert(1)>\"'&"


@pytest.fixture
def shelf(sqlite_archive: Engine) -> Engine:
    """The library on trams, in a file."""
    stock(sqlite_archive)
    return sqlite_archive


def report(engine: Engine, line: str = "", title: str | None = None) -> html.HtmlElement:
    out = io.StringIO(newline="")
    export(engine, out, "html", query=parse_filter(line), options=Options(title=title))
    return html.document_fromstring(out.getvalue())


def test_claims_stand_marked_in_their_paragraphs(shelf: Engine) -> None:
    page = report(shelf, "roof")
    assert page.findtext(".//h1") == "Claims that say “roof”"
    (claim,) = page.xpath("//article[@class='claim']")
    assert "depot roof alone eats the reserve" in claim.xpath(".//p[@class='text']/mark")[0].text
    assert claim.xpath(".//mark[@class='source']")[0].text == "Ilse Brandt"
    assert claim.find("h3").text == "1. Ilse Brandt"
    assert "director, City Rail Office" in claim.text_content()
    assert page.xpath("//ol[@class='sources']//a")[0].get("href") == "https://ledger.example/depot"


def test_it_has_pictures_of_all_that_it_tells_and_nothing_rejected(shelf: Engine) -> None:
    (roof,) = rows(shelf, parse_filter("roof"))
    reject(shelf, [roof.id], "ines")
    page = report(shelf, "include:all")
    assert len(page.xpath("//article[@class='claim']")) == 9
    assert "9 claims in 5 articles" in page.text_content()
    assert len(page.xpath("//svg[@role='img']")) == 2
    assert not page.xpath(f"//*[@id='{roof.claim_id}']")
    assert not [one for one in page.xpath("//mark/text()") if "depot roof" in one]


def test_hostile_words_are_words(shelf: Engine) -> None:
    with writing(shelf) as connection:
        for change in (
            "UPDATE article SET title = :t, url = 'javascript:alert(1)'",
            "UPDATE entity SET label = :t",
            "UPDATE outlet SET name = :t || id",
        ):
            connection.execute(text(change), {"t": HOSTILE})
    page = report(shelf, "include:all", HOSTILE)
    assert page.findtext(".//title") == HOSTILE
    assert not page.xpath("//script | //img | //iframe | //link")
    assert not [a for a in page.xpath("//a") if not a.get("href").startswith("#")]
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


@pytest.mark.slow
def test_chromium_shows_it_without_script_or_network_at_any_width(
    shelf: Engine, tmp_path: Path
) -> None:
    driver = pytest.importorskip("playwright.sync_api", reason="needs playwright, of 'test'")
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    if program is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    path = tmp_path / "trams.html"
    export(shelf, path, "html", options=Options(title=HOSTILE))
    with driver.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=program, args=["--no-sandbox"])
        grounds = []
        for width, scheme in ((1200, "light"), (360, "dark")):
            page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
            asked: list[str] = []
            said: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.on("console", lambda message, said=said: said.append(message.text))
            page.goto(path.as_uri())
            assert asked == [path.as_uri()]
            assert said == []
            assert page.title() == HOSTILE
            assert page.evaluate("document.documentElement.scrollWidth") == width
            assert page.locator("article.claim").count() == 10
            assert page.locator("svg").first.bounding_box()["height"] > 50
            grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        assert len(set(grounds)) == 2
        browser.close()
