"""What linking speakers across articles costs as an archive grows, with made-up mentions.

    python -m bench.linking --articles 100000

Every article has a few speakers, most of them known, in the variants that news writes: middle
initials, the other order, other spellings, initials, surnames alone; one article in twenty brings
a new organization. Only `db.identity.mentions.link` is timed, in seconds of the processor, so that
what else the machine does matters little. Near-linear means that the last thousand
articles cost about what the first ones did; the command fails if they cost three times as much.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, func, insert, select

from bench.made_up.world import WORDS
from claims.claim import Affiliation, Span, SpeakerKind
from claims.partial_date import Precision
from db.archive import open_archive
from db.connection.engine import take_stock, writing
from db.identity.mentions import ArticleSpeaker, link
from db.schema import core as schema
from db.schema.identity import Entity, Judgement

MOMENT: Final = datetime(2025, 1, 1, tzinfo=UTC)
STEP: Final = 1_000
SPEAKERS_AN_ARTICLE: Final = 3
NEW: Final = 0.2
"""Which part of the mentions is of somebody who was never mentioned before."""

FAILING: Final = 3.0


class Cast:
    """People and organizations who are mentioned again and again, some much more than others."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._people: list[tuple[str, str, str, str]] = []
        self._bodies = [self._body() for _ in range(50)]

    def speaker(self) -> ArticleSpeaker:
        """Somebody new or known, by one of the names that articles use."""
        chance = self._random
        if chance.random() < 0.1:
            return ArticleSpeaker(chance.choice(self._bodies), SpeakerKind.ORGANIZATION)
        if not self._people or chance.random() < NEW:
            # Some surnames are very many people's.
            family = chance.choice(WORDS["end"]) if chance.random() < 0.05 else self._word()
            self._people.append(
                (self._word(), chance.choice("ABCDEFGHKLM"), family, chance.choice(self._bodies))
            )
            person = self._people[-1]
        else:
            # Who came first is quoted most.
            person = self._people[int(len(self._people) * chance.random() ** 3)]
        given, middle, family, body = person
        name = chance.choices(
            (
                f"{given} {family}",
                f"{given} {middle}. {family}",
                f"{family} {given}",
                f"{given[0]}. {family}",
                family,
                f"{given} {family.replace('e', 'ie', 1)}",
            ),
            weights=(70, 12, 4, 4, 8, 2),
        )[0].title()
        speaker = ArticleSpeaker(name, SpeakerKind.PERSON)
        if chance.random() < 0.6:
            if chance.random() < 0.05:
                self._bodies.append(self._body())
                body = self._bodies[-1]
            affiliation = Affiliation(chance.choice(WORDS["role"]), body, Span(0, 1))
            speaker.affiliations[affiliation] = None
        return speaker

    def _word(self) -> str:
        chance = self._random
        return "".join(chance.choice(WORDS[part]) for part in ("start", "middle", "end")).title()

    def _body(self) -> str:
        return f"{self._word()} {self._random.choice(WORDS['body'])}"


def grow(engine: Engine, articles: int, seed: int = 1) -> list[float]:
    """Link the mentions of so many articles; returns the seconds of each thousand."""
    cast = Cast(seed)
    taken: list[float] = []
    for start in range(0, articles, STEP):
        spent = 0.0
        with writing(engine) as connection:
            run = _run(connection)
            for number in range(start + 1, min(start + STEP, articles) + 1):
                mentions = _article(connection, cast, number, run)
                begun = time.process_time()
                link(connection, number, mentions, now=MOMENT)
                spent += time.process_time() - begun
            take_stock(connection)
        taken.append(spent)
        if (start // STEP + 1) in (1, 2, 5, 10, 20, 50, 100):
            print(f"{start + STEP:>9,} articles: the last thousand took {spent:.1f} s")
    return taken


def _run(connection: Connection) -> int:
    table = schema.Run
    if (found := connection.scalar(select(table.id))) is not None:
        return int(found)
    row = {"public_id": "r", "tool_version": "0", "model_name": "none", "model_version": "0"}
    made = insert(table).returning(table.id)
    number: int = connection.execute(made, {**row, "started_at": MOMENT}).scalar_one()
    return number


def _article(
    connection: Connection, cast: Cast, number: int, run: int
) -> list[tuple[int, ArticleSpeaker]]:
    """An article of nothing but mentions."""
    known = {"published_precision": Precision.UNKNOWN, "stated_precision": Precision.UNKNOWN}
    name = f"a{number}"
    connection.execute(
        insert(schema.Article),
        {"id": number, "public_id": name, "key": name, "path": name, "created_at": MOMENT} | known,
    )
    connection.execute(
        insert(schema.ArticleText),
        {
            **{"id": number, "article_id": number, "version": 1, "current": True},
            **{"sha256": name, "text": name, "encoding": "utf-8", "html": False},
            "created_at": MOMENT,
        },
    )
    speakers = {v.public_id: v for v in (cast.speaker() for _ in range(SPEAKERS_AN_ARTICLE))}
    mentions = [
        (number * SPEAKERS_AN_ARTICLE + ordinal, speaker)
        for ordinal, speaker in enumerate(speakers.values())
    ]
    connection.execute(
        insert(schema.Mention),
        [
            {"id": ident, "text_id": number, "run_id": run, "ordinal": ordinal}
            | {"name": speaker.name, "kind": speaker.kind}
            for ordinal, (ident, speaker) in enumerate(mentions)
        ],
    )
    return mentions


def _figures(engine: Engine) -> str:
    with engine.connect() as connection:
        entities = connection.scalar(select(func.count()).select_from(Entity))
        speakers = connection.scalar(select(func.count(Entity.canonical_id.distinct())))
        live = select(func.count()).select_from(Judgement).where(Judgement.retired_at.is_(None))
        judged = connection.scalar(live)
    return f"{entities:,} names, {speakers:,} speakers and organizations, {judged:,} judgements"


def main() -> None:
    """Grow an archive and tell the cost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--db", help="database URL or file; a temporary SQLite file by default")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        engine = open_archive(given.db or str(Path(folder) / "linking.db"))
        taken = grow(engine, given.articles)
        print(_figures(engine))
        engine.dispose()
    several = max(1, min(5, len(taken) // 3))
    first, last = sum(taken[:several]) / several, sum(taken[-several:]) / several
    print(f"in all {sum(taken):.0f} s; last to first articles: {last / first:.2f}")
    if last / first > FAILING:
        sys.exit("linking does not grow near-linearly")


if __name__ == "__main__":
    main()
