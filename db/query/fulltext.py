"""Search text to each database's full-text condition, with one meaning on both."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Dialect,
    Integer,
    Select,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
)

from db.query.search_grammar import Alternative, Term, parse_search
from db.schema.base import Base
from db.schema.fulltext import CONFIGURATION, TextIndex, without_accents


def matches(index: TextIndex, text: str, dialect: Dialect) -> Select[tuple[int]]:
    """Ids of the indexed rows whose words match; none, if the text has no word to look for.

    What is wanted, and unwanted together with it, is one question to the index. Neither index can
    answer "anything but"; there, what must not be found is looked up and left out.
    """
    ask = _ask_fts5 if dialect.name == "sqlite" else _ask_gin
    alternatives = parse_search(text)
    wanted = [one for one in alternatives if one.wanted]
    if wanted and len(wanted) == len(alternatives):
        return ask(index, wanted)
    ids = Base.metadata.tables[index.table].c.id
    found: list[ColumnElement[bool]] = [ids.in_(ask(index, wanted))] if wanted else []
    for one in alternatives:
        if not one.wanted:
            unwanted = [Alternative((term,)) for term in one.unwanted]
            found.append(ids.not_in(ask(index, unwanted)))
    return select(ids).where(or_(false(), *found))


def row_matches(index: TextIndex, text: str) -> ColumnElement[bool] | None:
    """On PostgreSQL, that the words of a row itself match; None where a text is of such a form that
    what must not be found has to be looked up."""
    alternatives = parse_search(text)
    if not alternatives or not all(one.wanted for one in alternatives):
        return None
    return _in_vector(index, alternatives)


def _ask_fts5(index: TextIndex, alternatives: Sequence[Alternative]) -> Select[tuple[int]]:
    """Words hold letters and digits only, so a quoted string of them is always well-formed."""

    def written(term: Term) -> str:
        return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'

    def asked(one: Alternative) -> str:
        query = " AND ".join(map(written, one.wanted))
        if one.unwanted:
            return f"(({query}) NOT ({' OR '.join(map(written, one.unwanted))}))"
        return f"({query})"

    query = " OR ".join(map(asked, alternatives))
    fts = table(index.fts, column("rowid", Integer))
    return select(fts.c.rowid).where(column(index.fts, is_literal=True).bool_op("MATCH")(query))


def _ask_gin(index: TextIndex, alternatives: Sequence[Alternative]) -> Select[tuple[int]]:
    return select(Base.metadata.tables[index.table].c.id).where(_in_vector(index, alternatives))


def _in_vector(index: TextIndex, alternatives: Sequence[Alternative]) -> ColumnElement[bool]:
    """As with FTS5, no word can be read as part of the query's language."""

    def written(term: Term) -> str:
        words = " <-> ".join(f"'{without_accents(word)}'" for word in term.words)
        return f"({words}{':*' if term.prefix else ''})"

    def asked(one: Alternative) -> str:
        unwanted = (f"!{written(term)}" for term in one.unwanted)
        return f"({' & '.join([*map(written, one.wanted), *unwanted])})"

    query = " | ".join(map(asked, alternatives))
    ours: ColumnElement[str] = literal_column(f"'{CONFIGURATION}'::regconfig")
    return index.vector.bool_op("@@")(func.to_tsquery(ours, query))
