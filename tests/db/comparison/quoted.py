"""Articles of our own that quote the same words."""

from __future__ import annotations

import tempfile
from pathlib import Path

from sqlalchemy import Engine, select

from claims.claim import Claim
from db.analysis.quotations import CopyRow, list_copies
from db.query.line import parse_filter
from db.schema import core as schema
from tests.db.archives import Desk, claim, speaker

WHOLE = "The dam will hold through the winter, and no village will be flooded by our gates"


def told(day: int, who: str, words: str) -> str:
    """A short article in which somebody says something."""
    return f'Dam talk number {day}\n\nBy Ines Calder\nMay {day}, 2023\n\n"{words}," {who} said.\n'


def said(text: str, who: str, words: str) -> Claim:
    return claim(text, words, cue="said", source=who, speakers=[speaker(text, who)])


def store(desk: Desk, day: int, who: str, words: str) -> None:
    text = told(day, who, words)
    desk.prepare(text, said(text, who, words))
    desk.write(f"{day:02}.txt", text)


def ids(engine: Engine) -> list[str]:
    """Ids of the claims, by article."""
    table = schema.Claim
    statement = select(table.public_id).where(table.current).order_by(table.article_id)
    with engine.connect() as connection:
        return list(connection.scalars(statement))


def copies(
    engine: Engine, number: int = 0, line: str = "", *, possible: bool = False
) -> list[CopyRow]:
    """The copies of the claim of one of the articles."""
    return list_copies(engine, ids(engine)[number], parse_filter(line), possible=possible)


def dam(engine: Engine) -> None:
    """Fill an archive with one statement as four articles have it, and another statement."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(engine, Path(folder), compares=True)
        store(desk, 1, "Lotte Brenner", WHOLE)
        store(desk, 2, "Lotte Brenner", WHOLE.replace("The dam will hold", "The dam will not hold"))
        store(desk, 3, "Lotte Brenner", "no village will be flooded by our gates")
        store(desk, 4, "Tomas Brandt", WHOLE)
        store(desk, 5, "Tomas Brandt", "Nobody has asked the fishermen what they think of it all")
        desk.ingest()
