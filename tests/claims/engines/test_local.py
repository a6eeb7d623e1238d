"""Processes of this machine that make vectors with the claims."""

from __future__ import annotations

import pytest

from claims.article import Article, Segment, SegmentKind
from claims.comparison.meaning.statement import Text
from claims.comparison.meaning.vectors import vectors_of
from claims.engines.encoding import Encoded
from claims.engines.local import LocalExtractor

pytestmark = pytest.mark.slow

TEXT = "“The quarry is closed,” said Marta Ruiz."
ARTICLE = Article("quarry", TEXT, segments=(Segment(SegmentKind.PARAGRAPH, 0, len(TEXT)),))


def test_a_process_gives_what_this_one_would_make() -> None:
    engine = LocalExtractor(jobs=1)
    [(article, encoded)] = engine.encode_each([ARTICLE])
    [(_, found)] = engine.extract_each([ARTICLE])
    assert article == ARTICLE
    assert sum(engine.worked.values()) == 2
    assert all(process.startswith("process ") for process in engine.worked)
    assert isinstance(encoded, Encoded)
    assert encoded.claims == found
    assert encoded.vectors == vectors_of(
        [Text("Marta Ruiz said The quarry is closed,", len("Marta Ruiz said "))]
    )
