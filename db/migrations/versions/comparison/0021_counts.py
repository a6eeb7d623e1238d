"""What each thread has, counted, so that a list of threads need not read their claims; and which
claims say something else since they were compared."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"
branch_labels: str | None = None
depends_on: str | None = None

_COLUMNS: Final = {
    "claims": "INTEGER DEFAULT 0 NOT NULL",
    "articles": "INTEGER DEFAULT 0 NOT NULL",
    "stories": "INTEGER DEFAULT 0 NOT NULL",
    "first_said": "DATE",
    "first_precision": "TEXT",
    "last_said": "DATE",
    "last_precision": "TEXT",
}

_COUNT: Final = """
    UPDATE thread SET
        claims = counted.claims,
        articles = counted.articles,
        stories = counted.stories,
        first_said = date(substr(counted.earliest, 1, 10)),
        first_precision = substr(counted.earliest, 11),
        last_said = date(substr(counted.latest, 1, 10)),
        last_precision = substr(counted.latest, 11)
    FROM (
        SELECT
            claim_meaning.thread_id,
            count(*) AS claims,
            count(DISTINCT claim.article_id) AS articles,
            count(DISTINCT coalesce(article.story_id, article.id)) AS stories,
            min(CAST(article.published AS TEXT) || article.published_precision) AS earliest,
            max(CAST(article.published AS TEXT) || article.published_precision) AS latest
        FROM claim_meaning
        JOIN claim ON claim.id = claim_meaning.claim_id
        JOIN article ON article.id = claim.article_id
        WHERE claim.current AND claim.review <> 'rejected'
        GROUP BY claim_meaning.thread_id
    ) AS counted
    WHERE counted.thread_id = thread.id
"""


def upgrade() -> None:
    for name, kind in _COLUMNS.items():
        op.execute(f"ALTER TABLE thread ADD COLUMN {name} {kind}")
    op.get_bind().execute(sa.text(_COUNT))
    due: sa.Column[bool] = sa.Column("due", sa.Boolean(), server_default=sa.false(), nullable=False)
    op.add_column("claim_meaning", due)
    op.create_index(
        "ix_claim_meaning_due",
        "claim_meaning",
        ["claim_id"],
        sqlite_where=sa.text("due = 1"),
        postgresql_where=sa.text("due"),
    )


def downgrade() -> None:
    op.drop_index("ix_claim_meaning_due", table_name="claim_meaning")
    op.execute("ALTER TABLE claim_meaning DROP COLUMN due")
    for name in reversed(_COLUMNS):
        op.execute(f"ALTER TABLE thread DROP COLUMN {name}")
