"""A matrix of topics as lines of text."""

from __future__ import annotations

from db.analysis.matrix import (
    Matrix,
)


def lines(matrix: Matrix) -> list[tuple[str, dict[str, int]]]:
    """Each row with its cells by the label of the column."""
    labels = [column.label for column in matrix.columns]
    return [
        (row.label, {labels[at]: n for (one, at), n in matrix.cells.items() if one == place})
        for place, row in enumerate(matrix.rows)
    ]
