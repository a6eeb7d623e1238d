"""The formats of an export, and what is asked of the file beside the claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from db.export.dossier.citing import USUAL_STYLE
from db.export.errors import NotOfferedError


class ExportFormat(NamedTuple):
    """A format.

    Args:
        label: What people call it.
        brief: The same where there is little room.
        columns: It has columns, which can be chosen.
        read: People read it as it is, and look for few of its columns.
        binary: It is no text.
    """

    label: str
    brief: str
    columns: bool = True
    read: bool = False
    binary: bool = False


FORMS: Final[Mapping[str, ExportFormat]] = {
    "csv": ExportFormat("CSV", "CSV", read=True),
    "json": ExportFormat("JSON", "JSON"),
    "jsonl": ExportFormat("JSON lines", "JSONL"),
    "xlsx": ExportFormat("Excel workbook", "Excel", read=True, binary=True),
    "parquet": ExportFormat("Parquet", "Parquet", binary=True),
    "md": ExportFormat("Markdown dossier", "Markdown", columns=False),
    "docx": ExportFormat("Word dossier", "Word", columns=False, binary=True),
    "html": ExportFormat("HTML report", "HTML", columns=False),
}
"""By the ending of a file's name."""

FORMATS: Final = tuple(FORMS)

_OTHER_NAMES: Final = {".ndjson": "jsonl", ".markdown": "md", ".htm": "html"}
# Names that promise what none of the formats is; a program that goes by them would choke.
_REFUSED: Final = (
    *(".xls", ".ods", ".feather", ".xml", ".tsv", ".db", ".sqlite"),
    *(".pdf", ".doc", ".odt", ".rtf"),
)


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is written.

    Args:
        columns: Which, in order; None for all.
        raw: CSV: cells verbatim, without the guard against formulas and control characters.
        excel: CSV: with a byte-order mark, and no cell longer than a spreadsheet's.
        template: Markdown: what to write it by; None for the usual one.
        style: Dossiers and reports: in which articles are cited.
        title: Dossiers and reports: what they are called; None for what the query asks.
    """

    columns: tuple[str, ...] | None = None
    raw: bool = False
    excel: bool = False
    template: Path | None = None
    style: str = USUAL_STYLE
    title: str | None = None


ALL_AS_IT_IS: Final = Options()


def format_of(path: Path | str) -> str:
    """The format that a file's name asks for; ``csv`` where it asks for none.

    Raises:
        NotOfferedError: The name asks for a format that cannot be written.
    """
    suffix = Path(path).suffix.lower()
    form = _OTHER_NAMES.get(suffix, suffix.removeprefix("."))
    if form in FORMS:
        return form
    if suffix in _REFUSED:
        *others, last = (f".{name}" for name in FORMATS)
        raise NotOfferedError(
            f"{path}: {suffix} cannot be written; use {', '.join(others)} or {last}"
        )
    return "csv"
