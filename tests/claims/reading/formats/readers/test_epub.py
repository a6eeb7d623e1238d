"""EPUB: chapters as articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.reading import ReadingError
from tests.claims.reading.formats.samples import BODY, articles, outcomes, texts, written, zipped

CONTAINER = """<?xml version="1.0"?><container version="1.0"
 xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Harbour Year</dc:title>
<dc:creator>Marit Solheim</dc:creator><dc:publisher>Gazette Press</dc:publisher>
<dc:date>2023-05-03</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>
<item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/two%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/one.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c"/><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine>
</package>"""


def chapter(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
        f"<head><title>x</title></head><body><h1>{title}</h1>{body}</body></html>"
    )


def book(**more: str) -> bytes:
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": PACKAGE,
        "OPS/nav.xhtml": chapter("Contents", "Winter", "Spring"),
        "OPS/cover.xhtml": chapter("Harbour Year", "A cover."),
        "OPS/text/one.xhtml": chapter("Winter", *BODY),
        "OPS/text/two b.xhtml": chapter("Spring", *reversed(BODY)),
    }
    return zipped({name: data for name, data in {**files, **more}.items() if data})


def test_chapters_come_in_reading_order_with_what_the_book_says(tmp_path: Path) -> None:
    path = written(tmp_path, "a.epub", book())
    winter, spring = articles(path)
    assert (winter.title, spring.title) == ("Winter", "Spring")
    assert winter.path == f"{path}#text/one.xhtml"
    assert texts(winter) == BODY
    assert (winter.outlet, winter.byline) == ("Gazette Press", ("Marit Solheim",))
    assert str(winter.published.value) == "2023-05-03"


def test_what_a_chapter_says_of_itself_counts_before_the_book(tmp_path: Path) -> None:
    own = chapter("Winter", "By Karl Ness", "January 7, 2022", *BODY)
    winter, spring = articles(written(tmp_path, "a.epub", book(**{"OPS/text/one.xhtml": own})))
    assert winter.byline == ("Karl Ness",)
    told = winter.published if winter.published.value else winter.stated
    assert str(told.value) == "2022-01-07"
    assert (spring.byline, str(spring.published.value)) == (("Marit Solheim",), "2023-05-03")


def test_a_chapter_that_is_missing_fails_alone(tmp_path: Path) -> None:
    path = written(tmp_path, "a.epub", book(**{"OPS/text/one.xhtml": ""}))
    error, spring = outcomes(path)
    assert isinstance(error, ReadingError)
    assert error.reason == "the book lacks this chapter"
    assert not isinstance(spring, ReadingError)


def test_a_zip_archive_of_that_name_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="it is a ZIP archive, but no EPUB"):
        outcomes(written(tmp_path, "a.epub", zipped({"a.txt": "text"})))


def encrypted(name: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
        'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData>'
        f'<enc:CipherReference URI="{name}"/></enc:CipherData></enc:EncryptedData></encryption>'
    )


def test_a_book_that_its_publisher_locked_says_so(tmp_path: Path) -> None:
    locked = book(**{"META-INF/encryption.xml": encrypted("OPS/text/two%20b.xhtml")})
    with pytest.raises(ReadingError, match=r"a\.epub: it is locked by its publisher \(DRM\)"):
        outcomes(written(tmp_path, "a.epub", locked))


def test_a_book_whose_fonts_alone_are_encrypted_is_read(tmp_path: Path) -> None:
    fonts = book(**{"META-INF/encryption.xml": encrypted("OPS/font.otf")})
    assert len(articles(written(tmp_path, "a.epub", fonts))) == 2
