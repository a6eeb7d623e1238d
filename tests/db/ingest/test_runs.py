"""Runs of extraction."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from sqlalchemy import Engine, select

import claims
from claims.article import Article
from claims.claim import Claim, ClaimType, Span
from claims.comparison.meaning.statement import Text
from claims.engines.encoding import Encoded
from claims.engines.fingerprint import rules_version
from db.ingest.runs import begin_run, extracted, finish_run, versions
from db.schema.core import Run
from tests.db.archives import PreparedExtractor


def test_a_run_tells_what_extracts_and_when_it_ended(archive: Engine) -> None:
    extractor = PreparedExtractor(model_name="small", model_version="7")
    first, second = begin_run(archive, extractor), begin_run(archive, extractor)
    finish_run(archive, first)
    with archive.connect() as connection:
        rows = connection.execute(select(Run).order_by(Run.id)).all()
    assert [row.id for row in rows] == [first, second]
    assert {(row.tool_version, row.model_name, row.model_version) for row in rows} == {
        versions(extractor)
    }
    assert versions(extractor).tool_version == f"{claims.__version__}+{rules_version()}"
    assert [row.finished_at is None for row in rows] == [False, True]
    assert rows[0].public_id != rows[1].public_id


CLAIM = Claim(ClaimType.INDIRECT, (Span(0, 3),))
MADE = (b"of all of it", b"of its content")


class Encoding(PreparedExtractor):
    """Makes a vector for each article as well."""

    def encode_each(
        self, articles: Iterable[Article]
    ) -> Generator[tuple[Article, Encoded | Exception], None, None]:
        for article, found in self.extract_each(articles):
            assert not isinstance(found, Exception)
            yield article, Encoded(found, {Text(article.text): MADE})


def test_vectors_come_with_claims_where_they_are_wanted_and_made() -> None:
    ice, blank = Article("ice", "Ice."), Article("blank", "No.")
    plain = PreparedExtractor({"Ice.": [CLAIM]}, failing=frozenset({"No."}))
    encoding = Encoding({"Ice.": [CLAIM]})
    without = [(ice, Encoded((CLAIM,), {}))]
    assert list(extracted(encoding, [ice], encodes=True)) == [
        (ice, Encoded((CLAIM,), {Text("Ice."): MADE}))
    ]
    assert list(extracted(encoding, [ice], encodes=False)) == without
    [found, (_, error)] = extracted(plain, [ice, blank], encodes=True)
    assert ([found], str(error)) == (without, "no parse\nfor this text")


class Unasked(Encoding):
    """Loads something to tell its version, which is there once it extracts."""

    asked_early = False

    def __getattribute__(self, name: str) -> object:
        if name == "model_version" and not super().__getattribute__("asked"):
            type(self).asked_early = True
        return super().__getattribute__(name)


def test_no_version_is_asked_for_before_anything_is_extracted() -> None:
    extractor = Unasked({"Ice.": [CLAIM]})
    assert len(list(extracted(extractor, [Article("ice", "Ice.")], encodes=True))) == 1
    assert extractor.model_version == "1.0"
    assert not Unasked.asked_early
