"""Claims that say the same. Those stored before are compared on demand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0011"
down_revision: str | None = "0010"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "encoding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_encoding")),
        sa.UniqueConstraint("sha256", "form", name=op.f("uq_encoding_sha256_form")),
    )
    op.create_table(
        "thread",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=True),
        sa.Column("label_key", sa.Text(), nullable=True),
        sa.Column("labelled", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["thread.id"], name=op.f("fk_thread_merged_into_thread")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread")),
        sa.UniqueConstraint("public_id", name=op.f("uq_thread_public_id")),
    )
    op.create_index(op.f("ix_thread_merged_into"), "thread", ["merged_into"], unique=False)
    op.create_table(
        "thread_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_act")),
    )
    op.create_table(
        "text_vector",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("encoding_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["encoding_id"], ["encoding.id"], name=op.f("fk_text_vector_encoding_id_encoding")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_vector")),
        sa.UniqueConstraint("encoding_id", "key", name=op.f("uq_text_vector_encoding_id_key")),
    )
    op.create_table(
        "thread_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left_claim", sa.Text(), nullable=False),
        sa.Column("right_claim", sa.Text(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_act", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "left_claim < right_claim", name=op.f("ck_thread_judgement_pair_ordered")
        ),
        sa.ForeignKeyConstraint(
            ["act_id"], ["thread_act.id"], name=op.f("fk_thread_judgement_act_id_thread_act")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_judgement")),
    )
    op.create_index(
        op.f("ix_thread_judgement_act_id"), "thread_judgement", ["act_id"], unique=False
    )
    op.create_index(
        op.f("ix_thread_judgement_right_claim"), "thread_judgement", ["right_claim"], unique=False
    )
    op.create_index(
        "uq_thread_judgement_left_claim_right_claim_live",
        "thread_judgement",
        ["left_claim", "right_claim"],
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )
    op.create_table(
        "thread_label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_act", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["act_id"], ["thread_act.id"], name=op.f("fk_thread_label_act_id_thread_act")
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_thread_label_thread_id_thread")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thread_label")),
    )
    op.create_index(op.f("ix_thread_label_act_id"), "thread_label", ["act_id"], unique=False)
    op.create_index(
        "uq_thread_label_thread_id_live",
        "thread_label",
        ["thread_id"],
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )
    op.create_table(
        "claim_meaning",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("full_id", sa.Integer(), nullable=False),
        sa.Column("content_id", sa.Integer(), nullable=False),
        sa.Column("numbers", sa.BigInteger(), nullable=False),
        sa.Column("attitude", sa.SmallInteger(), nullable=False),
        sa.Column("signs", sa.LargeBinary(), nullable=False),
        sa.Column("encoding_id", sa.Integer(), nullable=False),
        sa.Column("thread_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "attitude BETWEEN -1 AND 1", name=op.f("ck_claim_meaning_attitude_known")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_claim_meaning_claim_id_claim"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["content_id"], ["text_vector.id"], name=op.f("fk_claim_meaning_content_id_text_vector")
        ),
        sa.ForeignKeyConstraint(
            ["encoding_id"], ["encoding.id"], name=op.f("fk_claim_meaning_encoding_id_encoding")
        ),
        sa.ForeignKeyConstraint(
            ["full_id"], ["text_vector.id"], name=op.f("fk_claim_meaning_full_id_text_vector")
        ),
        sa.ForeignKeyConstraint(
            ["thread_id"], ["thread.id"], name=op.f("fk_claim_meaning_thread_id_thread")
        ),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claim_meaning")),
    )
    op.create_index(
        op.f("ix_claim_meaning_content_id"), "claim_meaning", ["content_id"], unique=False
    )
    op.create_index(op.f("ix_claim_meaning_full_id"), "claim_meaning", ["full_id"], unique=False)
    op.create_index(
        op.f("ix_claim_meaning_thread_id"), "claim_meaning", ["thread_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("claim_meaning")
    op.drop_table("thread_label")
    op.drop_table("thread_judgement")
    op.drop_table("text_vector")
    op.drop_table("thread_act")
    op.drop_table("thread")
    op.drop_table("encoding")
