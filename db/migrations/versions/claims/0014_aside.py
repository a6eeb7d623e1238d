"""Why a first look leaves a claim out, in the indexes that claims are read by."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: str = "0014"
down_revision: str | None = "0013"
branch_labels: str | None = None
depends_on: str | None = None

_READING: Final = (
    *("article_id", "current", "position", "id"),
    *("cue_class", "negated", "hedged", "prediction", "review"),
)
_REVIEW: Final = ("review", "current", "confidence")

_REASONS: Final = """
UPDATE claim SET aside =
    CASE WHEN parent_id IS NULL THEN 0 ELSE 1 END
    + CASE WHEN confidence < 0.6 THEN 2 ELSE 0 END
    + CASE WHEN EXISTS (SELECT 1 FROM claim_speaker WHERE claim_id = claim.id) THEN 0 ELSE 4 END
    + CASE
        WHEN type <> 'direct' AND statement < 0.5 THEN 8
        WHEN statement IS NULL AND type = 'indirect'
            AND cue_class NOT IN ('statement', 'question', 'denial', 'demand') THEN 8
        ELSE 0
    END
WHERE review = 'machine'
"""


def upgrade() -> None:
    # Added in place: to rebuild a table of millions of claims takes minutes.
    op.execute(
        "ALTER TABLE claim ADD COLUMN aside INTEGER DEFAULT 0 NOT NULL "
        "CONSTRAINT ck_claim_aside_range CHECK (aside BETWEEN 0 AND 15)"
    )
    op.execute(_REASONS)
    _index("aside")


def downgrade() -> None:
    _index()
    op.execute("ALTER TABLE claim DROP COLUMN aside")


def _index(*last: str) -> None:
    for name, columns in (("ix_claim_reading", _READING), ("ix_claim_review", _REVIEW)):
        op.drop_index(name, table_name="claim")
        op.create_index(name, "claim", [*columns, *last], unique=False)
