"""The tables of affiliations are called by that word; "post" is said nowhere any more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision: str = "0016"
down_revision: str | None = "0015"
branch_labels: str | None = None
depends_on: str | None = None


def upgrade() -> None:
    _call("known_post", "known_affiliation")
    _call("entity_post", "entity_affiliation")


def downgrade() -> None:
    _call("known_affiliation", "known_post")
    _call("entity_affiliation", "entity_post")


def _call(before: str, name: str) -> None:
    """Have a table of another name, with constraints and indexes named after it.

    SQLite cannot rename constraints, so the rows move to a new table, in order, on both databases.
    """
    if name.startswith("known_"):
        _create_known(name)
    else:
        _create_derived(name)
    columns = [column["name"] for column in sa.inspect(op.get_bind()).get_columns(before)]
    listed = ", ".join(columns)
    op.execute(f"INSERT INTO {name} ({listed}) SELECT {listed} FROM {before} ORDER BY 1")
    op.drop_table(before)
    if name.startswith("known_") and op.get_bind().dialect.name == "postgresql":
        # Rows that come later take numbers after those that are there.
        op.execute(
            f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name} "
            "HAVING max(id) IS NOT NULL"
        )


def _create_known(name: str) -> None:
    op.create_table(
        name,
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
        *(
            sa.CheckConstraint(
                f"{side}_precision IN ('day', 'month', 'year', 'unknown')",
                name=op.f(f"ck_{name}_{side}_precision_known"),
            )
            for side in ("since", "until")
        ),
        sa.CheckConstraint(
            "role IS NOT NULL OR organization IS NOT NULL", name=op.f(f"ck_{name}_says_something")
        ),
        sa.ForeignKeyConstraint(
            ["act_id"], ["identity_act.id"], name=op.f(f"fk_{name}_act_id_identity_act")
        ),
        _of_entity(name),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
    )
    for column in ("act_id", "entity_id", "organization_key"):
        op.create_index(op.f(f"ix_{name}_{column}"), name, [column], unique=False)


def _create_derived(name: str) -> None:
    op.create_table(
        name,
        sa.Column("entity_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("organization", sa.Text(), nullable=False),
        _of_entity(name),
        sa.PrimaryKeyConstraint("entity_id", "role", "organization", name=op.f(f"pk_{name}")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f(f"ix_{name}_organization"), name, ["organization"], unique=False)


def _of_entity(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["entity_id"],
        ["entity.id"],
        name=op.f(f"fk_{table}_entity_id_entity"),
        ondelete="CASCADE",
    )
