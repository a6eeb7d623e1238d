"""How claims relate. Nothing is suggested of those stored before until all is compared anew."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: str = "0012"
down_revision: str | None = "0011"
branch_labels: str | None = None
depends_on: str | None = None

_RELATIONS: Final = "relation IN ('repeats', 'agrees', 'denies', 'updates', 'contradicts')"
_LIVE: Final = "uq_relation_judgement_left_claim_right_claim_live"


def upgrade() -> None:
    op.create_table(
        "claim_relation",
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.CheckConstraint(_RELATIONS, name=op.f("ck_claim_relation_relation_known")),
        sa.CheckConstraint(
            "state IN ('suggested', 'confirmed', 'dismissed')",
            name=op.f("ck_claim_relation_state_known"),
        ),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_claim_relation_score_range")),
        sa.CheckConstraint("left_id <> right_id", name=op.f("ck_claim_relation_pair_of_two")),
        sa.ForeignKeyConstraint(
            ["left_id"],
            ["claim.id"],
            name=op.f("fk_claim_relation_left_id_claim"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["right_id"],
            ["claim.id"],
            name=op.f("fk_claim_relation_right_id_claim"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("left_id", "right_id", name=op.f("pk_claim_relation")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_relation_right_id"), "claim_relation", ["right_id"])
    op.create_table(
        "relation_judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left_claim", sa.Text(), nullable=False),
        sa.Column("right_claim", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("confirmed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(_RELATIONS, name=op.f("ck_relation_judgement_relation_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relation_judgement")),
    )
    op.create_index(
        op.f("ix_relation_judgement_right_claim"), "relation_judgement", ["right_claim"]
    )
    op.create_index(
        _LIVE,
        "relation_judgement",
        ["left_claim", "right_claim"],
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )


def downgrade() -> None:
    op.drop_table("relation_judgement")
    op.drop_table("claim_relation")
