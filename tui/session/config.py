"""The config file: what a user sets once, in TOML; importing this loads no screen."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import platformdirs

from claims.processes.limits import Limits
from claims.system_error import system_reason

SETTINGS: Final = {
    "database": "the database to open: a path, or a URL",
    "theme": "the theme to start with",
    "user": "who you are, for reviews",
    "article_seconds": "processor time that extraction from one article may take, in seconds",
    "article_megabytes": "memory that extraction from one article may take, beside the model",
    "compare": "whether articles are compared with each other when they are stored",
}
"""The settings beside keys, each with what it is."""

NUMBERS: Final = ("article_seconds", "article_megabytes")
"""Those of the settings that are numbers."""

SWITCHES: Final = ("compare",)
"""Those that are true or false; the others are text."""

_COMMA: Final = re.compile(r"(?:^|(?<=\+)),$")
_AT_LINE: Final = re.compile(
    r"(?P<told>.*) \(at (?:line (?P<line>\d+), column \d+|end of document)\)"
)


class ConfigError(Exception):
    """The config file stands in the way; the message is one line that names it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in the config file, as one line.

    Args:
        file: The file.
        line: Where in it, from 1; None if it is not known.
        key: The setting concerned, ``""`` for the file as a whole.
        reason: What is wrong.
    """

    file: Path
    line: int | None
    key: str
    reason: str

    def __str__(self) -> str:
        place = str(self.file) if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.key}: {self.reason}" if self.key else f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Settings:
    """What is set; None and nothing for what is not.

    Args:
        database: A path or URL; a relative path is made from the file's folder.
        theme: The name of a theme.
        user: Who reviews.
        keys: Keys by the id of a binding, as Textual writes them: ``"m,space"``.
        article_seconds: Processor time, in seconds, that extraction from one article may take.
        article_megabytes: Memory, of 10⁶ bytes, that extraction from one article may take.
        compare: Whether articles are compared with each other when they are stored.
    """

    database: str | None = None
    theme: str | None = None
    user: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    article_seconds: float | None = None
    article_megabytes: float | None = None
    compare: bool | None = None


def config_file() -> Path:
    """Where the config file is: what ``$CLAIMS_CONFIG`` says, else in the user's config folder."""
    given = os.environ.get("CLAIMS_CONFIG")
    if given:
        return Path(given).expanduser().absolute()
    return Path(platformdirs.user_config_dir("claims", appauthor=False)) / "config.toml"


def read_config(file: Path | None = None) -> tuple[Settings, list[Problem]]:
    """The settings, without those that make no sense, and what is wrong with these.

    Whether ids, keys and themes exist is for `tui.session.config_check` to say.

    Args:
        file: The config file; `config_file` if None. One that is not there sets nothing.
    """
    file = file or config_file()
    try:
        text = file.read_bytes().decode("utf-8-sig")
        found = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        return Settings(), []
    except UnicodeDecodeError:
        return Settings(), [Problem(file, None, "", "it is not UTF-8 text")]
    except OSError as error:
        return Settings(), [Problem(file, None, "", system_reason(error))]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(), [_syntax(file, error)]
    problems: list[Problem] = []
    taken: dict[str, Any] = {}
    for name, value in found.items():
        if name in NUMBERS:
            if isinstance(value, int | float) and not isinstance(value, bool) and value > 0:
                taken[name] = value
            else:
                problems.append(problem(file, text, name, "write a number above 0"))
        elif name in SWITCHES:
            if isinstance(value, bool):
                taken[name] = value
            else:
                problems.append(problem(file, text, name, "write true or false"))
        elif name in SETTINGS:
            if isinstance(value, str) and value.strip():
                taken[name] = value.strip()
            else:
                reason = 'write text between quotation marks: "…"'
                problems.append(problem(file, text, name, reason))
        elif name != "keys":
            reason = f"there is no such setting{nearest(name, [*SETTINGS, 'keys'])}"
            problems.append(problem(file, text, name, reason))
    keys, wrong = _keys(file, text, found.get("keys", {}))
    if "database" in taken:
        taken["database"] = _from_folder(file, taken["database"])
    return Settings(**taken, keys=keys), problems + wrong


def problem(file: Path, text: str, key: str, reason: str) -> Problem:
    """A problem with the line of its key, looked up in the file's text."""
    line = next((number for number, name in _assignments(text) if name == key), None)
    return Problem(file, line, key, reason)


def nearest(name: str, names: Iterable[str]) -> str:
    """``"; did you mean …?"`` with the name that is most like ``name``, or nothing."""
    like = difflib.get_close_matches(name, list(names), n=1)
    return f"; did you mean {like[0]}?" if like else ""


def configured_database() -> str | None:
    """The database that the config file names; None if it names none.

    Raises:
        ConfigError: The file cannot be read, so that it may name another than the default.
    """
    return _configured("database").database


def chosen_database() -> str | None:
    """The database that the config file names, unless ``$CLAIMS_DB`` does; None for the default.

    Raises:
        ConfigError: The config file cannot be read.
    """
    if os.environ.get("CLAIMS_DB"):
        return None
    return configured_database()


def configured_limits() -> Limits:
    """What one article may take, as the config file says, else by default.

    Raises:
        ConfigError: The file cannot be read, or a limit in it is wrong.
    """
    settings = _configured(*NUMBERS)
    usual = Limits()
    return Limits(
        settings.article_seconds or usual.seconds, settings.article_megabytes or usual.megabytes
    )


def configured_comparing() -> bool:
    """Whether articles are compared when they are stored, as the config file says, else by default.

    Raises:
        ConfigError: The file cannot be read, or what it says is neither.
    """
    return _configured(*SWITCHES).compare is not False


def _configured(*names: str) -> Settings:
    """The settings, of which these are right or not set."""
    settings, problems = read_config()
    for each in problems:
        if each.key in ("", *names):
            raise ConfigError(str(each))
    return settings


def _keys(file: Path, text: str, found: object) -> tuple[dict[str, str], list[Problem]]:
    if not isinstance(found, dict):
        return {}, [problem(file, text, "keys", "write it as a table: [keys]")]
    keys: dict[str, str] = {}
    problems = []
    for ident, value in _flat(found):
        listed = value if isinstance(value, list) else [value]
        # A comma parts keys, so that the key itself goes by its name.
        named = [_COMMA.sub("comma", key) if isinstance(key, str) else key for key in listed]
        parts = [part.strip() for key in named if isinstance(key, str) for part in key.split(",")]
        if parts and all(parts) and all(isinstance(key, str) for key in listed):
            keys[ident] = ",".join(parts)
        else:
            reason = 'write one or more keys: "m" or ["m", "space"]'
            problems.append(problem(file, text, f"keys.{ident}", reason))
    return keys, problems


def _flat(table: Mapping[str, object], before: str = "") -> Iterator[tuple[str, object]]:
    """The values of a table by dotted key, whether its keys were written in quotes or not."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _assignments(text: str) -> Iterator[tuple[int, str]]:
    """The lines that set something, from 1, with the dotted key that they set."""
    within = ""
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("[") and (name := _dotted(stripped.strip("[]"))):
            within = f"{name}."
            yield number, name
        elif name := _dotted(stripped.partition("=")[0]):
            yield number, within + name


def _dotted(written: str) -> str:
    """A key as written in the file, with dots and without quotes; empty if it is none."""
    try:
        found = tomllib.loads(f"{written} = 0")
    except tomllib.TOMLDecodeError:
        return ""
    return next((name for name, _ in _flat(found)), "")


def _syntax(file: Path, error: Exception) -> Problem:
    reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it is nested too deeply"
    match = _AT_LINE.fullmatch(reason)
    if match is None:
        return Problem(file, None, "", reason)
    line = int(match["line"]) if match["line"] else None
    return Problem(file, line, "", f"it is no valid TOML: {match['told']}")


def _from_folder(file: Path, database: str) -> str:
    # Imported late, as it brings SQLAlchemy, which completing a command must not wait for.
    from db.connection.passwords import is_url

    if is_url(database):
        return database
    return str(file.parent / Path(database).expanduser())
