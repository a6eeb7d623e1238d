"""Views for people who ask in SQL."""

from __future__ import annotations

from alembic import op

from db.schema import views

revision: str = "0019"
down_revision: str | None = "0017"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    views.create(op.get_bind())


def downgrade() -> None:
    views.drop(op.get_bind())
