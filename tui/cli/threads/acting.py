"""What the subcommands that decide have in common: the line that tells of what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.io.streams import data_output

if TYPE_CHECKING:
    from db.identity.acts import Done


def tell_done(done: Done) -> None:
    """Say what was done, and how to undo it."""
    data_output().write(f"{done.told} (undo with 'claims threads undo {done.number}')\n")
