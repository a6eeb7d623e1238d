"""What claims are about. Claims stored before have no phrases until they are extracted again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "phrase",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["topic_id"], ["phrase.id"], name=op.f("fk_phrase_topic_id_phrase")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_phrase")),
        sa.UniqueConstraint("key", name=op.f("uq_phrase_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_phrase_public_id")),
    )
    op.create_index(op.f("ix_phrase_topic_id"), "phrase", ["topic_id"], unique=False)
    op.create_table(
        "claim_phrase",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("phrase_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_claim_phrase_claim_id_claim"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["phrase_id"], ["phrase.id"], name=op.f("fk_claim_phrase_phrase_id_phrase")
        ),
        sa.PrimaryKeyConstraint("claim_id", "phrase_id", name=op.f("pk_claim_phrase")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_claim_phrase_phrase_id"), "claim_phrase", ["phrase_id"], unique=False)


def downgrade() -> None:
    op.drop_table("claim_phrase")
    op.drop_table("phrase")
