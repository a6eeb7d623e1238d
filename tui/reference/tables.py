"""Tables of what the app and the export offer: keys and columns."""

from __future__ import annotations

from db.export.columns import MEANINGS
from tui.dialogs.help import shown_keys
from tui.keys import keymap
from tui.reference.markdown import code, table


def keys() -> str:
    """A table of keys for each place in the app, with the ids by which they are rebound."""
    return "\n\n".join(f"## {place.title}\n\n{_keys_of(place)}" for place in keymap.PLACES)


def columns() -> str:
    """The columns of an export in their order."""
    return table(("column", "holds"), ((code(name), told) for name, told in MEANINGS.items()))


def _keys_of(place: keymap.Place) -> str:
    return table(
        ("key", "does", "id"),
        (
            (
                " ".join(map(code, shown_keys(binding, {}).split(" "))),
                binding.tooltip,
                code(binding.id or ""),
            )
            for binding in keymap.bindings_of(place)
        ),
    )
