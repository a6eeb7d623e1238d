"""Search text to each database's full-text condition, with one meaning on both."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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

from db.fulltext import CONFIGURATION, TextIndex, without_accents
from db.schema import Base
from db.search_text import Alternative, Term, parse_search


def matches(index: TextIndex, text: str, dialect: Dialect) -> Select[tuple[int]]:
    """Ids of the indexed rows whose words match; none, if the text has no word to look for.

    What is wanted and unwanted together is one question to the index. Neither index can answer
    "anything but"; there, what must not be found is looked up and left out.
    """
    ask = _ask_fts5 if dialect.name == "sqlite" else _ask_gin
    ids = Base.metadata.tables[index.table].c.id
    found = [_condition(ids, index, one, ask) for one in parse_search(text)]
    return select(ids).where(or_(false(), *found))


Ask = Callable[[TextIndex, Sequence[Term], Sequence[Term], str], Select[tuple[int]]]


def _condition(
    ids: ColumnElement[int], index: TextIndex, one: Alternative, ask: Ask
) -> ColumnElement[bool]:
    if one.wanted:
        return ids.in_(ask(index, one.wanted, one.unwanted, "AND"))
    return ids.not_in(ask(index, one.unwanted, (), "OR"))


def _ask_fts5(
    index: TextIndex, wanted: Sequence[Term], unwanted: Sequence[Term], joined: str
) -> Select[tuple[int]]:
    """Words hold letters and digits only, so a quoted string of them is always well-formed."""

    def written(term: Term) -> str:
        return f'"{" ".join(term.words)}"{"*" if term.prefix else ""}'

    query = f" {joined} ".join(map(written, wanted))
    if unwanted:
        query = f"({query}) NOT ({' OR '.join(map(written, unwanted))})"
    fts = table(index.fts, column("rowid", Integer))
    return select(fts.c.rowid).where(column(index.fts, is_literal=True).bool_op("MATCH")(query))


def _ask_gin(
    index: TextIndex, wanted: Sequence[Term], unwanted: Sequence[Term], joined: str
) -> Select[tuple[int]]:
    """As with FTS5, no word can be read as part of the query's language."""

    def written(term: Term) -> str:
        words = " <-> ".join(f"'{without_accents(word)}'" for word in term.words)
        return f"({words}{':*' if term.prefix else ''})"

    query = f" {_SIGNS[joined]} ".join(
        [*map(written, wanted), *(f"!{written(t)}" for t in unwanted)]
    )
    ours: ColumnElement[str] = literal_column(f"'{CONFIGURATION}'::regconfig")
    matched = index.vector.bool_op("@@")(func.to_tsquery(ours, query))
    return select(Base.metadata.tables[index.table].c.id).where(matched)


_SIGNS = {"AND": "&", "OR": "|"}
