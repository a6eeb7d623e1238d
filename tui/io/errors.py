"""From an exception to the one line and the exit status that a user gets."""

from __future__ import annotations

import errno
import re
import sys
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import Final

import click

from claims.system_error import system_reason
from tui.io.exits import ExitCode
from tui.io.streams import one_line

# By name, so that saying what went wrong never imports a part that was not in use.
EXPECTED: Final = (
    ("claims.reading", "ReadingError", ExitCode.FAILURE),
    ("claims.identity.authority", "AuthorityError", ExitCode.FAILURE),
    ("claims.scoring.files.errors", "ScoringError", ExitCode.FAILURE),
    ("claims.engines.engine", "EngineError", ExitCode.FAILURE),
    ("claims.extraction.pipeline", "ModelError", ExitCode.FAILURE),
    ("claims.extraction.parallel", "WorkerError", ExitCode.FAILURE),
    ("db.connection.engine", "ArchiveError", ExitCode.FAILURE),
    # Before the class that it is one of.
    ("db.export", "NotOfferedError", ExitCode.USAGE),
    ("db.export", "ExportError", ExitCode.FAILURE),
    ("tui.session.column_presets", "PresetError", ExitCode.USAGE),
    ("db.query.model", "QueryError", ExitCode.USAGE),
    ("tui.run", "AppFailed", ExitCode.FAILURE),
    ("tui.textual_version", "WrongTextual", ExitCode.FAILURE),
    ("tui.session.config", "ConfigError", ExitCode.FAILURE),
    ("db.review.corrections", "ReviewError", ExitCode.USAGE),
)

_KIND_OF_NUMBER: Final = re.compile(r"is not a valid (integer|float)(?: range)?$")
_WRITING: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class CommandFailed(click.ClickException):
    """A command ended early: one line for standard error, or none, and the exit status."""

    def __init__(self, message: str, code: ExitCode) -> None:
        super().__init__(message)
        # click declares a class variable, yet reads it from the instance.
        self.exit_code = code  # type: ignore[misc]


def explain(error: Exception) -> CommandFailed:
    """What to tell the user of ``error``, whether foreseen or not."""
    for kind, code in _foreseen():
        if isinstance(error, kind):
            return CommandFailed(str(error), code)
    if isinstance(error, BrokenPipeError):
        return CommandFailed("", ExitCode.PIPE_CLOSED)
    if isinstance(error, OSError):
        return CommandFailed(_of_system(error), ExitCode.FAILURE)
    alchemy = sys.modules.get("sqlalchemy.exc")
    if alchemy is not None and isinstance(error, alchemy.SQLAlchemyError):
        from db.connection.errors import reason

        return CommandFailed(f"database: {reason(error)}", ExitCode.FAILURE)
    kind_name = type(error).__name__
    return CommandFailed(
        f"internal error: {kind_name}: {error} ('claims --debug …' shows where)", ExitCode.FAILURE
    )


def usage_line(error: click.UsageError) -> str:
    """A usage error in one line, with the way to the help that applies."""
    where = error.ctx.command_path if error.ctx is not None else "claims"
    line = one_line(error.format_message()).rstrip(".")
    if isinstance(error, click.NoSuchOption):
        # click names all that are somewhat alike, in alphabetical order, but none that was cut.
        others = [*_going_on(error), *(error.possibilities or ())]
        line = error.message.rstrip(".") + _did_you_mean(error.option_name, others)
    between = " See" if line.endswith("?") else "; see"
    return f"{_KIND_OF_NUMBER.sub(_number, line)}{between} '{where} --help'"


def _number(kind: re.Match[str]) -> str:
    return "is not a whole number" if kind[1] == "integer" else "is not a number"


def _going_on(error: click.NoSuchOption) -> Iterator[str]:
    """Options of the command that begin as the one that there is not."""
    for param in error.ctx.command.params if error.ctx is not None else ():
        yield from (name for name in param.opts if name.startswith(error.option_name))


def _did_you_mean(option: str, others: Sequence[str]) -> str:
    """The option that is most like one in what it is about: "--no-such" is not like "--no-copy"."""
    if len(begun := [other for other in others if other.startswith(option)]) == 1:
        return f"; did you mean {begun[0]!r}?"
    for about in get_close_matches(_about(option), {*map(_about, others)}, n=1):
        # Of "--negated" and "--no-negated" the one that begins as this does.
        alike = [other for other in others if _about(other) == about]
        best = max(alike, key=lambda other: SequenceMatcher(None, option, other).ratio())
        return f"; did you mean {best!r}?"
    return ""


def _about(option: str) -> str:
    return option.removeprefix("--").removeprefix("no-")


def _foreseen() -> Iterator[tuple[type[Exception], ExitCode]]:
    for module_name, name, code in EXPECTED:
        kind = getattr(sys.modules.get(module_name), name, None)
        if kind is not None:
            yield kind, code


def _of_system(error: OSError) -> str:
    reason = system_reason(error)
    if error.filename:
        return f"{error.filename}: {reason}"
    # Files that we write are named by who writes them; what is left is a redirected output.
    return f"standard output: {reason}" if error.errno in _WRITING else reason
