"""The language of each article, and which files failed when they were last tried."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.execute("ALTER TABLE article ADD COLUMN language TEXT")
    op.create_table(
        "failed_file",
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("file", "path", name=op.f("pk_failed_file")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("failed_file")
    op.execute("ALTER TABLE article DROP COLUMN language")
