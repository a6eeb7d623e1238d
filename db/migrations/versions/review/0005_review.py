"""What people judge: steps and events, the extracted values of corrected claims, notes and tags."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "review_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("of_id", sa.Integer(), nullable=True),
        sa.Column("undone", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "action IN ('accept', 'reject', 'reopen', 'correct', 'note', 'tag', 'untag', 'undo', "
            "'redo')",
            name=op.f("ck_review_step_action_known"),
        ),
        sa.ForeignKeyConstraint(
            ["of_id"], ["review_step.id"], name=op.f("fk_review_step_of_id_review_step")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_review_step")),
    )
    op.create_index(op.f("ix_review_step_of_id"), "review_step", ["of_id"], unique=False)
    op.create_index(
        op.f("ix_review_step_who_undone_id"), "review_step", ["who", "undone", "id"], unique=False
    )
    op.create_table(
        "review_event",
        sa.Column("step_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "field IN ('review', 'type', 'content', 'cue', 'source', 'speakers', 'note', 'tags')",
            name=op.f("ck_review_event_field_known"),
        ),
        sa.ForeignKeyConstraint(
            ["step_id"], ["review_step.id"], name=op.f("fk_review_event_step_id_review_step")
        ),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_review_event_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("step_id", "ordinal", name=op.f("pk_review_event")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_review_event_public_id_step_id"),
        "review_event",
        ["public_id", "step_id"],
        unique=False,
    )
    op.create_index(op.f("ix_review_event_text_id"), "review_event", ["text_id"], unique=False)
    _table_of_claims("claim_original", sa.Column("extracted", sa.Text(), nullable=False))
    _table_of_claims(
        "claim_note",
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("note_key", sa.Text(), nullable=False),
    )
    _table_of_claims(
        "claim_tag",
        sa.Column("tag_key", sa.Text(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        key=("claim_id", "tag_key"),
    )
    op.create_index(
        op.f("ix_claim_tag_tag_key_claim_id"), "claim_tag", ["tag_key", "claim_id"], unique=False
    )
    op.create_index("ix_claim_review", "claim", ["review", "current", "confidence"], unique=False)


def downgrade() -> None:
    # Who judged it, and how, goes with the tables.
    op.execute("UPDATE claim SET review = 'machine' WHERE review <> 'machine'")
    op.drop_index("ix_claim_review", table_name="claim")
    for table in ("claim_tag", "claim_note", "claim_original", "review_event", "review_step"):
        op.drop_table(table)


def _table_of_claims(
    name: str, *columns: sa.Column[str], key: tuple[str, ...] = ("claim_id",)
) -> None:
    """A table whose rows are reached through their claim."""
    op.create_table(
        name,
        sa.Column("claim_id", sa.Integer(), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f(f"fk_{name}_claim_id_claim"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
