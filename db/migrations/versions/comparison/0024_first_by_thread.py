"""The first claims by what their threads have are found in indexes."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: str = "0024"
down_revision: str | None = "0023"
branch_labels: str | None = None
depends_on: str | None = None

_COLUMNS: Final = ("articles", "first_said")


def upgrade() -> None:
    for column in _COLUMNS:
        op.create_index(f"ix_thread_{column}", "thread", [column], unique=False)


def downgrade() -> None:
    for column in _COLUMNS:
        op.drop_index(f"ix_thread_{column}", "thread")
