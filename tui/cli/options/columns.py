"""``--columns``: which columns an export or a list has, in which order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def complete_columns(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """What the last name of a list can become."""
    # Imported late: it brings SQLAlchemy, for which no help is to wait.
    from db.export.choosing import ALL_NAME, SHORT_NAME
    from db.export.columns import CHOOSABLE
    from tui.session.column_presets import MARK, PresetError, Presets

    before, comma, begun = incomplete.rpartition(",")
    try:
        presets = [f"{MARK}{name}" for name in Presets().all()]
    except PresetError:
        presets = []
    names = [SHORT_NAME, ALL_NAME, *presets, *CHOOSABLE]
    taken = set(before.split(","))
    return [
        f"{before}{comma}{name}" for name in names if name.startswith(begun) and name not in taken
    ]


def columns_option(usual: str) -> Callable[[Function], Function]:
    """``--columns``, passed as the columns that it names; None where it is not given.

    Args:
        usual: What there is then.
    """
    return click.option(
        "--columns",
        metavar="NAMES",
        callback=_chosen,
        shell_complete=complete_columns,
        help="Columns to write, in this order, with commas between; 'short' for the dozen that "
        "most readers look for, @NAME for a preset. 'claims columns' lists them. "
        f"[default: {usual}]",
    )


def _chosen(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[str, ...] | None:
    if value is None or ctx.resilient_parsing:
        return None
    # Imported late: what no other command asks for.
    from tui.session.column_presets import Presets

    return Presets().columns(value)
