"""Pages that Safari saved."""

from __future__ import annotations

import plistlib
from pathlib import Path
from typing import Any

import pytest

from claims.reading import ReadingError, read_article
from tests.claims.reading.formats.samples import FILES, article, outcomes

PAGE = FILES.parents[3] / "gold" / "pages" / "dek-is-description.html"
ADDRESS = "https://continental-post.example/2024/07/night-trains"


def saved(folder: Path, form: plistlib.PlistFormat = plistlib.FMT_BINARY, **more: Any) -> Path:
    """A webarchive of a page with a picture."""
    page = {
        "WebResourceData": PAGE.read_bytes(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": ADDRESS,
        "WebResourceFrameName": "",
        **more,
    }
    picture = {"WebResourceData": b"\x89PNG", "WebResourceMIMEType": "image/png"}
    path = folder / "page.webarchive"
    archive = {"WebMainResource": page, "WebSubresources": [picture]}
    path.write_bytes(plistlib.dumps(archive, fmt=form))
    return path


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_the_page_is_read(tmp_path: Path, form: plistlib.PlistFormat) -> None:
    found, page = article(saved(tmp_path, form)), read_article(PAGE)
    assert (found.title, found.text, found.byline) == (page.title, page.text, page.byline)
    assert (found.url, found.format) == (ADDRESS, "webarchive")


def test_its_encoding_is_the_one_it_was_sent_in(tmp_path: Path) -> None:
    words = PAGE.read_text("utf-8").replace('<meta charset="utf-8">', "").replace(".", " – ä.")
    path = saved(
        tmp_path,
        WebResourceData=words.encode("cp1250", "replace"),
        WebResourceTextEncodingName="windows-1250",
    )
    assert article(path).encoding == "cp1250"
    assert "– ä." in article(path).text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"bplist00 and nothing", "it is no property list, as webarchives are"),
        (plistlib.dumps({"WebMainResource": {}}), "there is no page in it"),
        (plistlib.dumps(["page"]), "there is no page in it"),
        (plistlib.dumps({"WebMainResource": {"WebResourceData": "x"}}), "there is no page in it"),
    ],
)
def test_what_is_no_saved_page_says_so(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.webarchive"
    path.write_bytes(data)
    with pytest.raises(ReadingError, match=reason):
        outcomes(path)


def test_a_picture_is_no_page(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="there is no page in it"):
        outcomes(saved(tmp_path, WebResourceMIMEType="image/png"))
