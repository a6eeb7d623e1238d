"""Roles of a PostgreSQL server for those who only read an archive, and for those who review it.

A reader sees all and writes nothing. A reviewer also judges claims, speakers, threads and what is
known of articles, each in the name of the login alone: rows with an author are checked by
the server. Neither reads new articles in nor deletes any.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Engine, inspect

from db.connection.engine import writing
from db.connection.errors import ArchiveError, archive_errors
from db.connection.passwords import shown
from db.keeping.rows import all_tables
from db.schema.base import Base

READER: Final = "claims_reader"
REVIEWER: Final = "claims_reviewer"

_MAY: Final[dict[str, tuple[str, ...]]] = {
    # What is appended, and marked as undone or retired later; it is never edited.
    "INSERT": ("review_event", "article_event"),
    "INSERT, UPDATE (undone)": ("review_step", "article_step"),
    "INSERT, UPDATE (undone_at)": ("identity_act", "thread_act"),
    "INSERT, UPDATE (retired_at)": ("relation_judgement",),
    "INSERT, UPDATE (retired_at, retired_act)": (
        *("judgement", "entity_label", "naming", "thread_judgement", "thread_label"),
    ),
    # What decisions change of claims, articles and speakers, and all that follows from them.
    "UPDATE": ("claim_meaning",),
    "INSERT, UPDATE, DELETE": (
        *("affiliation", "article_as_read", "byline", "claim_note", "claim_original"),
        *("claim_phrase", "claim_quotation", "claim_relation", "claim_span", "claim_speaker"),
        *("claim_tag", "entity", "entity_affiliation", "entity_identifier", "entity_key"),
        *(
            "entity_name",
            "known_affiliation",
            "mention",
            "mention_entity",
            "organization_parent",
            "phrase",
            "quotation",
            "quotation_key",
        ),
        *("outlet", "saved_view", "thread"),
    ),
}
_FIXED: Final = {
    "article": {"id", "public_id", "key", "path", "created_at"},
    "claim": {"id", "public_id", "article_id", "text_id", "run_id", "confidence", "statement"},
}
"""What a decision never changes of rows that it changes otherwise."""

_AUTHORS: Final = {
    "review_step": "who = session_user",
    "article_step": "who = session_user",
    "identity_act": "author = session_user",
    "thread_act": "author = session_user",
    "relation_judgement": "author = session_user",
    "entity_label": "author = session_user",
    "naming": "author = session_user",
    # Without an act it is the program's own.
    "judgement": "act_id IS NULL OR author = session_user",
}
"""What must hold for a row that a reviewer writes."""
_OWN: Final = frozenset({"review_step", "article_step"})
"""Whose rows only their author marks as undone."""

# Roles are of the whole server: another archive's may be there, or be made at the same moment.
_MADE: Final = (
    "DO $$ BEGIN CREATE ROLE {} NOLOGIN; "
    "EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
)


def make_roles(engine: Engine) -> None:
    """Have the server know the two roles and what they may do; again after an upgrade.

    Args:
        engine: Of an archive on PostgreSQL, as its owner.

    Raises:
        ArchiveError: It is none, or the login may not do that.
    """
    if engine.dialect.name != "postgresql":
        raise ArchiveError(f"{shown(engine.url)}: only PostgreSQL has roles")
    with archive_errors(engine), writing(engine) as connection:
        for statement in _statements(connection):
            connection.exec_driver_sql(statement)


def _statements(connection: Connection) -> Iterator[str]:
    for role in (READER, REVIEWER):
        yield _MADE.format(role)
    yield f"GRANT {READER} TO {REVIEWER}"
    tables = [table.name for table in all_tables()]
    seen = ", ".join([*tables, "alembic_version", *inspect(connection).get_view_names()])
    yield f"GRANT SELECT ON {seen} TO {READER}"
    yield f"REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON {', '.join(tables)} FROM {REVIEWER}"
    for rights, names in _MAY.items():
        yield f"GRANT {rights} ON {', '.join(names)} TO {REVIEWER}"
    for name, fixed in _FIXED.items():
        columns = [one.name for one in Base.metadata.tables[name].columns if one.name not in fixed]
        yield f"GRANT UPDATE ({', '.join(columns)}) ON {name} TO {REVIEWER}"
    for name in tables:
        if "id" in Base.metadata.tables[name].columns:
            sequence = connection.exec_driver_sql(f"SELECT pg_get_serial_sequence('{name}', 'id')")
            yield f"GRANT USAGE ON SEQUENCE {sequence.scalar()} TO {REVIEWER}"
    yield from _author_kept()


def _author_kept() -> Iterator[str]:
    """Have the server refuse what a reviewer writes in another's name."""
    for name, holds in _AUTHORS.items():
        own = holds if name in _OWN else "true"
        policies = {
            "claims_seen": "FOR SELECT USING (true)",
            "claims_written": f"FOR INSERT TO {REVIEWER} WITH CHECK ({holds})",
            "claims_marked": f"FOR UPDATE TO {REVIEWER} USING ({own})",
        }
        yield f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY"
        for policy, rule in policies.items():
            yield f"DROP POLICY IF EXISTS {policy} ON {name}"
            yield f"CREATE POLICY {policy} ON {name} {rule}"
