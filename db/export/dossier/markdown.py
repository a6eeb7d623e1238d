"""Markdown by a template: ours, or one that somebody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final, TextIO

from claims.system_error import system_reason
from db.export.dossier.entries import Entry, Sources
from db.export.errors import ExportError
from db.export.table import without_controls

_MARKS: Final = re.compile(r"([\\`*_\[\]<>&|~^$])")
_AT_BEGINNING: Final = re.compile(r"^(\s*)([#+=:-]|\d{1,9}(?=[.)]))")
MOST_IN_TEMPLATE: Final = 1_000_000


def write_dossier(
    entries: Iterable[Entry],
    sources: Sources,
    out: TextIO,
    *,
    title: str,
    made: str,
    template: Path | None = None,
) -> None:
    """Write claims as a template says.

    It gets ``title``, ``made`` (when, and by what), ``claims`` (to go through once) and ``sources``
    (those that were cited until then). All that it prints is made plain text of Markdown, unless
    it says ``| safe``; ``| plain`` does so within a longer text. It cannot read files or run
    anything.

    Raises:
        ExportError: The template cannot be read, or does what it must not; it tells the line.
    """
    # Imported late: only what is made by a template needs it.
    from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    text, name = _read(template)
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=as_text,
    )
    environment.filters["plain"] = plain
    try:
        made_ready = environment.from_string(text)
        for piece in made_ready.generate(title=title, made=made, claims=entries, sources=sources):
            out.write(piece)
    except TemplateSyntaxError as error:
        raise ExportError(f"{name}:{error.lineno}: {error.message}") from error
    except TemplateError as error:
        raise ExportError(f"{name}:{_line_of(error)}: {error}") from error
    except (TypeError, ValueError, ArithmeticError, LookupError, OverflowError) as error:
        if (line := _line_of(error)) is None:
            raise
        raise ExportError(f"{name}:{line}: {error}") from error


def as_text(value: object) -> object:
    """What a template prints, so that Markdown shows it as it is."""
    # Imported late: as above.
    from markupsafe import Markup

    return value if isinstance(value, Markup) else plain(str(value))


def plain(text: str) -> str:
    """Text in which no mark means anything to Markdown."""
    escaped = _MARKS.sub(r"\\\1", without_controls(text))
    return _AT_BEGINNING.sub(_escaped_beginning, escaped)


def _escaped_beginning(found: re.Match[str]) -> str:
    space, mark = found.groups()
    # Of a number it is the mark behind it that makes a list.
    return f"{space}{mark}\\" if mark[0].isdigit() else f"{space}\\{mark}"


def _read(template: Path | None) -> tuple[str, str]:
    if template is None:
        return files(__package__).joinpath("dossier.txt").read_text("utf-8"), "dossier.txt"
    try:
        text = template.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ExportError(f"{template}: is not UTF-8 text") from error
    except OSError as error:
        raise ExportError(f"{template}: {system_reason(error)}") from error
    if len(text) > MOST_IN_TEMPLATE:
        raise ExportError(f"{template}: is too long for a template")
    return text, str(template)


def _line_of(error: BaseException) -> int | None:
    """The line of the template that an exception came from; None if it came from elsewhere."""
    at, line = error.__traceback__, None
    while at is not None:
        # So jinja names code that it made of text.
        line = at.tb_lineno if at.tb_frame.f_code.co_filename == "<template>" else line
        at = at.tb_next
    return line
