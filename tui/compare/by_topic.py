"""Columns of claims aligned by thread and topic: what several say, what they speak about, and
what only one has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from db.analysis.alignment import AlignedClaims, Shared
from db.claims.view import ClaimRow
from tui.compare.alignment import Side, Sides
from tui.compare.claim_column import Entry
from tui.compare.columns import ComparedColumn, claim_entry
from tui.text import words
from tui.widgets.lines.blocks import Block

MOST_ALIGNED: Final = 4
"""Columns that are aligned at a time."""
LEAST_WIDTH: Final = 36
"""Cells that a column needs."""


def fitting(columns: Sequence[ComparedColumn], width: int) -> list[ComparedColumn]:
    """As many columns as there is room for, at least two: those with most claims, in order."""
    many = max(2, min(MOST_ALIGNED, width // LEAST_WIDTH))
    most = sorted(columns, key=lambda column: -len(column.rows))[:many]
    return [column for column in columns if column in most]


def by_topic(
    title: str,
    columns: Sequence[ComparedColumn],
    found: AlignedClaims,
    of: int,
    command: list[str] | None,
) -> Sides:
    """Columns as sides in sections.

    Args:
        title: Of all of them.
        columns: Those that were aligned.
        found: Their alignment.
        of: How many columns there were to choose from.
        command: Gives the same on the command line; None where none does.
    """
    cut = f", {len(columns)} of {of:,} columns" if len(columns) < of else ""
    sides = [_side(column, found, index) for index, column in enumerate(columns)]
    heading = f"{title} – {words.shared(one.subject.kind for one in found.shared)}{cut}"
    return Sides(heading, tuple(sides), len(found.shared), command)


def _side(column: ComparedColumn, found: AlignedClaims, index: int) -> Side:
    sections = [(_heading(one), *_claims(column, one.sides[index])) for one in found.shared]
    alone = (_title("Only here"), *_claims(column, found.alone[index]))
    number = words.counted(len(column.rows), "claim")
    return Side(
        column.title,
        " · ".join(part for part in (column.subtitle, number) if part),
        (*sections, alone),
    )


def _heading(one: Shared) -> Entry:
    """What several say, or speak about."""
    return _title(f"≈ {one.label}" if one.subject.kind == "thread" else one.label)


def _title(label: str) -> Entry:
    return Entry((Block(label, style="title"),))


def _claims(column: ComparedColumn, rows: Sequence[ClaimRow]) -> list[Entry]:
    names = column.names_speakers
    nothing = Entry((Block("–", style="label"),))
    return [claim_entry(row, who=not names, own=not names) for row in rows] or [nothing]
