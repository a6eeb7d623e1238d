"""Documents of word processors: DOCX by python-docx, ODT by odfdo."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from claims.article import SegmentKind
from claims.reading.formats.documents import Known, Part, article_of_parts
from claims.reading.formats.source import BOOK_LIMIT, Options, Outcome, Source
from claims.reading.text.errors import ReadingError

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from odfdo import Element

LOCKED: Final = "it is locked by a password"
_OLD: Final = b"\xd0\xcf\x11\xe0"
"""How files begin that old programs write, and what locks a DOCX."""
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_MANIFEST: Final = "META-INF/manifest.xml"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GONE: Final = frozenset(f"{_WORD}{name}" for name in ("del", "moveFrom", "txbxContent"))
"""What was deleted or moved away, and boxes beside the text."""
_SIGNS: Final = {
    f"{_WORD}{name}": sign
    for name, sign in (("tab", " "), ("br", " "), ("cr", " "), ("noBreakHyphen", "-"))
}
_ASIDE: Final = ("//office:annotation", "//text:note", "//text:tracked-changes", "//draw:frame")
_SPACES: Final = frozenset({"text:s", "text:tab", "text:line-break"})


def read_docx(source: Source, options: Options) -> Iterator[Outcome]:
    """The paragraphs of a DOCX file, those in tables too."""
    # Imported late: its reader loads a library of its own.
    from docx import Document

    stream = _checked(source)
    try:
        document = Document(stream)
    except ValueError as error:  # its words tell where in memory the file is
        raise ReadingError(source.path, "it is an office file of another kind, no DOCX") from error
    parts = list(_word_parts(document))
    title = document.core_properties.title or None
    yield article_of_parts(source.path, _kinds(parts), Known(title=_title(parts, title)))


def read_odt(source: Source, options: Options) -> Iterator[Outcome]:
    """The paragraphs of an ODT file, without notes and comments."""
    # Imported late: its reader loads a library of its own.
    from odfdo import Document

    document = Document(_checked(source))
    parts: list[tuple[str, Part]] = []
    for aside in document.body.get_elements("|".join(_ASIDE)):
        aside.delete()
    for element in document.body.get_elements("//text:p|//text:h"):
        style = (getattr(element, "style", None) or "").lower()
        kind = SegmentKind.HEADING if element.tag == "text:h" else SegmentKind.PARAGRAPH
        parts.append((style, Part(" ".join("".join(_plain(element)).split()), kind)))
    title = document.meta.title or None
    yield article_of_parts(source.path, _kinds(parts), Known(title=_title(parts, title)))


def _plain(element: Element) -> Iterator[str]:
    """The text of a paragraph; as odfdo gives it, links and the like are written as in Markdown."""
    yield element.text or ""
    for child in element.children:
        if child.tag in _SPACES:
            yield " "
        yield from _plain(child)
        yield child.tail or ""


def _checked(source: Source) -> io.BytesIO:
    data = source.data(BOOK_LIMIT)
    if data.startswith(_OLD):
        old = "it is a document of an old program (.doc); save it as DOCX"
        raise ReadingError(source.path, LOCKED if _LOCKED in data else old)
    stream = io.BytesIO(data)
    check_unpacked(source, stream)
    return stream


def check_unpacked(source: Source, stream: BinaryIO) -> None:
    """Refuse a packed document that is none, or that is far larger unpacked.

    Raises:
        ReadingError: It is one of these.
    """
    try:
        with zipfile.ZipFile(stream) as packed:
            size = sum(member.file_size for member in packed.infolist())
            locked = size < BOOK_LIMIT and _is_locked(packed)
    except (zipfile.BadZipFile, EOFError) as error:
        raise ReadingError(source.path, "it is damaged, or another kind of file") from error
    if size >= BOOK_LIMIT:
        raise ReadingError(
            source.path, f"unpacked it is too large ({size / 1e6:.0f} MB, limit 200 MB)"
        )
    if locked:
        raise ReadingError(source.path, LOCKED)
    stream.seek(0)


def _is_locked(packed: zipfile.ZipFile) -> bool:
    """Whether an ODT file says that what is in it is encrypted."""
    return _MANIFEST in packed.namelist() and b":encryption-data" in packed.read(_MANIFEST)


def _word_parts(document: WordDocument) -> Iterator[tuple[str, Part]]:
    """The paragraphs of a document, all changes made in it, with the names of their styles."""
    # Imported late: its reader loads a library of its own.
    from docx.text.paragraph import Paragraph

    for element in _paragraphs(document.element.body):
        named = Paragraph(element, document).style
        style = ((named and named.name) or "").lower()
        heading = style.startswith("heading")
        kind = SegmentKind.HEADING if heading else SegmentKind.PARAGRAPH
        yield style, Part(" ".join("".join(_words(element)).split()), kind)


def _paragraphs(element: Any) -> Iterator[Any]:
    """The paragraphs below an element: in tables, in content controls, among tracked changes."""
    for child in element:
        if child.tag == f"{_WORD}p":
            yield child
        elif child.tag not in _GONE:
            yield from _paragraphs(child)


def _words(element: Any) -> Iterator[str]:
    """The text of a paragraph, whatever its pieces lie in, without what was deleted."""
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _GONE:
            yield from _words(child)


def _title(parts: list[tuple[str, Part]], known: str | None) -> str | None:
    """The paragraph that is styled as the title, else what the file's properties say."""
    for style, part in parts:
        if part.text and style == "title":
            return part.text
    named = next((part.text for _, part in parts if part.text), "")
    first = next((part for _, part in parts if part.text), None)
    if first is not None and first.kind is SegmentKind.HEADING:
        return first.text
    # Programs put names of files and templates there; a title stands in the text.
    return known if known and known.casefold() in named.casefold() else None


def _kinds(parts: list[tuple[str, Part]]) -> Iterator[Part]:
    for style, part in parts:
        captioned = style == "caption"
        yield Part(part.text, SegmentKind.CAPTION) if captioned else part
