"""Vectors that are made where claims are extracted."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from claims.article import Article
from claims.claim import Claim, ClaimType, Speaker, SpeakerKind
from claims.comparison.meaning import vectors
from claims.comparison.meaning.statement import Text
from claims.engines import encoding
from claims.engines.encoding import Encoded, prepare_encoding
from claims.extraction.pipeline import Extraction
from tests.db.archives import spans

TEXT = "Bo Ek said the mill burnt."
CLAIM = Claim(
    ClaimType.INDIRECT,
    spans(TEXT, "the mill burnt"),
    spans(TEXT, "said"),
    spans(TEXT, "Bo Ek"),
    (Speaker("Bo Ek", SpeakerKind.PERSON),),
)
BROKEN = RuntimeError("no parse")


@pytest.fixture(autouse=True)
def processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def outcomes(batch: Sequence[Article]) -> list[Extraction]:
        return [(CLAIM,) if article.text == TEXT else BROKEN for article in batch]

    monkeypatch.setattr(encoding, "prepare", lambda model: ((model, "1"), outcomes))
    monkeypatch.setattr(vectors, "_both", lambda text: (text.whole.encode(), b"its content"))


def test_claims_come_with_the_vectors_of_their_texts_and_errors_as_they_are() -> None:
    identity, encoded = prepare_encoding("small")
    assert identity == ("small", "1")
    assert encoded([Article("mill", TEXT), Article("blank", "")]) == [
        Encoded(
            (CLAIM,),
            {
                Text("Bo Ek said the mill burnt", len("Bo Ek said ")): (
                    b"Bo Ek said the mill burnt",
                    b"its content",
                ),
            },
        ),
        BROKEN,
    ]


def test_an_article_of_very_many_claims_is_left_to_whoever_stores_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(encoding, "_MOST", 0)
    _, encoded = prepare_encoding("small")
    assert encoded([Article("mill", TEXT)]) == [Encoded((CLAIM,), {})]
