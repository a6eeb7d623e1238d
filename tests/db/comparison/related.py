"""Articles of our own of which some deny or update others."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sqlalchemy import Engine

from claims.relation import Relation, RelationState
from db.analysis.relations import RelationRow, list_relations
from db.comparison.rebuild import rebuild
from db.query.line import parse_filter
from tests.db.archives import Desk
from tests.db.comparison.threaded import said

SAID = {
    1: ("Lotte Brenner", "the dam at Velmora flooded 40 farms below the river Orr"),
    2: ("Tomas Brandt", "the dam at Velmora has not flooded farms below the river Orr"),
    3: ("Lotte Brenner", "the dam at Velmora flooded 52 farms below the river Orr"),
    4: ("Ed Novak", "a new bakery opens beside the station"),
}


def bring(desk: Desk, day: int, who: str, what: str, more: str = "", *, dated: bool = True) -> None:
    """Have an article of one claim read."""
    when = f"May {day}, 2023\n" if dated else ""
    text = f"Valley news {day}\n\nBy Ines Calder\n{when}\n{who} said {what}.\n{more}"
    desk.prepare(text, said(text, who, what))
    desk.write(f"{day}.txt", text)
    desk.ingest()


def listed(engine: Engine, line: str = "", *kinds: Relation) -> list[RelationRow]:
    return list_relations(engine, parse_filter(line), kinds)


def in_words(engine: Engine, *states: RelationState) -> set[tuple[str, str, str]]:
    """Relations by the days of their articles: who is what to whom."""
    rows = list_relations(engine, parse_filter(""), (), states or tuple(RelationState))
    return {
        (
            row.right.published.as_known[-1:],
            row.relation.value,
            row.left.published.as_known[-1:],
        )
        for row in rows
    }


FOUND = {("2", "denies", "1"), ("2", "denies", "3"), ("3", "updates", "1")}


def orr(engine: Engine) -> None:
    """Fill an archive with four articles, three of them on a dam, and compare them."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(engine, Path(folder), compares=True)
        for day, (who, what) in SAID.items():
            bring(desk, day, who, what)
    assert rebuild(engine).relations == 3
