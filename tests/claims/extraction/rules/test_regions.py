"""Where quotations and paragraphs are."""

from __future__ import annotations

import pytest

from tests.claims.extraction.runs import Claims


@pytest.mark.parametrize(
    "sentence",
    [
        "“The Frozen Gate”, a report by the Lake Institute, says that trade will fall.",
        "The author of “The Frozen Gate”, a history of the port, argues that trade will fall.",
        "In “The Frozen Gate,” a new book, Ana Ruiz argues that trade will fall.",
    ],
)
def test_a_title_is_no_content(ruled_in: Claims, sentence: str) -> None:
    assert [claim.content for claim in ruled_in(sentence)] == ["that trade will fall"]
