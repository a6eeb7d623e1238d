"""Where in the text of a printed file each of its pages begins."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0022"
down_revision: str | None = "0021"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "page",
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_page_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("text_id", "number", name=op.f("pk_page")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("page")
