"""Runs migrations on a connection handed over by ``db.migrations.run`` or, from the command line,
on the database of ``-x db=URL``, else of ``$CLAIMS_DB``."""

from __future__ import annotations

from alembic import context
from alembic.runtime.environment import NameFilterParentNames, NameFilterType
from sqlalchemy import Connection

import db.schema.identity
import db.schema.review  # noqa: F401 - as well
from db.connection.engine import connect, database_url
from db.migrations.run import changing_schema
from db.schema.base import Base, complete_for_postgresql
from db.schema.fulltext import INDEXES


def is_ours(name: str | None, kind: NameFilterType, _parents: NameFilterParentNames) -> bool:
    """Whether autogenerate may compare an object: the full-text indexes are not in the metadata."""
    if kind == "table":
        return not any(name == i.fts or (name or "").startswith(f"{i.fts}_") for i in INDEXES)
    if kind == "index":
        return not any(name == i.gin for i in INDEXES)
    return True


def migrate(connection: Connection) -> None:
    """Run what Alembic was asked for."""
    if connection.dialect.name == "postgresql":
        complete_for_postgresql()
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=is_ours,
        render_as_batch=True,
        compare_type=True,
        # SQLite's schema changes are transactional once transactions begin where we say.
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    engine = connect(database_url(context.get_x_argument(as_dictionary=True).get("db")))
    with changing_schema(engine) as opened:
        migrate(opened)
    engine.dispose()
