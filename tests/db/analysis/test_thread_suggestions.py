"""What may be of a thread too."""

from __future__ import annotations

import pytest

from db.analysis.thread_suggestions import suggested
from db.comparison.threads.judgements import part, undo
from db.query.grammar import QueryError
from tests.db.comparison import threaded
from tests.db.comparison.threaded import open_thread
from tests.db.conftest import Filled

HOLDS = "the dam will hold through the winter"


def test_what_is_in_the_thread_or_was_judged_another_is_not_suggested(copied: Filled) -> None:
    engine = copied(threaded.dam)
    claims = {one.row.content: one.row.claim_id for one in open_thread(engine, HOLDS).claims}
    own = claims.pop(HOLDS)

    def told(*members: str) -> set[str]:
        return {one.row.claim_id for one in suggested(engine, own, members)}

    assert told(own) >= {*claims.values()}
    assert not told(own, *claims.values()) & {*claims.values()}
    one, other = claims.values()
    part(engine, own, one, "anna")
    assert one not in told(own)
    assert other in told(own)
    undo(engine, None, "anna")
    assert one in told(own)


def test_an_unknown_claim_is_told(shared: Filled) -> None:
    with pytest.raises(QueryError, match="there is no claim c0"):
        suggested(shared(threaded.dam), "c0", [])
