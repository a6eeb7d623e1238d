"""What goes wrong ends in one line and an exit status; a traceback comes only when asked for."""

from __future__ import annotations

import errno

import click
import pytest
from click.testing import CliRunner, Result
from sqlalchemy.exc import OperationalError

from claims.extraction.parallel import WorkerError
from claims.extraction.pipeline import ModelError
from claims.reading import ReadingError
from db.connection.engine import ArchiveError
from db.query.model import QueryError
from tui.cli.group import LazyGroup
from tui.io.errors import EXPECTED, explain
from tui.io.exits import ExitCode


def raising(error: BaseException, *flags: str) -> Result:
    """Run a group that raises ``error``."""

    @click.group(cls=LazyGroup, lazy={}, invoke_without_command=True)
    @click.option("--debug", is_flag=True)
    def group(debug: bool) -> None:
        click.echo("before")
        raise error

    return CliRunner().invoke(group, [*flags])


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (ReadingError("a.txt", "the file is empty"), 1, "claims: a.txt: the file is empty"),
        (ArchiveError("x.db: the disk is full"), 1, "claims: x.db: the disk is full"),
        (ModelError("no model"), 1, "claims: no model"),
        (QueryError("sort is odd"), 2, "claims: sort is odd"),
        (OSError(errno.ENOSPC, "No space left", "o.csv"), 1, "claims: o.csv: no space left"),
        (OSError(errno.ENOSPC, "No space left"), 1, "claims: standard output: no space left"),
        (OSError("odd"), 1, "claims: odd"),
        (KeyboardInterrupt(), 130, "claims: interrupted; what was stored or written before stays"),
        (
            ZeroDivisionError("by\nzero\x1b[31m"),
            1,
            "claims: internal error: ZeroDivisionError: by zero␛[31m "
            "('claims --debug …' shows where)",
        ),
    ],
)
def test_one_line_and_a_status(error: BaseException, code: int, line: str) -> None:
    result = raising(error)
    assert result.exit_code == code
    assert result.stdout == "before\n"
    assert result.stderr.strip() == line


def test_a_closed_pipe_is_silent() -> None:
    result = raising(BrokenPipeError(errno.EPIPE, "Broken pipe"))
    assert (result.exit_code, result.stderr) == (ExitCode.PIPE_CLOSED, "")


def test_what_a_driver_tells_holds_no_password() -> None:
    cause = Exception('invalid sslmode value: "require;password=sesame"')
    result = raising(OperationalError("SELECT 1", None, cause))
    assert result.exit_code == 1
    assert result.stderr == 'claims: database: invalid sslmode value: "require;password=***"\n'


def test_debug_lets_the_traceback_through() -> None:
    result = raising(ZeroDivisionError("by zero"), "--debug")
    assert isinstance(result.exception, ZeroDivisionError)


@pytest.mark.slow  # it loads all parts that have errors, the app among them
def test_an_expected_error_is_found_under_its_name() -> None:
    import importlib

    for module, name, code in EXPECTED:
        kind = getattr(importlib.import_module(module), name)
        assert explain(_any(kind)).exit_code == code


def _any(kind: type[Exception]) -> Exception:
    return kind("one", "two") if kind in (ReadingError, WorkerError) else kind("one")
