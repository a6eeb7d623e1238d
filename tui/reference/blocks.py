"""Generated blocks of Markdown: which there are, and how they get into a page.

A block stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``, each on its own line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from tui.reference import commands, filters, schema, tables

BLOCKS: Final[Mapping[str, Callable[[], str]]] = {
    "columns": tables.columns,
    "commands": commands.commands,
    "filters": filters.filters,
    "formats": tables.formats,
    "keys": tables.keys,
    "schema": schema.schema,
    "views": schema.views,
}
"""What makes each block, by its name."""

_BLOCK: Final = re.compile(r"(<!-- generated: (\S+) -->\n).*?(<!-- end -->)", re.DOTALL)


def block_names(page: str) -> list[str]:
    """The names of the generated blocks of a page, in order."""
    return [match[2] for match in _BLOCK.finditer(page)]


def rewritten(page: str) -> str:
    """The page with each of its generated blocks made anew.

    Raises:
        KeyError: The page has a block that nothing makes.
    """
    return _BLOCK.sub(lambda match: f"{match[1]}\n{BLOCKS[match[2]]()}\n\n{match[3]}", page)
