"""Lists of threads are sorted in an index, by whatever."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0023"
down_revision: str | None = "0022"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    several = sa.text("claims > 1")
    op.create_index(
        "ix_thread_several",
        "thread",
        ["claims", "articles", "stories", "first_said", "last_said"],
        unique=False,
        sqlite_where=several,
        postgresql_where=several,
    )


def downgrade() -> None:
    op.drop_index("ix_thread_several", "thread")
