"""Runs of extraction: what extracts, and the row that a run's results refer to."""

from __future__ import annotations

from collections.abc import Generator, Iterable
from contextlib import closing, suppress
from datetime import UTC, datetime
from typing import NamedTuple, Protocol, TypeGuard

from sqlalchemy import Engine, insert, update
from sqlalchemy.exc import SQLAlchemyError

import claims
from claims.article import Article
from claims.engines.encoding import Encoded
from claims.engines.fingerprint import rules_version
from claims.extraction.pipeline import Extraction
from db.connection.engine import take_stock, writing
from db.schema.core import Run
from db.schema.public_ids import run_public_id


class Extracts(Protocol):
    """What storing needs of an extractor; those of ``claims.extraction`` have it."""

    @property
    def model_name(self) -> str:
        """Name of the model; knowing it may mean loading it."""

    @property
    def model_version(self) -> str:
        """Version of the model and of the trained weights; knowing it may mean loading them."""

    def extract_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Extraction], None, None]:
        """Each article with its claims or its error, in the order given."""


class Encodes(Extracts, Protocol):
    """An extractor that makes vectors of what it finds; those of ``claims.engines`` do."""

    def encode_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Encoded | Exception], None, None]:
        """Each article with its claims and their vectors, or its error, in the order given."""


def extracted(
    extractor: Extracts, articles: Iterable[Article], *, encodes: bool
) -> Generator[tuple[Article, Encoded | Exception], None, None]:
    """Each article with what an extractor finds, or its error, in the order given.

    Args:
        extractor: Of any kind.
        articles: In order.
        encodes: Whether to have vectors made, where the extractor does.
    """
    if encodes and _does_encode(extractor):
        yield from extractor.encode_each(articles)
        return
    with closing(extractor.extract_each(articles)) as found:
        for article, one in found:
            yield article, one if isinstance(one, Exception) else Encoded(one, {})


def _does_encode(extractor: Extracts) -> TypeGuard[Encodes]:
    # To be checked for the whole protocol, it would be asked for its version: that loads a model,
    # in a process that extracts nothing.
    return hasattr(extractor, "encode_each")


class Versions(NamedTuple):
    """What a run extracts with; another one may find other claims."""

    tool_version: str
    model_name: str
    model_version: str


def versions(extractor: Extracts) -> Versions:
    """What an extractor extracts with."""
    # Rules and word lists change between two versions of the program.
    tool = f"{claims.__version__}+{rules_version()}"
    return Versions(tool, extractor.model_name, extractor.model_version)


def begin_run(engine: Engine, extractor: Extracts) -> int:
    """Id of a new run by an extractor."""
    values = {
        "public_id": run_public_id(),
        **versions(extractor)._asdict(),
        "started_at": datetime.now(UTC),
    }
    with writing(engine) as connection:
        return connection.execute(insert(Run).returning(Run.id), values).scalar_one()


def finish_run(engine: Engine, run_id: int) -> None:
    """Close a run, and let the database take stock of what it holds now."""
    # All articles are stored; a run left open or old statistics harm none of them.
    with suppress(SQLAlchemyError), writing(engine) as connection:
        connection.execute(
            update(Run).where(Run.id == run_id).values(finished_at=datetime.now(UTC))
        )
        take_stock(connection)
