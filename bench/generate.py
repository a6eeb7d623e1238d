"""Fill an empty archive with made-up articles and claims, the same ones for the same seed.

    python -m bench.generate --db small.db --claims 100000 --articles 10000 --speakers 2000

Texts, spans, ids and keys are as ``db.ingest.store`` makes them, so ``db.keeping.check`` finds
nothing wrong with the result; only reading and extraction are left out, and rows go in by the ten
thousand. A million claims and more are made eight times as fast by ``bench.multiply`` from these.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, Final

from sqlalchemy import Connection, Engine, func, insert, select, true

from bench.made_up.world import Figure, Scale, World
from claims.article import Article
from claims.claim import Claim, SpeakerKind
from claims.identity.profile import AffiliationKey, Profile, keys_of
from claims.language.folding import fold
from claims.partial_date import Precision
from db.archive import open_archive
from db.connection.engine import take_stock, writing
from db.identity.mentions import METHOD, ArticleSpeaker, article_speakers, identity
from db.keeping.unfinished import count_on
from db.schema import core as schema
from db.schema import fulltext
from db.schema.aside import set_aside
from db.schema.base import Base
from db.schema.comparison.topics import ClaimPhrase, Phrase
from db.schema.extracted import affiliation_values, claim_values, span_values
from db.schema.identity import Entity, EntityAffiliation, EntityKey, EntityName, MentionEntity
from db.schema.public_ids import (
    article_public_id,
    claim_public_ids,
    entity_public_id,
    phrase_public_id,
)

FLUSH_ROWS: Final = 20_000
_SHORT: Final = 4
MOMENT: Final = datetime(2025, 1, 1, tzinfo=UTC)


def fill(engine: Engine, scale: Scale) -> None:
    """Fill an empty archive.

    Raises:
        ValueError: It holds articles already.
    """
    with writing(engine) as connection:
        if connection.scalar(select(func.count()).select_from(schema.Article)):
            raise ValueError("the archive is not empty")
        fulltext.drop_triggers(connection)
        writer = _Writer(connection)
        world = World(scale)
        writer.begin(world.figures)
        for article, claims in world.articles():
            writer.article(article, claims)
        writer.flush()
        set_aside(connection, true())
        fulltext.create_triggers(connection)
        fulltext.rebuild(connection)
        count_on(connection)
        take_stock(connection)


class _Writer:
    """Numbers and collects the rows of articles, and sends them on by the ten thousand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._waiting: dict[str, list[dict[str, Any]]] = {}
        self._articles = itertools.count(1)
        self._claims = itertools.count(1)
        self._mentions = itertools.count(1)
        self._entities: dict[str, int] = {}
        self._made: set[int] = set()
        self._affiliations: set[tuple[int, AffiliationKey]] = set()
        self._outlets: dict[str, int] = {}
        self._phrases: dict[str, int] = {}

    def begin(self, figures: Sequence[Figure]) -> None:
        """Write what articles refer to."""
        run = {"public_id": "00000000-0000-4000-8000-000000000000", "tool_version": "0"}
        run |= {"model_name": "made-up", "model_version": "0"}
        self._add(schema.Run, {"id": 1, **run, "started_at": MOMENT, "finished_at": MOMENT})
        for figure in figures:
            self._entity(figure.kind, figure.name)

    def _entity(self, kind: SpeakerKind, name: str) -> int:
        """An entity that stands for itself, made the first time it is asked for."""
        key = fold(name)
        public_id = entity_public_id(kind, key)
        number = self._entities.setdefault(public_id, len(self._entities) + 1)
        if number == len(self._entities) and number not in self._made:
            self._made.add(number)
            names = {"name": name, "name_key": key}
            row = {"id": number, "public_id": public_id, "kind": kind, "canonical_id": number}
            self._add(Entity, row | names)
            self._add(EntityName, {"entity_id": number, **names})
            keys = keys_of(Profile(number, kind, name, name_key=key))
            for each in sorted(keys.strong | keys.given):
                self._add(EntityKey, {"key": each, "entity_id": number})
        return number

    def article(self, article: Article, claims: Sequence[Claim]) -> None:
        """Write an article with its claims."""
        # An article and its only text share their number.
        number = next(self._articles)
        self._article_rows(number, article)
        owner = {"text_id": number, "run_id": 1}
        self._add(schema.Extraction, owner)
        mentions = {
            key: self._mention_rows({**owner, "ordinal": ordinal}, article.text, speaker)
            for ordinal, (key, speaker) in enumerate(article_speakers(article, claims).items())
        }
        public_ids = claim_public_ids(article.sha256, claims)
        for claim, public_id in zip(claims, public_ids, strict=True):
            claim_id = next(self._claims)
            row = {"id": claim_id, "public_id": public_id, "article_id": number, "parent_id": None}
            self._add(schema.Claim, {**row, **owner, **claim_values(article.text, claim)})
            self._add(schema.ClaimSpan, *span_values(article.text, claim_id, claim))
            for ordinal, speaker in enumerate(claim.speakers):
                mention = mentions[identity(speaker)]
                link = {"claim_id": claim_id, "ordinal": ordinal, "mention_id": mention}
                self._add(schema.ClaimSpeaker, link)
            content = article.text[claim.content[0].start : claim.content[0].end]
            for phrase in dict.fromkeys(map(self._phrase, _about(content))):
                self._add(ClaimPhrase, {"claim_id": claim_id, "phrase_id": phrase})

    def _phrase(self, key: str) -> int:
        """A phrase that is a topic of its own, made the first time it is asked for."""
        if key not in self._phrases:
            number = self._phrases[key] = len(self._phrases) + 1
            row = {"id": number, "public_id": phrase_public_id(key), "key": key, "label": key}
            self._add(Phrase, row | {"topic_id": number})
        return self._phrases[key]

    def flush(self) -> None:
        """Send on all that waits, what is referred to before what refers to it."""
        for table in Base.metadata.sorted_tables:
            if rows := self._waiting.get(table.name):
                self._connection.execute(insert(table), rows)
                rows.clear()

    def _add(self, table: type[Base], *rows: dict[str, Any]) -> None:
        waiting = self._waiting.setdefault(table.__tablename__, [])
        waiting += rows
        if len(waiting) >= FLUSH_ROWS:
            self.flush()

    def _article_rows(self, number: int, article: Article) -> None:
        row = {
            "id": number,
            "public_id": article_public_id(article.sha256),
            "key": article.path,
            "path": article.path,
            "url": None,
            "outlet_id": self._outlet(article.outlet or ""),
            "title": article.title,
            "title_key": fold(article.title or ""),
            "created_at": MOMENT,
        }
        for fact in ("published", "stated", "fetched"):
            known = getattr(article, fact)
            row |= {fact: known.value, f"{fact}_evidence": known.evidence}
        row["published_precision"] = article.published.precision
        row["stated_precision"] = Precision.UNKNOWN
        text = {
            "id": number,
            "article_id": number,
            "version": 1,
            "current": True,
            "sha256": article.sha256,
            "text": article.text,
            "encoding": article.encoding,
            "html": article.html,
            "created_at": MOMENT,
        }
        self._add(schema.Article, row)
        self._add(schema.ArticleText, text)
        for ordinal, part in enumerate(article.segments):
            where = {"kind": part.kind, "start": part.start, "end": part.end}
            self._add(schema.Segment, {"text_id": number, "ordinal": ordinal, **where})

    def _outlet(self, name: str) -> int:
        if name not in self._outlets:
            self._outlets[name] = len(self._outlets) + 1
            row = {"id": self._outlets[name], "name": name, "name_key": fold(name)}
            self._add(schema.Outlet, row)
        return self._outlets[name]

    def _mention_rows(self, owner: dict[str, Any], text: str, speaker: ArticleSpeaker) -> int:
        mention = next(self._mentions)
        self._add(
            schema.Mention, {"id": mention, **owner, "name": speaker.name, "kind": speaker.kind}
        )
        self._add(schema.Affiliation, *affiliation_values(text, mention, speaker.affiliations))
        link = {"id": mention, "mention_id": mention, "method": METHOD, "score": 1.0}
        dates = {"created_at": MOMENT, "retired_at": None}
        entity = self._entity(speaker.kind, speaker.name)
        self._add(MentionEntity, {**link, **dates, "entity_id": entity})
        for organization in speaker.organizations:
            self._entity(SpeakerKind.ORGANIZATION, organization)
        for affiliation in speaker.affiliation_keys:
            if (entity, affiliation) not in self._affiliations:
                self._affiliations.add((entity, affiliation))
                self._add(EntityAffiliation, {"entity_id": entity, **affiliation._asdict()})
        return mention


def _about(content: str) -> Iterator[str]:
    """A long word of a content, and two pairs of words that stand together: few topics that many
    claims have, and many that few have."""
    words = [word for word in fold(content).split() if len(word) > _SHORT]
    yield from words[:1]
    for pair in list(pairwise(words))[:2]:
        yield " ".join(pair)


def main() -> None:
    """Fill the archive that the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--db", required=True, help="database URL or SQLite file")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--speakers", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    begun = time.perf_counter()
    engine = open_archive(given.db)
    fill(engine, Scale(given.claims, given.articles, given.speakers, given.seed))
    engine.dispose()
    print(f"{given.claims:,} claims in {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main()
