"""``claims config``: where the settings are, what they are, and what is wrong with them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click
from click.exceptions import Exit

from claims.processes.limits import Limits
from tui.cli.group import HelpfulGroup
from tui.io.exits import ExitCode
from tui.io.streams import tell
from tui.session.config import SETTINGS, Settings, chosen_database, config_file

EPILOG: Final = """\b
Examples:
  claims config
  claims config show
  claims config check
"""

PATH_EPILOG: Final = """\b
Examples:
  nano "$(claims config path)"
"""

SHOW_EPILOG: Final = """\b
Examples:
  claims config show | grep mark
"""

CHECK_EPILOG: Final = """\b
Examples:
  claims config check
"""


@click.group("config", cls=HelpfulGroup, epilog=EPILOG, invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show where settings, state and log are; show and check the settings.

    Settings are a TOML file with the database to open, the theme, your name for reviews, how much
    time and memory one article may take, whether articles are compared, and keys for any action of
    the app by its id:

    \b
    database = "news.db"
    theme = "claims-light"
    user = "Ines"
    article_seconds = 60
    [keys]
    "mark.toggle" = ["z", "space"]
    """
    if ctx.invoked_subcommand is None:
        for name, file in kept_files():
            click.echo(f"{name.ljust(8)}  {file}")


@command.command("path", epilog=PATH_EPILOG)
def path() -> None:
    """Print the path of the config file, whether it is there or not."""
    click.echo(config_file())


@command.command("show", short_help="Print all settings in force.", epilog=SHOW_EPILOG)
def show() -> None:
    """Print all settings in force as a config file, with every id that a key can have.

    Lines that begin with '#' are the defaults; take the '#' away to change them.
    """
    from tui.session.config_check import checked_config

    settings, problems = checked_config()
    for line in as_toml(settings):
        click.echo(line)
    if problems:
        tell(f"{len(problems)} wrong in {config_file()}; 'claims config check' tells what")
        raise Exit(ExitCode.FAILURE)


@command.command("check", short_help="Report mistakes in the config file.", epilog=CHECK_EPILOG)
def check() -> None:
    """Report mistakes in the config file, one a line; the exit status is then 1."""
    from tui.session.config_check import checked_config

    file = config_file()
    settings, problems = checked_config(file)
    for problem in problems:
        tell(str(problem))
    if problems:
        raise Exit(ExitCode.FAILURE)
    if not file.exists():
        tell(f"{file} is not there; all is as by default")
        return
    named = [name for name in SETTINGS if getattr(settings, name) is not None]
    named += [f"keys of {', '.join(settings.keys)}"] if settings.keys else []
    tell(f"{file} is all right; it sets {', '.join(named) or 'nothing'}")


def kept_files() -> Iterator[tuple[str, Path | str]]:
    """Each kind of file of ours, and where it is."""
    from sqlalchemy import make_url

    from db.connection.engine import database_url
    from db.connection.passwords import shown
    from tui.session.logs import log_file
    from tui.session.state import state_folder

    yield "settings", config_file()
    yield "state", state_folder()
    yield "log", log_file()
    yield "database", shown(make_url(database_url(chosen_database())))


def as_toml(settings: Settings) -> Iterator[str]:
    """All settings as lines of a config file, those at their default as comments."""
    from db.connection.passwords import shown
    from tui.keys import keymap
    from tui.keys.key_names import written_key
    from tui.session.themes import usual_theme

    limits = Limits()
    usual: dict[str, str | float] = {
        "database": "",
        "theme": usual_theme(),
        "user": "",
        "article_seconds": limits.seconds,
        "article_megabytes": limits.megabytes,
        "compare": True,
    }
    for name, meaning in SETTINGS.items():
        value = getattr(settings, name)
        yield f"# {meaning}"
        if name == "database" and value and shown(value) != value:
            yield "# The password is masked here only"
            value = shown(value)
        if value is not None:
            yield f"{name} = {_written(value)}"
        else:
            yield f"# {name} = {_written(usual[name])}"
    yield ""
    yield "[keys]"
    for context in keymap.KEY_CONTEXTS:
        yield f"# {context.title}"
        for binding in keymap.bindings_of(context):
            ident = binding.id or ""
            keys = map(written_key, keymap.keys_of(binding, settings.keys))
            line = f"{_quoted(ident)} = [{', '.join(map(_quoted, keys))}]"
            change = "" if ident in settings.keys else "# "
            yield f"{change}{line}".ljust(44) + f" # {binding.tooltip}"


def _written(value: str | float) -> str:
    """A value of TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _quoted(value) if isinstance(value, str) else f"{value}"


def _quoted(text: str) -> str:
    """A basic string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
