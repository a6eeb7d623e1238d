"""The review state in the index that claims are read by, as rejected ones are left out."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"
branch_labels: str | None = None
depends_on: str | None = None

_INDEX: Final = "ix_claim_reading"
_COLUMNS: Final = (
    *("article_id", "current", "position", "id"),
    *("cue_class", "negated", "hedged", "prediction"),
)


def upgrade() -> None:
    op.drop_index(_INDEX, table_name="claim")
    op.create_index(_INDEX, "claim", [*_COLUMNS, "review"], unique=False)


def downgrade() -> None:
    op.drop_index(_INDEX, table_name="claim")
    op.create_index(_INDEX, "claim", [*_COLUMNS], unique=False)
