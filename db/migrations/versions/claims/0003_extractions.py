"""Which runs extracted from which text, whether or not they found a claim."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "extraction",
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_extraction_run_id_run")),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_extraction_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("text_id", "run_id", name=op.f("pk_extraction")),
        sqlite_with_rowid=False,
    )
    op.execute(
        "INSERT INTO extraction (text_id, run_id) SELECT DISTINCT text_id, run_id FROM claim"
    )


def downgrade() -> None:
    op.drop_table("extraction")
