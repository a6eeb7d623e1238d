"""The first claims by speaker."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.query import first_page as first_speakers
from tests.db.library import found
from tests.db.query.asked import ALL


@pytest.mark.parametrize("speakers", [0, 1, 3])
@pytest.mark.parametrize("sort", ["speaker", "-speaker"])
def test_the_first_claims_by_speaker_are_the_first_of_all_of_them(
    library: Engine, sort: str, speakers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_speakers, "_SPEAKERS", speakers)
    whole = found(library, f"sort:{sort}")

    for limit in range(1, len(ALL) + 1):
        assert found(library, f"sort:{sort} limit:{limit}") == whole[:limit]
