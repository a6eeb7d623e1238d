"""Options that several commands share, and the types that check their values."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, Final, TypeVar

import click

from tui.io.streams import tell
from tui.session.config import chosen_database
from tui.session.user_name import VARIABLE
from tui.text.words import counted

Function = TypeVar("Function", bound=Callable[..., Any])

DB_HELP: Final = (
    "Database: a path (SQLite) or an SQLAlchemy URL of SQLite or PostgreSQL. "
    "[default: $CLAIMS_DB, else what the config file says, else a file in the user's data "
    "directory]"
)


class Words(click.ParamType[str]):
    """Text that says something and that a database can store."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        words = str(value).strip()
        if not words:
            self.fail("it is empty.", param, ctx)
        if not _is_encodable(words):
            self.fail("it is not valid UTF-8.", param, ctx)
        return words


WORDS: Final = Words()


def _is_encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def database_of(ctx: click.Context) -> str | None:
    """The database meant, after the subcommand or before it; None for the default.

    Raises:
        ConfigError: The config file would have to tell, but cannot be read.
    """
    at: click.Context | None = ctx
    while at is not None:
        if isinstance(given := at.params.get("db"), str):
            return given
        at = at.parent
    return chosen_database()


def check_database(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """Refuse an empty name, as an unset variable of a script leaves it: it is not the default."""
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty", ctx, param)
    return value


def _own_or_group(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    # While options are only completed or checked, no file need be read.
    given = check_database(ctx, param, value)
    return given or (None if ctx.resilient_parsing else database_of(ctx))


def db_option(function: Function) -> Function:
    """``--db`` after the subcommand; the one before it is the fallback."""
    return click.option("--db", metavar="URL", callback=_own_or_group, help=DB_HELP)(function)


def by_option(function: Function) -> Function:
    """``--by``: in whose name something is changed."""
    return click.option(
        "--by",
        metavar="NAME",
        help=f"Name to record changes under. [default: ${VARIABLE}, else the config file's user, "
        "else the login name]",
    )(function)


def format_option(*formats: str) -> Callable[[Function], Function]:
    """``--format`` with the given choices, the first being the default; passed as ``form``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How results are written.",
    )


def fresh_option(function: Function) -> Function:
    """``--fresh``: begin the app without what was kept of the last run."""
    return click.option(
        "--fresh", is_flag=True, help="Do not restore how the app was left last time."
    )(function)


def model_option(function: Function) -> Function:
    """``--model``: which installed spaCy model to extract with."""
    return click.option(
        "--model",
        metavar="NAME",
        type=WORDS,
        shell_complete=_installed_models,
        help="Installed spaCy model to use. [default: $CLAIMS_MODEL, else the standard one]",
    )(function)


def jobs_option(function: Function) -> Function:
    """``--jobs``: in how many processes to extract."""
    return click.option(
        "--jobs",
        metavar="N",
        type=click.IntRange(min=1),
        help="Processes that extract from a large batch, each with its own model in memory. "
        "[default: one a core]",
    )(function)


def engine_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """``--engine`` and ``--jobs``: where to extract; the function gets ``where``."""

    @functools.wraps(function)
    def with_engine(*args: Any, engine: str | None, jobs: int | None, **options: Any) -> Any:
        from claims.engines.engine import EngineError, LocalEngine, read_engine

        if engine is None:
            return function(*args, where=LocalEngine(jobs), **options)
        if jobs is not None:
            raise click.UsageError("--jobs N is --engine local:N; give one of them")
        try:
            chosen = read_engine(engine)
        except EngineError as error:
            raise click.BadParameter(str(error), param_hint="'--engine'") from None
        return function(*args, where=chosen, **options)

    return click.option(
        "--engine",
        metavar="ENGINE",
        help="Where to extract: local:N for N processes, dask://HOST:PORT for the workers of a "
        "Dask scheduler (needs the extra 'cluster'). [default: local]",
    )(jobs_option(with_engine))


def compare_option(function: Function) -> Function:
    """``--compare``: whether to compare what is stored; None for what the settings say."""
    return click.option(
        "--compare/--no-compare",
        "compares",
        default=None,
        help="Compare each article with those that are stored, or not. [default: as the config "
        "file says, else compare]",
    )(function)


def _installed_models(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    from importlib.metadata import entry_points

    names = {point.name for point in entry_points(group="spacy_models")}
    return sorted(name for name in names if name.startswith(incomplete))


def csv_options(function: Function) -> Function:
    """``--raw`` and ``--excel``, which concern CSV only."""
    raw = click.option(
        "--raw",
        is_flag=True,
        help="CSV: leave cells verbatim; do not guard those a spreadsheet would run as formulas, "
        "nor replace control characters.",
    )
    excel = click.option(
        "--excel",
        is_flag=True,
        help="CSV: begin with the byte-order mark that Excel looks for, and cut cells that are "
        "longer than it allows.",
    )
    return raw(excel(function))


def tell_cut(cells: int) -> None:
    """Say on standard error how many cells were cut for a spreadsheet, if any."""
    if cells:
        # Imported late: it brings SQLAlchemy, for which no help is to wait.
        from db.export.table import MOST_IN_CELL

        tell(f"cut {counted(cells, 'cell')} to the {MOST_IN_CELL:,} characters of one")


def check_csv_options(form: str, *, raw: bool, excel: bool) -> None:
    """Refuse ``--raw`` and ``--excel`` where another format than CSV is written.

    Raises:
        click.UsageError: One of them is set and ``form`` is not ``csv``.
    """
    if form != "csv" and (raw or excel):
        given = "--raw" if raw else "--excel"
        raise click.UsageError(f"{given} goes with CSV only, not with {form}")
