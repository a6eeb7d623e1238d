"""Stories: which articles are copies of one text. Those stored before are compared on demand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.schema import fulltext

revision: str = "0008"
down_revision: str | None = "0007"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    with op.batch_alter_table("article") as batch:
        batch.add_column(sa.Column("story_id", sa.Integer(), nullable=True))
        batch.create_index(op.f("ix_article_story_id"), ["story_id"], unique=False)
        batch.create_foreign_key(
            op.f("fk_article_story_id_article"),
            "article",
            ["story_id"],
            ["id"],
            ondelete="SET NULL",
        )
    fulltext.create_triggers(op.get_bind())
    op.create_table(
        "article_sample",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("sampled", sa.Integer(), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        _of_article("article_sample"),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_article_sample_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_article_sample")),
    )
    op.create_index(op.f("ix_article_sample_text_id"), "article_sample", ["text_id"], unique=False)
    op.create_table(
        "article_shingle",
        sa.Column("hash", sa.BigInteger(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        _of_article("article_shingle"),
        sa.PrimaryKeyConstraint("hash", "article_id", name=op.f("pk_article_shingle")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_article_shingle_article_id"), "article_shingle", ["article_id"], unique=False
    )
    op.create_table(
        "article_copy",
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("overlap", sa.Double(), nullable=False),
        sa.CheckConstraint("left_id < right_id", name=op.f("ck_article_copy_pair_ordered")),
        sa.CheckConstraint("overlap BETWEEN 0 AND 1", name=op.f("ck_article_copy_overlap_range")),
        _of_article("article_copy", "left_id"),
        _of_article("article_copy", "right_id"),
        sa.PrimaryKeyConstraint("left_id", "right_id", name=op.f("pk_article_copy")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_article_copy_right_id"), "article_copy", ["right_id"], unique=False)


def downgrade() -> None:
    for table in ("article_copy", "article_shingle", "article_sample"):
        op.drop_table(table)
    with op.batch_alter_table("article") as batch:
        batch.drop_constraint(op.f("fk_article_story_id_article"), type_="foreignkey")
        batch.drop_index(op.f("ix_article_story_id"))
        batch.drop_column("story_id")
    fulltext.create_triggers(op.get_bind())


def _of_article(table: str, column: str = "article_id") -> sa.ForeignKeyConstraint:
    """That a column is an article, with which the row goes."""
    return sa.ForeignKeyConstraint(
        [column], ["article.id"], name=op.f(f"fk_{table}_{column}_article"), ondelete="CASCADE"
    )
