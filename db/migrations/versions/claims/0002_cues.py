"""What kind of act a claim's cue tells of, and flags of what is claimed."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

from db.schema import fulltext

revision: str = "0002"
down_revision: str | None = "0001"
branch_labels: str | None = None
depends_on: str | None = None

FLAGS: Final = ("negated", "hedged", "prediction")


def upgrade() -> None:
    with op.batch_alter_table("claim") as batch:
        batch.drop_index(op.f("ix_claim_article_id_current_position"))
        batch.add_column(sa.Column("cue_lemma", sa.Text(), nullable=True))
        batch.add_column(sa.Column("cue_lemma_key", sa.Text(), nullable=True))
        batch.add_column(sa.Column("cue_class", sa.Text(), nullable=True))
        for flag in FLAGS:
            batch.add_column(
                sa.Column(flag, sa.Boolean(), server_default=sa.false(), nullable=False)
            )
        batch.create_check_constraint(
            op.f("ck_claim_cue_class_known"),
            "cue_class IN ('statement', 'question', 'denial', 'demand', 'opinion', 'belief', "
            "'intention', 'emotion', 'perception')",
        )
        batch.create_index(op.f("ix_claim_cue_lemma_key"), ["cue_lemma_key"], unique=False)
        batch.create_index(
            "ix_claim_reading",
            ["article_id", "current", "position", "id", "cue_class", *FLAGS],
            unique=False,
        )
    fulltext.create_triggers(op.get_bind())


def downgrade() -> None:
    with op.batch_alter_table("claim") as batch:
        batch.drop_index("ix_claim_reading")
        batch.drop_index(op.f("ix_claim_cue_lemma_key"))
        batch.drop_constraint(op.f("ck_claim_cue_class_known"), type_="check")
        for column in (*FLAGS, "cue_class", "cue_lemma_key", "cue_lemma"):
            batch.drop_column(column)
        batch.create_index(
            op.f("ix_claim_article_id_current_position"),
            ["article_id", "current", "position"],
            unique=False,
        )
    fulltext.create_triggers(op.get_bind())
