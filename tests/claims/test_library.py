"""``import claims`` as a library."""

from __future__ import annotations

from pathlib import Path

import pytest

import claims

TEXT = """A deeper harbour for Velmora

The council of Velmora votes on Tuesday on a plan that has divided the town for eleven years.

“It will be deep enough for any ship,” said Mira Okafor, a senior fellow at the Baltic Institute.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_claims_come_with_their_article_which_may_be_read_beforehand(article: Path) -> None:
    before = claims.read(article)
    assert before.title == "A deeper harbour for Velmora"
    [(same, as_well), (read, found)] = claims.extract([before, article], jobs=1)
    assert same is before
    assert as_well == found
    [claim] = found
    assert [speaker.name for speaker in claim.speakers] == ["Mira Okafor"]
    assert claim.type is claims.ClaimType.DIRECT
    [span] = claim.content
    assert read.text[span.start : span.end].strip("“”,") == "It will be deep enough for any ship"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(claims.ReadingError, match=r"missing\.txt"):
        claims.read(tmp_path / "missing.txt")
