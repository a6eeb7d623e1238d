"""What claims quote, and the keys by which copies are found. Those stored before are compared on
demand.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0009"
down_revision: str | None = "0008"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "quotation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words_key", sa.BigInteger(), nullable=False),
        sa.Column("weight", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotation")),
        sa.UniqueConstraint("words_key", name=op.f("uq_quotation_words_key")),
    )
    op.create_table(
        "claim_quotation",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("quotation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_claim_quotation_claim_id_claim"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
            name=op.f("fk_claim_quotation_quotation_id_quotation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claim_quotation")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_claim_quotation_quotation_id"), "claim_quotation", ["quotation_id"], unique=False
    )
    op.create_table(
        "quotation_key",
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("quotation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quotation_id"],
            ["quotation.id"],
            name=op.f("fk_quotation_key_quotation_id_quotation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", "quotation_id", name=op.f("pk_quotation_key")),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("quotation_key", "claim_quotation", "quotation"):
        op.drop_table(table)
