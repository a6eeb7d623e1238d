"""DOCX: a dossier for word processors, with footnotes of its own."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from db.export.dossier.entries import Entry
from db.export.table import without_controls

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

MOST_CLAIMS: Final = 5_000
"""A document is made in memory, and nobody reads more."""

_WORDS: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FOOTNOTES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RULES: Final = (("separator", -1), ("continuationSeparator", 0))


def write_dossier(entries: Iterable[Entry], out: BinaryIO, *, title: str, made: str) -> None:
    """Write claims as a document: a heading each, the quotation, and what is known of it."""
    # Imported late: only this format needs it.
    import docx

    document = docx.Document()
    document.core_properties.title = without_controls(title)[:255]
    document.core_properties.author = ""
    document.core_properties.comments = ""
    document.add_heading(without_controls(title), level=0)
    document.add_paragraph(without_controls(made))
    text, notes = _Text(document), _Footnotes()
    for one in entries:
        _add(text, one, notes)
    notes.add_to(document)
    # Not into the file: where the disk is full, its archive would be closed late, not in silence.
    whole = BytesIO()
    document.save(whole)
    out.write(whole.getbuffer())


class _Text:
    """Paragraphs of a document, whose styles are looked up once: python-docx goes through all of
    them for every paragraph, which took longer than all else."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles: dict[str, str] = {}

    def add(self, words: str, style: str) -> Paragraph:
        """Add a paragraph in a style, which goes by its name."""
        if style not in self._styles:
            self._styles[style] = self._document.styles[style].style_id
        paragraph = self._document.add_paragraph(without_controls(words))
        paragraph._p.style = self._styles[style]
        return paragraph


def _add(text: _Text, one: Entry, notes: _Footnotes) -> None:
    text.add(f"{one.number}. {one.who or 'Nobody named'}", "Heading 2")
    quoted = text.add(one.quote, "Quote")
    notes.refer(quoted, one.source.citation)
    _line(text, "As", one.role)
    where = ", ".join(filter(None, [one.outlet or "an unknown outlet", one.date]))
    placed = _line(text, "In", f"{where}: ")
    if placed is not None:
        _link(placed, one.source.title, one.url)
        if one.page:
            placed.add_run(f", p. {one.page}")
    _line(text, "How", f"{one.how} ({one.cue})" if one.cue else one.how)
    by = f" by {one.reviewer}" if one.reviewer else ""
    why = f": {one.reason}" if one.reason else ""
    _line(text, "Reviewed", one.verdict and f"{one.verdict}{by}{why}")
    _line(text, "Tags", one.tags)
    _line(text, "Note", one.note)


def _line(text: _Text, name: str, value: str) -> Paragraph | None:
    if not value:
        return None
    paragraph = text.add("", "List Bullet")
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(without_controls(value))
    return paragraph


def _link(paragraph: Paragraph, text: str, url: str) -> None:
    # Imported late: only dossiers of Word need it.
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run(without_controls(text))
    if not url:
        return
    run.underline = True
    ident = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), ident)
    paragraph._p.append(link)
    link.append(run._r)


class _Footnotes:
    """Footnotes, which python-docx does not make itself: a part of the document beside its text."""

    def __init__(self) -> None:
        self._texts: list[str] = []

    def refer(self, paragraph: Paragraph, text: str) -> None:
        """Add a footnote, with its sign at the end of a paragraph."""
        # Imported late: only dossiers of Word need it.
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        self._texts.append(text)
        run = paragraph.add_run()
        run.font.superscript = True
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(self._texts)))
        run._r.append(reference)

    def add_to(self, document: Document) -> None:
        """Put the part with all footnotes into the document."""
        # Imported late: only dossiers of Word need it.
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part
        from lxml import etree

        root: Any = etree.Element(_tag("footnotes"), nsmap={"w": _WORDS})
        for kind, ident in _RULES:
            rule = etree.SubElement(root, _tag("footnote"))
            rule.set(_tag("type"), kind)
            rule.set(_tag("id"), str(ident))
            run = etree.SubElement(etree.SubElement(rule, _tag("p")), _tag("r"))
            etree.SubElement(run, _tag(kind))
        for number, text in enumerate(self._texts, start=1):
            note = etree.SubElement(root, _tag("footnote"))
            note.set(_tag("id"), str(number))
            paragraph = etree.SubElement(note, _tag("p"))
            sign = etree.SubElement(paragraph, _tag("r"))
            raised = etree.SubElement(etree.SubElement(sign, _tag("rPr")), _tag("vertAlign"))
            raised.set(_tag("val"), "superscript")
            etree.SubElement(sign, _tag("footnoteRef"))
            run_text = etree.SubElement(etree.SubElement(paragraph, _tag("r")), _tag("t"))
            run_text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run_text.text = f" {without_controls(text)}"
        blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        uri = PackURI("/word/footnotes.xml")
        part = Part(uri, _FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _tag(name: str) -> str:
    return f"{{{_WORDS}}}{name}"
