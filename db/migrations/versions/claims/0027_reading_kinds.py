"""Type, cue and confidence of claims stand in the index by which these are read in order."""

from __future__ import annotations

from typing import Final

from alembic import op

revision: str = "0027"
down_revision: str | None = "0026"
branch_labels: str | None = None
depends_on: str | None = None

_NAME: Final = "ix_claim_reading"
_BEFORE: Final = (
    *("article_id", "current", "position", "id"),
    *("cue_class", "negated", "hedged", "prediction", "review", "aside"),
)
_ADDED: Final = ("type", "cue_lemma_key", "confidence")


def upgrade() -> None:
    _index((*_BEFORE, *_ADDED))


def downgrade() -> None:
    _index(_BEFORE)


def _index(columns: tuple[str, ...]) -> None:
    op.drop_index(_NAME, table_name="claim")
    op.create_index(_NAME, "claim", [*columns], unique=False)
