"""How surely a claim is a statement, and how sure its speakers and affiliations are."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: str = "0013"
down_revision: str | None = "0012"
branch_labels: str | None = None
depends_on: str | None = None

_SHARES: Final = (
    ("claim", "statement"),
    ("claim_speaker", "confidence"),
    ("affiliation", "confidence"),
)
"""Table and column."""


def upgrade() -> None:
    double = sa.Double().compile(op.get_bind().dialect)
    for table, column in _SHARES:
        # Added in place: to rebuild a table of millions of claims takes minutes.
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} {double} "
            f"CONSTRAINT ck_{table}_{column}_range CHECK ({column} BETWEEN 0 AND 1)"
        )


def downgrade() -> None:
    for table, column in reversed(_SHARES):
        op.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
