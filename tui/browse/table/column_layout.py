"""Which columns the claims table shows, in which order and how wide: what a user set."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import platformdirs

from db.connection.private_files import replace_text
from tui.browse.table.columns import COLUMNS, EXPORTED, USUAL, Column

KEYS: Final = tuple(column.key for column in COLUMNS)
LEAST_WIDTH: Final = 3
MOST_WIDTH: Final = 200
BY_KEY: Final = {column.key: column for column in COLUMNS}
_RENAMED: Final = {"post": "affiliation"}
"""Keys in layouts kept before, and what they are called now."""
_LINES_AFTER: Final = {2: 3, 3: 1, 1: 2}
_USUALLY_HIDDEN: Final = frozenset(column.key for column in COLUMNS if not column.usual)


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """The columns of a table; each change gives another layout.

    Args:
        order: The keys of all columns, hidden ones too.
        hidden: Those that are not shown.
        widths: Cells of those that have a fixed width.
        frozen: Those that stay at the left, whatever the others are moved to.
        lines: How many lines a row has where there is room: one, two or three.
    """

    order: tuple[str, ...] = KEYS
    hidden: frozenset[str] = _USUALLY_HIDDEN
    widths: Mapping[str, int] = field(default_factory=dict)
    frozen: frozenset[str] = frozenset()
    lines: int = 2

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns to show, the frozen ones first, with the widths that were set."""
        keys = [key for key in self.order if key not in self.hidden]
        keys.sort(key=lambda key: key not in self.frozen)
        return tuple(self._column(key) for key in keys)

    def given_up(
        self, blank: Collection[str], current: str | None, sort: str, lines: int
    ) -> Collection[str]:
        """Of the columns that say nothing those that nobody asked for. Dates may be sorted by
        without being asked for.

        Args:
            blank: Those that say nothing.
            current: One that is asked for.
            sort: The field of another one.
            lines: How many lines a row has; with several, the place of the outlet has the article
                too, and always says something.
        """
        asked = {current, *self.widths, *self.frozen, *_USUALLY_HIDDEN}
        if lines > 1:
            asked.add("outlet")
        sorted_by = {column.key for column in COLUMNS if column.sort == sort} - {"date"}
        return set(blank) - asked - sorted_by

    def toggled(self, key: str) -> ColumnLayout:
        """With a column shown or hidden; the last one that is shown stays."""
        hidden = self.hidden ^ {key}
        return self if len(hidden) == len(self.order) else replace(self, hidden=hidden)

    def frozen_toggled(self, key: str) -> ColumnLayout:
        """With a column staying at the left, or moving with the others again."""
        return replace(self, frozen=self.frozen ^ {key})

    def lines_turned(self) -> ColumnLayout:
        """With three lines a row in place of two, one in place of three, two in place of one."""
        return replace(self, lines=_LINES_AFTER[self.lines])

    def resized(self, key: str, width: int | None) -> ColumnLayout:
        """With a column of so many cells; None for as many as fit."""
        widths = {name: cells for name, cells in self.widths.items() if name != key}
        if width is not None:
            widths[key] = max(LEAST_WIDTH, min(width, MOST_WIDTH))
        return replace(self, widths=widths)

    def moved(self, key: str, step: int) -> ColumnLayout:
        """With a column past its neighbour among all columns; at the end nothing changes."""
        order = list(self.order)
        at = order.index(key)
        to = max(0, min(at + step, len(order) - 1))
        order.insert(to, order.pop(at))
        return replace(self, order=tuple(order))

    def moved_shown(self, key: str, step: int) -> ColumnLayout:
        """With a column past its neighbour among those that are shown."""
        shown = [column.key for column in self.shown]
        to = shown.index(key) + step
        if not 0 <= to < len(shown) or (shown[to] in self.frozen) != (key in self.frozen):
            return self
        rest = [name for name in self.order if name != key]
        rest.insert(rest.index(shown[to]) + (step > 0), key)
        return replace(self, order=tuple(rest))

    def in_export(self) -> tuple[str, ...] | None:
        """What the shown columns are called in exports; None where they are the usual ones."""
        shown = [column.key for column in self.shown]
        if shown == [column.key for column in USUAL]:
            return None
        return tuple(dict.fromkeys(name for key in shown for name in EXPORTED[key]))

    def to_json(self) -> str | None:
        """As text to keep; None for the usual layout."""
        if self == ColumnLayout():
            return None
        return json.dumps(
            {
                "order": self.order,
                "hidden": sorted(self.hidden),
                "widths": dict(self.widths),
                "frozen": sorted(self.frozen),
                "lines": self.lines,
            }
        )

    @classmethod
    def from_json(cls, text: str | None) -> ColumnLayout:
        """What `to_json` made, as far as it can be read: columns that it does not know of are as
        usual, and those that are no more are left out."""
        try:
            kept = json.loads(text or "{}")
            order = [key for key in dict.fromkeys(_known(kept["order"])) if key in BY_KEY]
            hidden = {key for key in _known(kept["hidden"]) if key in order}
            widths = {
                key: max(LEAST_WIDTH, min(int(cells), MOST_WIDTH))
                for key, cells in zip(_known(kept["widths"]), kept["widths"].values(), strict=True)
                if key in order
            }
            frozen = frozenset(key for key in _known(kept["frozen"]) if key in order)
            # As it was called before there were three.
            lines = kept.get("lines", 1 if kept.get("one_line") else 2)
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()
        new = [key for key in KEYS if key not in order]
        hidden |= _USUALLY_HIDDEN & set(new)
        if len(hidden) == len(KEYS):
            return cls()
        lines = lines if lines in _LINES_AFTER.values() else 2
        return cls((*order, *new), frozenset(hidden), widths, frozen, lines)

    def _column(self, key: str) -> Column:
        column = BY_KEY[key]
        if (width := self.widths.get(key)) is not None:
            column = replace(column, least=width, most=width)
        # What somebody froze or asked for is to be seen before what is there anyhow.
        if key in self.frozen:
            return replace(column, rank=0)
        return column if column.usual else replace(column, rank=1)


def _known(keys: Iterable[str]) -> list[str]:
    """Keys as they are called now."""
    return [_RENAMED.get(key, key) for key in keys]


class LayoutMemory:
    """The layout of all that is no saved view, kept between runs.

    Args:
        file: Where; None to keep it for this run only.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._layout: ColumnLayout | None = None

    @classmethod
    def of_user(cls) -> LayoutMemory:
        """In the user's state folder."""
        return cls(Path(platformdirs.user_state_dir("claims", appauthor=False)) / "columns.json")

    @property
    def layout(self) -> ColumnLayout:
        """The layout that was kept, else the usual one."""
        if self._layout is None:
            text = None
            try:
                if self._file is not None:
                    text = self._file.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError):
                text = None
            self._layout = ColumnLayout.from_json(text)
        return self._layout

    def keep(self, layout: ColumnLayout) -> None:
        """Keep a layout; that it cannot be written is no reason to stop anybody."""
        self._layout = layout
        if self._file is not None:
            with suppress(OSError):
                replace_text(self._file, layout.to_json() or "{}")
