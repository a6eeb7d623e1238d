"""Claims counted in rows and columns: speakers, topics or threads, against what they stand in."""

from __future__ import annotations

from db.analysis.matrix.cell import claims_of_cell
from db.analysis.matrix.count import count_matrix
from db.analysis.matrix.model import (
    COLUMNS,
    ROWS,
    UNDATED,
    Matrix,
    MatrixBy,
    MatrixLine,
    MatrixOf,
    Position,
)

__all__ = [
    "COLUMNS",
    "ROWS",
    "UNDATED",
    "Matrix",
    "MatrixBy",
    "MatrixLine",
    "MatrixOf",
    "Position",
    "claims_of_cell",
    "count_matrix",
]
