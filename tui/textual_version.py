"""Which versions of Textual the app was tried with; it imports none, as another may lack names."""

from __future__ import annotations

from importlib.metadata import version
from typing import Final

VERSIONS: Final = ("8.2.8", "8.3")
"""The first that serves, and the first that was not tried; the same as in ``pyproject.toml``."""


class WrongTextual(Exception):  # noqa: N818 - it is the wrong one
    """A Textual is installed that the app was not tried with; the message says which is wanted."""


def check_textual(installed: str | None = None) -> None:
    """Refuse a Textual whose private names may be gone or mean something else.

    Raises:
        WrongTextual: It is too old or too new.
    """
    installed = installed or version("textual")
    first, beyond = VERSIONS
    if not _numbers(first) <= _numbers(installed) < _numbers(beyond):
        wanted = f"textual>={first},<{beyond}"
        raise WrongTextual(f"Textual {installed} is installed; the app needs '{wanted}'")


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdecimal()]
