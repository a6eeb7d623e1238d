"""Databases as messages, logs and screens name them: with nothing in it that lets anybody in."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote_plus, unquote

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

MASK: Final = "***"

_URL: Final = re.compile(
    r"[a-z][a-z0-9+.-]+:/|(?:sqlite|postgres|postgresql)(?:\+\w+)?:", re.IGNORECASE
)
_SECRET: Final = r"\w*(?:pass|pwd|secret|token)\w*|pw"
_SECRET_NAME: Final = re.compile(_SECRET, re.IGNORECASE)
_SECRET_VALUE: Final = re.compile(
    rf"\b({_SECRET})(\s*=\s*)(?:'[^']*'|\"[^\"]*\"|[^\s&;\"']+)", re.IGNORECASE
)
_BEFORE_HOST: Final = re.compile(r":[^\s@\"']+@")


def is_url(database: str) -> bool:
    """Whether somebody who named a database meant a URL, be it a good one; else it is a path."""
    return _URL.match(database) is not None


def without_passwords(text: str) -> str:
    """What a driver told, or part of a URL, with what stands where passwords do masked."""
    return _BEFORE_HOST.sub(f":{MASK}@", _SECRET_VALUE.sub(rf"\1\2{MASK}", text))


def shown(database: URL | str) -> str:
    """A database as messages name it: the path of a file, a URL without its passwords.

    Args:
        database: Its URL, or a path or URL as somebody wrote it.
    """
    if isinstance(database, str):
        return _shown_as_written(database) if is_url(database) else database
    if database.get_backend_name() == "sqlite":
        name = database.database or "the database in memory"
        return unquote(name.removeprefix("file:")) if name.startswith("file:") else name
    return masked(database).render_as_string().replace(quote_plus(MASK), MASK)


def masked(url: URL) -> URL:
    """A URL that has a mask in place of each password, wherever in it that stands."""
    query = {
        name: MASK if _SECRET_NAME.search(name) else _each_without_passwords(value)
        for name, value in url.query.items()
    }
    return url.set(
        query=query,
        database=url.database and without_passwords(url.database),
        password=url.password and MASK,
        # What follows an @ within a password is taken for a host's name.
        host=MASK if "@" in (url.host or "") else url.host,
    )


def _each_without_passwords(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return without_passwords(value)
    return tuple(without_passwords(each) for each in value)


def _shown_as_written(database: str) -> str:
    try:
        url = make_url(database)
    except (ArgumentError, ValueError):
        # It may hold a password anywhere.
        return f"{database.partition(':')[0]}:{MASK}"
    if masked(url) == url:
        return database
    return masked(url).render_as_string().replace(quote_plus(MASK), MASK)
