"""What the app keeps between runs: how the main screen was left, by database, and the theme; how
such files are read and written."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_type_hints

import platformdirs
from sqlalchemy import URL

from db.connection.passwords import masked, shown
from db.connection.private_files import replace_text
from tui.session.logs import log

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

VERSION: Final = 1
"""Of the files; those of another version are as if they were not there."""


class StateError(Exception):
    """What was kept cannot be read; the message is one line that names the file."""


@dataclass(frozen=True, slots=True)
class ScreenState:
    """How the main screen was left.

    Args:
        line: The filter line, which has the sort order too.
        claim: The id of the claim under the cursor; None if nobody went to one.
        panes: The classes that open and close panes.
        view: The name of the saved view that was open; None if there was none.
        recent: The lines of filters that were used, the last first.
    """

    line: str = ""
    claim: int | None = None
    panes: tuple[str, ...] = ()
    view: str | None = None
    recent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThemeState:
    """Which theme was chosen in the app.

    Args:
        theme: Its name; None if none was chosen.
        configured: What the config file said then: once it says otherwise, the file holds.
    """

    theme: str | None = None
    configured: str | None = None


State = TypeVar("State", bound="DataclassInstance")


def state_folder() -> Path:
    """Where state is kept: the user's state folder."""
    return Path(platformdirs.user_state_dir("claims", appauthor=False))


class Keeper:
    """Reads and writes what is kept; writing never fails, as nothing depends on it.

    Args:
        folder: Where the files are.
        database: Whose state it is.
        archive: Which archive is there, as far as that is known: nothing is kept for another one
            that takes its place.
    """

    def __init__(self, folder: Path, database: URL, archive: str | None = None) -> None:
        self._folder = folder
        self._archive = archive
        self.screen_file = folder / "databases" / f"{file_stem(database)}.json"
        self.theme_file = folder / "theme.json"

    @property
    def knows_any(self) -> bool:
        """Whether anything was kept of a run before, on whichever database."""
        return self.theme_file.exists() or any(self.screen_file.parent.glob("*.json"))

    def screen(self) -> ScreenState:
        """How the main screen was left, at first its defaults.

        Raises:
            StateError: The file is broken.
        """
        return read_state(self.screen_file, ScreenState, self._archive)

    def theme(self) -> ThemeState:
        """Which theme was chosen, at first none.

        Raises:
            StateError: The file is broken.
        """
        return read_state(self.theme_file, ThemeState)

    def keep_screen(self, state: ScreenState) -> None:
        """Keep how the main screen is."""
        write_state(self.screen_file, asdict(state), self._archive)

    def keep_theme(self, state: ThemeState) -> None:
        """Keep which theme was chosen."""
        write_state(self.theme_file, asdict(state))

    def forget_screen(self) -> None:
        """Have the next run start afresh on this database."""
        try:
            self.screen_file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s: cannot be removed: %s", self.screen_file, error)


def file_stem(database: URL) -> str:
    """A name of its own for each database, that tells people which it is."""
    name = shown(database)
    readable = re.sub(r"[^\w-]+", "-", Path(masked(database).database or "").stem)[:40]
    return f"{readable}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def read_state(file: Path, kind: type[State], archive: str | None = None) -> State:
    """What a file keeps; the defaults where it is not there, or of another version or archive.

    Args:
        file: Which.
        kind: Of state.
        archive: As `write_state` has it.

    Raises:
        StateError: It is broken.
    """
    try:
        found = json.loads(file.read_bytes())
    except FileNotFoundError:
        return kind()
    except (OSError, ValueError, RecursionError) as error:
        raise StateError(f"{file}: cannot be read: {error}") from error
    if not isinstance(found, dict):
        raise StateError(f"{file}: holds no state")
    if found.get("version") != VERSION or found.get("archive") not in (None, archive):
        return kind()
    return kind(**_values(file, kind, found))


def _values(file: Path, kind: type[State], found: Mapping[str, object]) -> dict[str, Any]:
    """The values for the fields of a state, each of the type it must have."""
    types = get_type_hints(kind)
    values: dict[str, Any] = {}
    for each in fields(kind):
        value = found.get(each.name, each.default)
        if types[each.name] == tuple[str, ...]:
            if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
                raise StateError(f"{file}: {each.name} is no list of names")
            value = tuple(value)
        elif isinstance(value, bool) or not isinstance(value, types[each.name]):
            raise StateError(f"{file}: {each.name} is {value!r}")
        values[each.name] = value
    return values


def write_state(file: Path, state: Mapping[str, object], archive: str | None = None) -> None:
    """Keep something in a file, if that can be written.

    Args:
        file: Which.
        state: What.
        archive: Of which one it is; None if of any, or of one that holds nothing yet.
    """
    kept = {"version": VERSION, **state}
    if archive is not None:
        kept["archive"] = archive
    try:
        replace_text(file, json.dumps(kept, ensure_ascii=True))
    except OSError as error:
        log.warning("%s: cannot be written: %s", file, error)
