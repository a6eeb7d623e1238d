"""Dossiers and reports: what is written to be read, not to be counted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from claims import __version__
from db.export.dossier import markdown, word
from db.export.dossier.entries import Sources, entries, entry
from db.export.errors import ExportError
from db.export.formats import Options
from db.export.pages import Pages
from db.export.report.numbers import Numbers
from db.export.report.page import write_report
from db.export.report.passages import Passages


def write(pages: Pages, out: Any, form: str, options: Options, title: str) -> None:
    """Write claims as a dossier or a report.

    Args:
        pages: The claims.
        out: An open stream: of text, but for ``docx`` of bytes.
        form: ``md``, ``docx`` or ``html``.
        options: How.
        title: What it is called.

    Raises:
        ExportError: There is no such style, the template will not do, or it would be too long.
    """
    sources = Sources(options.style)
    made = f"Made on {datetime.now(UTC):%Y-%m-%d} by Claims {__version__}."
    if form == "html":
        numbers = Numbers()
        for row in pages.rows():
            numbers.add(row)
        passages = Passages(pages.connection)
        message = (
            (entry(number, row, origin, sources), passages.of(row, origin))
            for number, (row, origin) in enumerate(pages, start=1)
        )
        write_report(message, numbers, sources, out, title=title, made=made)
    elif form == "docx":
        if len(pages) > word.MOST_CLAIMS:
            raise ExportError(
                f"{len(pages):,} claims are too many for a document, which takes "
                f"{word.MOST_CLAIMS:,}; filter more, or write .md or .html"
            )
        word.write_dossier(entries(pages, sources), out, title=title, made=made)
    else:
        markdown.write_dossier(
            entries(pages, sources),
            sources,
            out,
            title=title,
            made=made,
            template=options.template,
        )
