"""A first look leaves out what is told in a headline: a fifth reason to set a claim aside."""

from __future__ import annotations

from typing import Final

from alembic import op

from db.schema import views

revision: str = "0025"
down_revision: str | None = "0024"
branch_labels: str | None = None
depends_on: str | None = None

_INDEXES: Final = {
    "ix_claim_reading": (
        *("article_id", "current", "position", "id"),
        *("cue_class", "negated", "hedged", "prediction", "review", "aside"),
    ),
    "ix_claim_review": ("review", "current", "confidence", "aside"),
}

_HEADLINES: Final = """
UPDATE claim SET aside = aside + 16
WHERE review = 'machine' AND EXISTS (
    SELECT 1 FROM claim_span JOIN segment ON segment.text_id = claim.text_id
    WHERE claim_span.claim_id = claim.id AND part = 'content' AND claim_span.ordinal = 0
        AND kind IN ('title', 'dek', 'heading')
        AND segment."start" <= claim_span."start" AND claim_span."start" < segment."end"
)
"""


def upgrade() -> None:
    _allow(31)
    op.execute(_HEADLINES)


def downgrade() -> None:
    op.execute("UPDATE claim SET aside = aside - 16 WHERE aside >= 16")
    _allow(15)


def _allow(most: int) -> None:
    check = f"CONSTRAINT ck_claim_aside_range CHECK (aside BETWEEN 0 AND {most})"
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE claim DROP CONSTRAINT ck_claim_aside_range")
        op.execute(f"ALTER TABLE claim ADD {check}")
        return
    # In place, by way of another column: to rebuild a table of millions of claims takes minutes.
    views.drop(op.get_bind())
    for name in _INDEXES:
        op.drop_index(name, table_name="claim")
    op.execute("ALTER TABLE claim RENAME COLUMN aside TO aside_before")
    op.execute(f"ALTER TABLE claim ADD COLUMN aside INTEGER DEFAULT 0 NOT NULL {check}")
    op.execute("UPDATE claim SET aside = aside_before")
    op.execute("ALTER TABLE claim DROP COLUMN aside_before")
    for name, columns in _INDEXES.items():
        op.create_index(name, "claim", [*columns], unique=False)
    views.create(op.get_bind())
