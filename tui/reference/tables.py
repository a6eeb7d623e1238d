"""Tables of what the app and the export offer: keys and columns."""

from __future__ import annotations

from claims.reading.formats.table import FORMATS
from db.export.columns import MEANINGS
from tui.dialogs.help import shown_keys
from tui.keys import keymap
from tui.reference.markdown import code, table


def keys() -> str:
    """A table of keys for each place in the app, with the ids by which they are rebound."""
    return "\n\n".join(
        f"## {context.title}\n\n{_keys_of(context)}" for context in keymap.KEY_CONTEXTS
    )


def columns() -> str:
    """The columns of an export in their order."""
    return table(("column", "holds"), ((code(name), meaning) for name, meaning in MEANINGS.items()))


def formats() -> str:
    """The formats that are read, by their endings."""
    return table(
        ("format", "endings", "read of it"),
        ((one.name, " ".join(map(code, one.endings)), one.gives) for one in FORMATS),
    )


def _keys_of(context: keymap.KeyContext) -> str:
    return table(
        ("key", "does", "id"),
        (
            (
                " ".join(map(code, shown_keys(binding, {}).split(" "))),
                binding.tooltip,
                code(binding.id or ""),
            )
            for binding in keymap.bindings_of(context)
        ),
    )
