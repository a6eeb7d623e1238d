"""Word dossiers: what python-docx and the footnotes part tell."""

from __future__ import annotations

import io
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from sqlalchemy import Engine, text

from db.connection.engine import writing
from db.export import ExportError, Options, export
from db.export.dossier import word
from db.query.line import parse_filter
from tests.db.library import stock

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture
def shelf(sqlite_archive: Engine) -> Engine:
    """The library on trams, in a file."""
    stock(sqlite_archive)
    return sqlite_archive


def written(engine: Engine, line: str = "") -> io.BytesIO:
    out = io.BytesIO()
    export(engine, out, "docx", query=parse_filter(line), options=Options(title="Trams"))
    return out


def test_a_document_tells_each_claim_with_a_footnote(shelf: Engine) -> None:
    out = written(shelf, "roof")
    document = docx.Document(out)
    told = [(one.style.name if one.style else "", one.text) for one in document.paragraphs]
    assert told[0] == ("Title", "Trams")
    assert told[2] == ("Heading 2", "1. Ilse Brandt")
    assert told[3][0] == "Quote"
    assert told[3][1].startswith("The depot roof alone eats the reserve")
    assert ("List Bullet", "As: director, City Rail Office") in told
    links = [rel.target_ref for rel in document.part.rels.values() if rel.is_external]
    assert links == ["https://ledger.example/depot"]

    root = etree.fromstring(ZipFile(out).read("word/footnotes.xml"))
    notes = {note.get(f"{WORDS}id"): "".join(note.itertext()) for note in root}
    assert set(notes) == {"-1", "0", "1"}
    assert notes["1"].startswith(" Jonas Vik and Lu Ferro, “Depot")
    assert document.element.body.findall(f".//{WORDS}footnoteReference")[0].get(f"{WORDS}id") == "1"


def test_hostile_words_are_text_and_only_pages_of_the_web_are_linked(shelf: Engine) -> None:
    with writing(shelf) as connection:
        connection.execute(text("UPDATE article SET url = 'file:///etc/passwd', title = :t"), {
            "t": "<w:p>\x00\x1b[2J & co"})  # fmt: skip
    document = docx.Document(written(shelf, "include:all"))
    assert not [rel for rel in document.part.rels.values() if rel.is_external]
    assert any("<w:p>\ufffd\ufffd[2J & co" in one.text for one in document.paragraphs)


def test_what_is_too_long_for_a_document_is_told(
    shelf: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word, "MOST_CLAIMS", 3)
    with pytest.raises(ExportError, match="10 claims are too many for a document, which takes 3"):
        written(shelf)
