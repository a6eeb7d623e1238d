"""The one table of formats: their endings, what is read of them, and the reader of each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Final, cast

from claims.article import Article
from claims.reading.formats import sniffing
from claims.reading.formats.source import Options, Outcome, Reader, Source, reason
from claims.reading.text.decoding import as_utf8
from claims.reading.text.errors import ReadingError
from claims.reading.text.language import language_of

_READERS: Final = "claims.reading.formats.readers"


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file.

    Args:
        name: What it is called.
        endings: Of names of files, in lower case.
        reader: Module of ``readers`` and function in it.
        gives: What of it is read, for the help.
        packed: Whether files of other formats lie in it, which are marked as of theirs.
        short: Whether a short file of it takes no time to speak of, whatever is in it.
    """

    name: str
    endings: tuple[str, ...]
    reader: str
    gives: str
    packed: bool = False
    short: bool = False

    def load(self) -> Reader:
        """Its reader, with the library that this needs."""
        module, _, function = self.reader.partition(".")
        # Imported late: a library for each format, of which a file needs one.
        return cast(Reader, getattr(import_module(f"{_READERS}.{module}"), function))


TEXT: Final = Format("text", (".txt", ".text"), "simple.read_plain", "one article", short=True)
HTML: Final = Format(
    "HTML", (".html", ".htm", ".xhtml"), "simple.read_page", "the article of the page", short=True
)
MARKDOWN: Final = Format(
    "Markdown", (".md", ".markdown"), "markdown.read_markdown", "one article", short=True
)
PDF: Final = Format(
    "PDF", (".pdf",), "pdf.read_pdf", "its text layer, without running headers and footers"
)
DOCX: Final = Format("DOCX", (".docx",), "office.read_docx", "its paragraphs")
ODT: Final = Format("ODT", (".odt",), "office.read_odt", "its paragraphs")
EPUB: Final = Format("EPUB", (".epub",), "epub.read_epub", "an article a chapter")
MAIL: Final = Format(
    "e-mail",
    (".eml",),
    "mail.read_mail",
    "the message without what it quotes, and its attachments",
    packed=True,
)
MAILBOX: Final = Format(
    "mailbox", (".mbox",), "mail.read_mailbox", "its messages and their attachments", packed=True
)
FEED: Final = Format(
    "feed", (".rss", ".atom", ".xml"), "feeds.read_feed", "the entries of RSS and Atom"
)
JSON: Final = Format("JSON", (".json",), "feeds.read_json", "JSON Feed, or articles as objects")
LINES: Final = Format("JSON lines", (".jsonl", ".ndjson"), "rows.read_lines", "an article a line")
TABLE: Final = Format("table", (".csv", ".tsv"), "rows.read_table", "an article a row")
PARQUET: Final = Format(
    "Parquet", (".parquet",), "rows.read_parquet", "an article a row (extra: parquet)"
)
WARC: Final = Format("WARC", (".warc", ".warc.gz"), "warc.read_warc", "the pages of a web archive")
WACZ: Final = Format("WACZ", (".wacz",), "warc.read_wacz", "the pages of a web archive")
MHTML: Final = Format(
    "MHTML", (".mht", ".mhtml"), "mhtml.read_mhtml", "the page that a browser saved", short=True
)
WEBARCHIVE: Final = Format(
    "webarchive", (".webarchive",), "webarchive.read_webarchive", "the page that Safari saved"
)
ZIP: Final = Format("ZIP", (".zip",), "packed.read_zip", "the files in it", packed=True)
TAR: Final = Format(
    "tar",
    (".tar", ".tgz", ".tar.gz", ".tar.bz2", ".tar.xz", ".tar.zst"),
    "packed.read_tar",
    "the files in it",
    packed=True,
)
COMPRESSED: Final = Format(
    "compressed", (".gz", ".bz2", ".xz", ".zst"), "packed.read_compressed", "the file", packed=True
)

FORMATS: Final = (
    *(TEXT, HTML, MARKDOWN, PDF, DOCX, ODT, EPUB, MAIL, MAILBOX, FEED, JSON, LINES, TABLE),
    *(PARQUET, WARC, WACZ, MHTML, WEBARCHIVE, ZIP, TAR, COMPRESSED),
)
ENDINGS: Final = frozenset(ending for one in FORMATS for ending in one.endings)
_BY_ENDING: Final = {ending: one for one in FORMATS for ending in one.endings}
_BY_NAME: Final = {one.name: one for one in FORMATS}
_ENDINGS: Final = re.compile(r"(?:\.\w{1,8})?\.\w{1,8}$")
# What programs and collections of data are handed out with. Some of the words are titles too.
_ABOUT_FOLDER: Final = re.compile(
    r"(?P<name>(?i:readme|licen[cs]e|changelog)"
    r"|AUTHORS|CHANGES|CODE_OF_CONDUCT|CONTRIBUTING|COPYING|HISTORY|INSTALL|NOTICE|SECURITY)"
    r"(?:-[A-Z]+)?(?:\.\w{1,10}){0,2}"
)


def ending_of(path: Path) -> str:
    """The longest ending of a file's name that is a format's, else what stands behind its dot."""
    match = _ENDINGS.search(path.name.lower())
    found = match[0] if match else ""
    while found and found not in _BY_ENDING and found.count(".") > 1:
        found = found[found.index(".", 1) :]
    return found if found in _BY_ENDING else path.suffix.lower()


def about_folder(path: Path) -> str | None:
    """What a file is called that tells of the folder it lies in: README, LICENSE and the like."""
    match = _ABOUT_FOLDER.fullmatch(path.name)
    return match["name"].upper() if match else None


def format_by_name(path: Path) -> Format | None:
    """The format that the name of a file tells; None if it is none that is read."""
    return _BY_ENDING.get(ending_of(path))


def format_of(source: Source, options: Options) -> Format | None:
    """The format of a file by its name and its first bytes; None if it is none that is read.

    Raises:
        ReadingError: It cannot be opened.
    """
    named = format_by_name(source.named)
    if named is None:
        name = sniffing.kind_of(source.head())
    elif named.name in sniffing.LOOSE and not source.continues:
        name = sniffing.LOOSE[named.name](as_utf8(source.head()), options)
    else:
        return named
    return _BY_NAME.get(name) if name else None


def read(source: Source, options: Options) -> Iterator[Outcome]:
    """All that lies in a file.

    Raises:
        ReadingError: It cannot be read at all.
    """
    if not source.head():
        raise ReadingError(source.path, "the file is empty")
    # A file that says by its name alone what it is was named itself: its reader says what it lacks.
    found = format_of(source, options) or format_by_name(source.named)
    if found is None:
        raise ReadingError(source.path, unsupported(source.named))
    try:
        for one in found.load()(source, options):
            yield marked(one, found) if isinstance(one, Article) and not found.packed else one
    except ReadingError:
        raise
    except Exception as error:  # any bug of a library on a damaged file
        why = f"{type(error).__name__}: {reason(error)}"
        raise ReadingError(source.path, f"the {found.name} cannot be read ({why})") from error


def marked(article: Article, found: Format) -> Article:
    """An article with its language, and the format that it was read from."""
    return replace(article, language=language_of(article.text), format=found.name)


def unsupported(path: Path) -> str:
    """Why a file is of no format that is read."""
    if path.suffix.lower() == ".msg":
        return "messages of Outlook (.msg) are not supported; save them as .eml"
    kind = f'"{path.suffix}" files' if path.suffix else "files without an ending"
    return f"{kind} are not supported, only {' '.join(sorted(ENDINGS))}"
