"""Who says a claim in which telling phrases, by which claims are compared as well. Those stored
before have none until all is compared anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0017"
down_revision: str | None = "0016"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.add_column("claim_meaning", sa.Column("wordings", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("claim_meaning", "wordings")
