"""Documents of word processors, made by hand from what their formats say."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.article import SegmentKind
from claims.reading import ReadingError
from claims.reading.formats.readers import office
from tests.claims.reading.formats.samples import (
    BODY,
    TITLE,
    article,
    outcomes,
    texts,
    written,
    zipped,
)

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word(text: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body: str, main: str = "document.main") -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{one}"><w:name w:val="{name}"/></w:style>'
        for one, name in (("Title", "Title"), ("H1", "heading 1"), ("Caption", "caption"))
    )
    override = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        for name, kind in (("document", main), ("styles", "styles"))
    )
    return zipped(
        {
            "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            f'package.relationships+xml"/>{override}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
            f'Type="{_DOC}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" '
            f'Type="{_DOC}/styles" Target="styles.xml"/></Relationships>',
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
        }
    )


def odt(body: str) -> bytes:
    spaces = (
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    )
    kind = "application/vnd.oasis.opendocument.text"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return zipped(
        {
            "mimetype": kind,
            "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
            "meta.xml": f"<office:document-meta {spaces}><office:meta/></office:document-meta>",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{manifest}">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            "</manifest:manifest>",
        }
    )


def test_a_docx_is_read_with_its_title_headings_and_tables(tmp_path: Path) -> None:
    cell = f"<w:tbl><w:tr><w:tc>{word(BODY[2])}</w:tc></w:tr></w:tbl>"
    body = (
        word(TITLE, "Title") + word("By Marit Solheim") + word("May 3, 2023") + word(BODY[0])
        + word("A picture of the quay", "Caption") + word("What comes next", "H1")
        + word(BODY[1]) + cell
    )  # fmt: skip
    found = article(written(tmp_path, "a.docx", docx(body)))
    assert (found.title, found.byline) == (TITLE, ("Marit Solheim",))
    assert str(found.published.value) == "2023-05-03"
    assert texts(found) == BODY
    assert texts(found, SegmentKind.HEADING) == ("What comes next",)
    assert texts(found, SegmentKind.CAPTION) == ("A picture of the quay",)


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_a_docx_is_read_whole_and_as_after_its_tracked_changes(tmp_path: Path) -> None:
    gone = "<w:del><w:r><w:delText>shouted somebody, </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('On Friday ')}</w:moveFrom><w:moveTo>{run('On Monday ')}</w:moveTo>"
    body = (
        f"<w:p>{run('“Nobody has signed,” ')}{gone}<w:ins>{run('said Ilse Brandt.')}</w:ins></w:p>"
        f"<w:sdt><w:sdtContent>{word(BODY[0])}</w:sdtContent></w:sdt>"
        f"<w:p>{moved}<w:sdt><w:sdtContent>{run('the board ')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('of Oslo')}</w:smartTag><w:r><w:tab/><w:t>met in the re</w:t>"
        "<w:noBreakHyphen/><w:t>opened hall.</w:t></w:r></w:p>"
    )
    assert texts(article(written(tmp_path, "a.docx", docx(body)))) == (
        "“Nobody has signed,” said Ilse Brandt.",
        BODY[0],
        "On Monday the board of Oslo met in the re-opened hall.",
    )


def test_an_odt_is_read_without_its_notes(tmp_path: Path) -> None:
    note = (
        '<text:note text:note-class="footnote"><text:note-body><text:p>A note said so.</text:p>'
        "</text:note-body></text:note>"
    )
    body = (
        f'<text:h text:outline-level="1">{TITLE}</text:h><text:p>By Marit Solheim</text:p>'
        f"<text:p>{BODY[0]}{note}</text:p>"
        f"<text:list><text:list-item><text:p>{BODY[1]}</text:p></text:list-item></text:list>"
        f"<text:p>{BODY[2]}</text:p>"
    )
    found = article(written(tmp_path, "a.odt", odt(body)))
    assert (found.title, found.byline) == (TITLE, ("Marit Solheim",))
    assert texts(found) == BODY


def test_an_odt_is_read_as_it_is_shown(tmp_path: Path) -> None:
    link = (
        '<text:a xlink:href="https://gazette.example/brandt" '
        'xmlns:xlink="http://www.w3.org/1999/xlink"><text:span>Ilse Brandt</text:span></text:a>'
    )
    body = (
        '<text:p>“Nobody has<text:s text:c="3"/>signed<text:tab/>it,”<text:line-break/>said '
        f"{link}, who <text:span>leads</text:span> the board.</text:p>"
    )
    found = article(written(tmp_path, "a.odt", odt(body)))
    assert texts(found) == ("“Nobody has signed it,” said Ilse Brandt, who leads the board.",)


def test_an_office_file_of_another_kind_is_no_docx(tmp_path: Path) -> None:
    path = written(tmp_path, "a.docx", docx(word(BODY[0]), "sheet.main"))
    with pytest.raises(ReadingError, match="it is an office file of another kind, no DOCX"):
        outcomes(path)


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_what_is_no_document_says_so(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ReadingError, match="it is damaged, or another kind of file"):
        outcomes(written(tmp_path, name, b"Rich text, it is not."))
    with pytest.raises(ReadingError, match="cannot be read"):
        outcomes(written(tmp_path, name, zipped({"a.txt": "text"})))
    monkeypatch.setattr(office, "BOOK_LIMIT", 1000)
    with pytest.raises(ReadingError, match="unpacked it is too large"):
        outcomes(written(tmp_path, name, zipped({"a.txt": b" " * 2000})))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("EncryptedPackage".encode("utf-16-le"), "it is locked by a password"),
        (b"WordDocument", r"it is a document of an old program \(\.doc\); save it as DOCX"),
    ],
)
def test_a_locked_and_an_old_document_say_so(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(ReadingError, match=why):
        outcomes(written(tmp_path, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + data))


def test_a_locked_odt_says_so(tmp_path: Path) -> None:
    manifest = '<manifest:manifest><manifest:encryption-data manifest:checksum="x"/>'
    data = zipped({"META-INF/manifest.xml": manifest, "content.xml": b"\x9c\x01"})
    with pytest.raises(ReadingError, match="it is locked by a password"):
        outcomes(written(tmp_path, "a.odt", data))
