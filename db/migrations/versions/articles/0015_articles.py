"""What people know of articles better than their pages: steps and events, and what was read."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: str = "0015"
down_revision: str | None = "0014"
branch_labels: str | None = None
depends_on: str | None = None

_FIELDS: Final = "field IN ('title', 'outlet', 'byline', 'published', 'url')"


def upgrade() -> None:
    op.create_table(
        "article_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("of_id", sa.Integer(), nullable=True),
        sa.Column("undone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "action IN ('set', 'accept', 'merge', 'table', 'name', 'undo', 'redo')",
            name=op.f("ck_article_step_action_known"),
        ),
        sa.ForeignKeyConstraint(
            ["of_id"], ["article_step.id"], name=op.f("fk_article_step_of_id_article_step")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_step")),
    )
    op.create_index(op.f("ix_article_step_of_id"), "article_step", ["of_id"], unique=False)
    op.create_index(
        op.f("ix_article_step_who_undone_id"), "article_step", ["who", "undone", "id"], unique=False
    )
    op.create_table(
        "article_event",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("before_set", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("after_set", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.CheckConstraint(_FIELDS, name=op.f("ck_article_event_field_known")),
        sa.ForeignKeyConstraint(
            ["step_id"], ["article_step.id"], name=op.f("fk_article_event_step_id_article_step")
        ),
        _of_article("article_event"),
        sa.PrimaryKeyConstraint("step_id", "ordinal", name=op.f("pk_article_event")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_article_event_article_id_step_id"),
        "article_event",
        ["article_id", "step_id"],
        unique=False,
    )
    op.create_table(
        "article_as_read",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.CheckConstraint(_FIELDS, name=op.f("ck_article_as_read_field_known")),
        _of_article("article_as_read"),
        sa.PrimaryKeyConstraint("article_id", "field", name=op.f("pk_article_as_read")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("article_as_read", "article_event", "article_step"):
        op.drop_table(table)


def _of_article(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["article_id"],
        ["article.id"],
        name=op.f(f"fk_{table}_article_id_article"),
        ondelete="CASCADE",
    )
