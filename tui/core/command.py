"""The command that shows on the command line what a screen shows, in the same archive."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import URL, make_url

from db.connection.engine import ArchiveError, database_url
from tui.session.config import ConfigError, chosen_database
from tui.text.command_line import command_line


def command_of(url: URL, words: Sequence[str]) -> str:
    """A command for a shell.

    Args:
        url: Of the archive, which is named unless commands open it anyway; never its password.
        words: Subcommand, options and values.
    """
    return command_line([*words, *([] if _is_usual(url) else ["--db", _named(url)])])


def _is_usual(url: URL) -> bool:
    try:
        return make_url(database_url(chosen_database())) == url
    except (ArchiveError, ConfigError):
        return False


def _named(url: URL) -> str:
    if url.get_backend_name() == "sqlite" and url.database and not url.query:
        return url.database
    # Without the password, which `URL.set` would leave as it is.
    parts = (url.username, None, url.host, url.port, url.database, url.query)
    return URL.create(url.drivername, *parts).render_as_string()
