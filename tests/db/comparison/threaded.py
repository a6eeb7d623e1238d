"""Five articles of our own in which people say the same in other words."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from claims.claim import Claim, ClaimType
from db.analysis.threads import OpenThread, list_threads, read_thread
from db.claims.view import open_view
from db.query.line import parse_filter
from tests.db.archives import Desk, claim, speaker

SAID: Final = {
    1: (
        ("Lotte Brenner", "the dam will hold through the winter"),
        ("Lotte Brenner", "fishermen are owed three months of wages"),
    ),
    2: (
        ("Lotte Brenner", "the dam is going to hold through the whole winter"),
        ("Ed Novak", "the school in Harrow must be closed"),
    ),
    3: (("Tomas Brandt", "the dam will hold all through this winter"),),
    4: (
        ("Ed Novak", "a new bakery opens beside the station"),
        ("Di Moreau", "it is right to close the school in Harrow"),
        ("Cy Ortiz", "storks have come back to the marshes"),
    ),
    5: (("Ed Novak", "the school in Harrow has to be closed"),),
}

ARTICLES: Final = tuple(SAID)

TOGETHER: Final = (
    {
        "the dam will hold through the winter",
        "the dam is going to hold through the whole winter",
        "the dam will hold all through this winter",
    },
    {"the school in Harrow must be closed", "the school in Harrow has to be closed"},
)


def article(day: int) -> tuple[str, *tuple[Claim, ...]]:
    """The text of one article, and its claims."""
    lines = [f"{who} said {what}." for who, what in SAID[day]]
    text = f"Valley news {day}\n\nBy Ines Calder\nMay {day}, 2023\n\n" + "\n\n".join(lines) + "\n"
    return text, *(said(text, who, what) for who, what in SAID[day])


def said(text: str, who: str, what: str, source: str = "", parent: int | None = None) -> Claim:
    """A claim of a text by its words."""
    return claim(
        text,
        what,
        cue="said",
        source=source or who,
        speakers=[speaker(text, who)],
        kind=ClaimType.INDIRECT,
        parent=parent,
    )


def threads() -> set[frozenset[str]]:
    """What the articles say, by thread."""
    every = {what for told in SAID.values() for _, what in told}
    alone = every - set().union(*TOGETHER)
    return {*map(frozenset, TOGETHER), *(frozenset({what}) for what in alone)}


def contents(engine: Engine) -> set[frozenset[str]]:
    """What an archive has, by thread."""
    return {
        frozenset(one.row.content for one in read_thread(engine, row.thread).claims)
        for row in list_threads(engine, parse_filter(""), everything=True)
    }


def open_thread(engine: Engine, words: str, line: str = "") -> OpenThread:
    """The thread of the first claim with these words."""
    view = open_view(engine, parse_filter(f'"{words}"'))
    (row, *_) = view.rows(0, 1)
    return read_thread(engine, row.claim_id, parse_filter(line))


def dam(engine: Engine) -> None:
    """Fill an archive with the five articles."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(engine, Path(folder), compares=True)
        for day in ARTICLES:
            text, *claims = article(day)
            desk.prepare(text, *claims)
            desk.write(f"{day}.txt", text)
        desk.ingest()
