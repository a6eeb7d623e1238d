"""Who is who: entities that stand for others, judgements with their acts, and what is derived."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"
branch_labels: str | None = None
depends_on: str | None = None

LIVE: Final = sa.text("retired_at IS NULL")

NEW_TABLES: Final = (
    "naming",
    "organization_parent",
    "known_post",
    "judgement",
    "entity_post",
    "entity_label",
    "entity_key",
    "entity_identifier",
    "identity_act",
)


def upgrade() -> None:
    with op.batch_alter_table("entity") as batch:
        batch.add_column(
            sa.Column("namesake", sa.Integer(), server_default=sa.text("0"), nullable=False)
        )
        batch.add_column(sa.Column("gender", sa.Text(), nullable=True))
        batch.add_column(sa.Column("canonical_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("label", sa.Text(), nullable=True))
        batch.add_column(sa.Column("label_key", sa.Text(), nullable=True))
        batch.drop_constraint(op.f("uq_entity_kind_name_key"), type_="unique")
        batch.create_check_constraint(
            op.f("ck_entity_gender_known"), "gender IN ('female', 'male')"
        )
        batch.create_index(op.f("ix_entity_canonical_id"), ["canonical_id"], unique=False)
        batch.create_unique_constraint(
            op.f("uq_entity_kind_name_key_namesake"), ["kind", "name_key", "namesake"]
        )
        batch.create_foreign_key(
            op.f("fk_entity_canonical_id_entity"), "entity", ["canonical_id"], ["id"]
        )
    op.execute("UPDATE entity SET canonical_id = id")

    op.create_table(
        "identity_act",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("told", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity_act")),
    )
    op.create_table(
        "entity_identifier",
        sa.Column("scheme", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f("fk_entity_identifier_act_id_identity_act")
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_entity_identifier_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("scheme", "value", name=op.f("pk_entity_identifier")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_entity_identifier_act_id"), "entity_identifier", ["act_id"], unique=False
    )
    op.create_index(
        op.f("ix_entity_identifier_entity_id"), "entity_identifier", ["entity_id"], unique=False
    )

    op.create_table(
        "entity_key",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_entity_key_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", "entity_id", name=op.f("pk_entity_key")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_entity_key_entity_id"), "entity_key", ["entity_id"], unique=False)

    op.create_table(
        "entity_label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_act", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f("fk_entity_label_act_id_identity_act")
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_entity_label_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entity_label")),
    )
    op.create_index(op.f("ix_entity_label_act_id"), "entity_label", ["act_id"], unique=False)
    op.create_index(
        "uq_entity_label_entity_id_live",
        "entity_label",
        ["entity_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )

    op.create_table(
        "entity_post",
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_entity_post_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("entity_id", "role", "organization", name=op.f("pk_entity_post")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_entity_post_organization"), "entity_post", ["organization"], unique=False
    )

    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("left_id", sa.Integer(), nullable=False),
        sa.Column("right_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_act", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "verdict IN ('same', 'different', 'unsure')", name=op.f("ck_judgement_verdict_known")
        ),
        sa.CheckConstraint("left_id < right_id", name=op.f("ck_judgement_pair_ordered")),
        sa.CheckConstraint("score BETWEEN 0 AND 1", name=op.f("ck_judgement_score_range")),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f("fk_judgement_act_id_identity_act")
        ),
        sa.ForeignKeyConstraint(
            ["left_id"], ["entity.id"], name=op.f("fk_judgement_left_id_entity"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["right_id"],
            ["entity.id"],
            name=op.f("fk_judgement_right_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_act_id"), "judgement", ["act_id"], unique=False)
    op.create_index(op.f("ix_judgement_right_id"), "judgement", ["right_id"], unique=False)
    op.create_index(
        "uq_judgement_left_id_right_id_live",
        "judgement",
        ["left_id", "right_id"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )

    op.create_table(
        "known_post",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("organization", sa.Text(), nullable=True),
        sa.Column("organization_key", sa.Text(), nullable=True),
        sa.Column("since", sa.Date(), nullable=True),
        sa.Column("since_precision", sa.Text(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("until_precision", sa.Text(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "since_precision IN ('day', 'month', 'year', 'unknown')",
            name=op.f("ck_known_post_since_precision_known"),
        ),
        sa.CheckConstraint(
            "until_precision IN ('day', 'month', 'year', 'unknown')",
            name=op.f("ck_known_post_until_precision_known"),
        ),
        sa.CheckConstraint(
            "role IS NOT NULL OR organization IS NOT NULL",
            name=op.f("ck_known_post_says_something"),
        ),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f("fk_known_post_act_id_identity_act")
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_known_post_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_post")),
    )
    op.create_index(op.f("ix_known_post_act_id"), "known_post", ["act_id"], unique=False)
    op.create_index(op.f("ix_known_post_entity_id"), "known_post", ["entity_id"], unique=False)
    op.create_index(
        op.f("ix_known_post_organization_key"), "known_post", ["organization_key"], unique=False
    )

    op.create_table(
        "organization_parent",
        sa.Column("child_id", sa.Integer(), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f("fk_organization_parent_act_id_identity_act")
        ),
        sa.ForeignKeyConstraint(
            ["child_id"],
            ["entity.id"],
            name=op.f("fk_organization_parent_child_id_entity"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"],
            ["entity.id"],
            name=op.f("fk_organization_parent_parent_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("child_id", "parent_id", name=op.f("pk_organization_parent")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_organization_parent_act_id"), "organization_parent", ["act_id"], unique=False
    )
    op.create_index(
        op.f("ix_organization_parent_parent_id"), "organization_parent", ["parent_id"], unique=False
    )

    op.create_table(
        "naming",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("retired_act", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'organization', 'group', 'document')",
            name=op.f("ck_naming_kind_known"),
        ),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f("fk_naming_act_id_identity_act")
        ),
        sa.ForeignKeyConstraint(
            ["article_id"],
            ["article.id"],
            name=op.f("fk_naming_article_id_article"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["entity_id"],
            ["entity.id"],
            name=op.f("fk_naming_entity_id_entity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naming")),
    )
    op.create_index(op.f("ix_naming_act_id"), "naming", ["act_id"], unique=False)
    op.create_index(op.f("ix_naming_entity_id"), "naming", ["entity_id"], unique=False)
    op.create_index(
        "uq_naming_article_id_kind_name_key_live",
        "naming",
        ["article_id", "kind", "name_key"],
        unique=True,
        sqlite_where=LIVE,
        postgresql_where=LIVE,
    )


def downgrade() -> None:
    for table in NEW_TABLES:
        op.drop_table(table)
    _forget_namesakes()
    with op.batch_alter_table("entity") as batch:
        batch.drop_constraint(op.f("fk_entity_canonical_id_entity"), type_="foreignkey")
        batch.drop_constraint(op.f("uq_entity_kind_name_key_namesake"), type_="unique")
        batch.drop_constraint(op.f("ck_entity_gender_known"), type_="check")
        batch.drop_index(op.f("ix_entity_canonical_id"))
        for column in ("label_key", "label", "canonical_id", "gender", "namesake"):
            batch.drop_column(column)
        batch.create_unique_constraint(op.f("uq_entity_kind_name_key"), ["kind", "name_key"])


def _forget_namesakes() -> None:
    """Give the mentions of those who share a name to the first of them, as it was before."""
    op.execute("UPDATE entity SET canonical_id = NULL")
    first = (
        "SELECT one.id FROM entity AS one JOIN entity AS other"
        " ON one.kind = other.kind AND one.name_key = other.name_key AND one.namesake = 0"
        " WHERE other.id = mention_entity.entity_id"
    )
    op.execute(
        f"UPDATE mention_entity SET entity_id = ({first})"
        " WHERE entity_id IN (SELECT id FROM entity WHERE namesake > 0)"
    )
    op.execute(
        "DELETE FROM entity_name WHERE entity_id IN (SELECT id FROM entity WHERE namesake > 0)"
    )
    op.execute("DELETE FROM entity WHERE namesake > 0")
