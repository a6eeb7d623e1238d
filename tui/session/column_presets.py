"""Choices of columns that a user keeps by name, for exports of any database."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

import platformdirs

from claims.system_error import system_reason
from db.connection.private_files import replace_text

MARK: Final = "@"
"""What begins the name of a preset in a list of columns."""

_NAME: Final = re.compile(r"[\w-]{1,40}")


class PresetError(Exception):
    """A choice of columns that cannot be had or kept; the message is one line for the user."""


class Presets:
    """Presets, in a file of the user's.

    Args:
        file: Where; in the user's state folder if None.
    """

    def __init__(self, file: Path | None = None) -> None:
        folder = platformdirs.user_state_dir("claims", appauthor=False)
        self.file = file or Path(folder) / "export-columns.json"

    def all(self) -> dict[str, tuple[str, ...]]:
        """The columns of each by name; those that are columns no more are left out."""
        # Imported late: it brings SQLAlchemy, for which no help is to wait.
        from db.export.columns import COLUMNS

        try:
            found = json.loads(self.file.read_bytes())
            kept = {
                str(name): tuple(one for one in names if one in COLUMNS)
                for name, names in found.items()
            }
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError, TypeError, AttributeError) as error:
            raise PresetError(f"{self.file}: cannot be read: {error}") from error
        return {name: kept[name] for name in sorted(kept) if kept[name]}

    def columns(self, text: str) -> tuple[str, ...]:
        """The columns of a list of names with commas between, presets among them.

        Raises:
            PresetError: There is no such column or preset.
        """
        # Imported late: as above.
        from db.export.choosing import columns_named
        from db.export.errors import ExportError

        words = [word.strip() for word in text.split(",")]
        asked = [self._of(word[1:]) if word.startswith(MARK) else (word,) for word in words]
        try:
            return columns_named(",".join(name for names in asked for name in names))
        except ExportError as error:
            raise PresetError(str(error)) from error

    def save(self, name: str, columns: Sequence[str]) -> None:
        """Keep columns under a name; those that were kept under it are replaced.

        Raises:
            PresetError: The name will not do, or the file cannot be written.
        """
        name = name.removeprefix(MARK)
        if not _NAME.fullmatch(name):
            raise PresetError("a preset's name is of letters, digits and hyphens")
        self._write({**self.all(), name: tuple(columns)})

    def delete(self, name: str) -> None:
        """Forget a preset.

        Raises:
            PresetError: There is none of that name, or the file cannot be written.
        """
        name = name.removeprefix(MARK)
        self._of(name)
        self._write({kept: names for kept, names in self.all().items() if kept != name})

    def _of(self, name: str) -> tuple[str, ...]:
        known = self.all()
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1) or [*known][:1]
            hint = f"; did you mean {MARK}{near[0]}?" if near else "; none is saved yet"
            raise PresetError(f"there is no preset {MARK}{name}{hint}")
        return known[name]

    def _write(self, presets: dict[str, tuple[str, ...]]) -> None:
        try:
            replace_text(self.file, json.dumps(presets, ensure_ascii=True))
        except OSError as error:
            reason = system_reason(error)
            raise PresetError(f"{self.file}: cannot be written: {reason}") from error


class PresetsOfVisit(Presets):
    """Presets that nobody else sees and that are gone with the visit."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, tuple[str, ...]] = {}

    def all(self) -> dict[str, tuple[str, ...]]:
        return {name: self._kept[name] for name in sorted(self._kept)}

    def _write(self, presets: dict[str, tuple[str, ...]]) -> None:
        self._kept = presets


@runtime_checkable
class HasPresets(Protocol):
    """An app that says where choices of columns are kept."""

    presets: Presets


def presets_of(app: object) -> Presets:
    """Where an app keeps choices of columns; with those of the user, unless it says otherwise."""
    return app.presets if isinstance(app, HasPresets) else Presets()
