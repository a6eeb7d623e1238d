"""Tables of keys, columns, filters and the schema."""

from __future__ import annotations

from db.export.columns import COLUMNS
from db.query.line import FILTER_KEYS
from db.schema.base import Base
from db.schema.views import VIEWS
from tui.cli.main import COMMANDS
from tui.keys import keymap
from tui.reference.blocks import BLOCKS


def test_the_blocks_leave_nothing_out() -> None:
    assert [name for name in COLUMNS if f"| `{name}` |" not in BLOCKS["columns"]()] == []
    assert [name for name in COMMANDS if f"### claims {name}\n" not in BLOCKS["commands"]()] == []
    assert [name for name in keymap.by_id() if f"| `{name}` |" not in BLOCKS["keys"]()] == []
    tables = Base.metadata.tables
    assert [name for name in tables if f"    {name} {{\n" not in BLOCKS["schema"]()] == []
    assert [name for name in VIEWS if f"### {name}\n" not in BLOCKS["views"]()] == []
    filters = BLOCKS["filters"]()
    keys = {key: "`is:negated`" if key in ("is", "not") else f"`{key}:" for key in FILTER_KEYS}
    assert [key for key, shown in keys.items() if shown not in filters] == []
