"""Who speaks on what as a network: speakers and topics, joined by their numbers of claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine

from db.analysis.matrix import MatrixBy, count_matrix
from db.query.model import ClaimQuery


@dataclass(frozen=True, slots=True)
class Node:
    """A speaker or topic by public id and label, and its number of claims."""

    id: str
    label: str
    kind: str
    claims: int


@dataclass(frozen=True, slots=True)
class Edge:
    """That a speaker has so many claims on a topic, by their ids."""

    source: str
    target: str
    claims: int


@dataclass(frozen=True, slots=True)
class Graph:
    """A network whose edges all lead from a speaker to something else.

    Args:
        speakers: How many speakers there are, listed or not.
        others: How many of the other nodes there are, listed or not.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    speakers: int
    others: int


def read_graph(engine: Engine, query: ClaimQuery, by: MatrixBy, most: int) -> Graph:
    """The network of the speakers of a query's claims.

    Args:
        engine: Of the archive.
        query: Which claims count.
        by: What speakers are joined with.
        most: At most so many speakers, and so many others: those with most claims.

    Raises:
        ArchiveError: The database cannot be read.
    """
    found = count_matrix(engine, query, by, rows=most, columns=most)

    def nodes() -> Iterator[Node]:
        yield from (Node(row.key, row.label, found.of, row.claims) for row in found.rows)
        yield from (Node(one.key, one.label, by, one.claims) for one in found.columns)

    edges = (
        Edge(found.rows[row].key, found.columns[column].key, number)
        for (row, column), number in sorted(found.cells.items())
    )
    return Graph(tuple(nodes()), tuple(edges), found.row_total, found.column_total)
