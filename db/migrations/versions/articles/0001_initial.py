"""The first schema, with its full-text indexes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from db.schema import fulltext

revision: str = "0001"
down_revision: str | None = None
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    op.create_table(
        "entity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('person', 'organization', 'group', 'document')",
            name=op.f("ck_entity_kind_known"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity")),
        sa.UniqueConstraint("kind", "name_key", name=op.f("uq_entity_kind_name_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_entity_public_id")),
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("name", name=op.f("uq_outlet_name")),
    )
    op.create_index(op.f("ix_outlet_name_key"), "outlet", ["name_key"], unique=False)

    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("tool_version", sa.Text(), nullable=False),
        sa.Column("model_name", sa.Text(), nullable=False),
        sa.Column("model_version", sa.Text(), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
        sa.UniqueConstraint("public_id", name=op.f("uq_run_public_id")),
    )
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("title_key", sa.Text(), nullable=True),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_precision", sa.Text(), nullable=False),
        sa.Column("published_evidence", sa.Text(), nullable=True),
        sa.Column("stated", sa.Date(), nullable=True),
        sa.Column("stated_precision", sa.Text(), nullable=False),
        sa.Column("stated_evidence", sa.Text(), nullable=True),
        sa.Column("fetched", sa.Date(), nullable=True),
        sa.Column("fetched_evidence", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "published_precision IN ('day', 'month', 'year', 'unknown')",
            name=op.f("ck_article_published_precision_known"),
        ),
        sa.CheckConstraint(
            "stated_precision IN ('day', 'month', 'year', 'unknown')",
            name=op.f("ck_article_stated_precision_known"),
        ),
        sa.ForeignKeyConstraint(
            ["outlet_id"], ["outlet.id"], name=op.f("fk_article_outlet_id_outlet")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article")),
        sa.UniqueConstraint("key", name=op.f("uq_article_key")),
        sa.UniqueConstraint("public_id", name=op.f("uq_article_public_id")),
    )
    op.create_index(op.f("ix_article_outlet_id"), "article", ["outlet_id"], unique=False)
    op.create_index(op.f("ix_article_published_id"), "article", ["published", "id"], unique=False)

    op.create_table(
        "entity_name",
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_entity_name_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entity_id", "name_key", name=op.f("pk_entity_name")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "article_text",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=False),
        sa.Column("html", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("version >= 1", name=op.f("ck_article_text_version_counted")),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_article_text_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_article_text")),
        sa.UniqueConstraint("article_id", "sha256", name=op.f("uq_article_text_article_id_sha256")),
        sa.UniqueConstraint(
            "article_id", "version", name=op.f("uq_article_text_article_id_version")
        ),
    )
    op.create_index(op.f("ix_article_text_sha256"), "article_text", ["sha256"], unique=False)
    op.create_index(
        "uq_article_text_article_id_current",
        "article_text",
        ["article_id"],
        unique=True,
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )

    op.create_table(
        "byline",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_byline_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("article_id", "ordinal", name=op.f("pk_byline")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("public_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "review IN ('machine', 'accepted', 'corrected', 'rejected')",
            name=op.f("ck_claim_review_known"),
        ),
        sa.CheckConstraint(
            "type IN ('direct', 'mixed', 'indirect')", name=op.f("ck_claim_type_known")
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("ck_claim_confidence_range")),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_claim_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["claim.id"], name=op.f("fk_claim_parent_id_claim"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_claim_run_id_run")),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_claim_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claim")),
        sa.UniqueConstraint("run_id", "public_id", name=op.f("uq_claim_run_id_public_id")),
    )
    op.create_index(
        op.f("ix_claim_article_id_current_position"),
        "claim",
        ["article_id", "current", "position"],
        unique=False,
    )
    op.create_index(op.f("ix_claim_parent_id"), "claim", ["parent_id"], unique=False)
    op.create_index(op.f("ix_claim_text_id"), "claim", ["text_id"], unique=False)
    op.create_index(
        "uq_claim_public_id_current",
        "claim",
        ["public_id"],
        unique=True,
        sqlite_where=sa.text("current = 1"),
        postgresql_where=sa.text("current"),
    )

    op.create_table(
        "mention",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('person', 'organization', 'group', 'document')",
            name=op.f("ck_mention_kind_known"),
        ),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_mention_run_id_run")),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_mention_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention")),
        sa.UniqueConstraint(
            "run_id", "text_id", "ordinal", name=op.f("uq_mention_run_id_text_id_ordinal")
        ),
    )
    op.create_index(op.f("ix_mention_text_id"), "mention", ["text_id"], unique=False)

    op.create_table(
        "segment",
        sa.Column("text_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('title', 'dek', 'byline', 'dateline', 'paragraph', 'heading', 'caption', "
            "'credit', 'comment', 'promo', 'tag', 'junk')",
            name=op.f("ck_segment_kind_known"),
        ),
        sa.CheckConstraint('0 <= "start" AND "start" < "end"', name=op.f("ck_segment_span_proper")),
        sa.ForeignKeyConstraint(
            ["text_id"],
            ["article_text.id"],
            name=op.f("fk_segment_text_id_article_text"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("text_id", "ordinal", name=op.f("pk_segment")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "affiliation",
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("organization_key", sa.Text(), nullable=True),
        sa.Column("former", sa.Boolean(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.CheckConstraint(
            '0 <= "start" AND "start" < "end"', name=op.f("ck_affiliation_span_proper")
        ),
        sa.CheckConstraint(
            "role IS NOT NULL OR organization IS NOT NULL",
            name=op.f("ck_affiliation_says_something"),
        ),
        sa.ForeignKeyConstraint(
            ["mention_id"],
            ["mention.id"],
            name=op.f("fk_affiliation_mention_id_mention"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("mention_id", "ordinal", name=op.f("pk_affiliation")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_affiliation_organization"), "affiliation", ["organization"], unique=False
    )
    op.create_index(
        op.f("ix_affiliation_organization_key"), "affiliation", ["organization_key"], unique=False
    )

    op.create_table(
        "claim_span",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "part IN ('content', 'cue', 'source')", name=op.f("ck_claim_span_part_known")
        ),
        sa.CheckConstraint(
            '0 <= "start" AND "start" < "end"', name=op.f("ck_claim_span_span_proper")
        ),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_claim_span_claim_id_claim"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", "part", "ordinal", name=op.f("pk_claim_span")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claim_speaker",
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["claim_id"],
            ["claim.id"],
            name=op.f("fk_claim_speaker_claim_id_claim"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mention_id"],
            ["mention.id"],
            name=op.f("fk_claim_speaker_mention_id_mention"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("claim_id", "ordinal", name=op.f("pk_claim_speaker")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_claim_speaker_mention_id"), "claim_speaker", ["mention_id"], unique=False
    )

    op.create_table(
        "mention_entity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_mention_entity_score_range")),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_mention_entity_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mention_id"],
            ["mention.id"],
            name=op.f("fk_mention_entity_mention_id_mention"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mention_entity")),
    )
    op.create_index(
        op.f("ix_mention_entity_entity_id"), "mention_entity", ["entity_id"], unique=False
    )
    op.create_index(
        "uq_mention_entity_mention_id_live",
        "mention_entity",
        ["mention_id"],
        unique=True,
        sqlite_where=sa.text("retired_at IS NULL"),
        postgresql_where=sa.text("retired_at IS NULL"),
    )
    fulltext.create(op.get_bind())


def downgrade() -> None:
    fulltext.drop(op.get_bind())
    for table in (
        "mention_entity",
        "claim_speaker",
        "claim_span",
        "affiliation",
        "segment",
        "mention",
        "claim",
        "byline",
        "article_text",
        "entity_name",
        "article",
        "run",
        "outlet",
        "entity",
    ):
        op.drop_table(table)
