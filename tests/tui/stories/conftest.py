"""An archive in which some articles are copies of one text."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import Engine

from db.comparison.stories import rebuild_stories
from db.connection.engine import writing
from tests.claims.comparison.stories.prose import FERRY, FROST, OTHER_LEAD
from tests.tui.archives import MadeArticle, MadeClaim, make_archive

_CAPTAIN: Final = MadeClaim(
    "she would miss the fog most of all",
    "said",
    "Its captain, Lotte Brenner",
    "Lotte Brenner",
    role="captain",
    affiliation="Its captain",
)
_UNION: Final = MadeClaim(
    "Insurance covers hail but not frost",
    "complained",
    "the farmers' union",
    "the farmers' union",
)


def _article(name: str, outlet: str, day: int | None, title: str, *paragraphs: str) -> MadeArticle:
    text = "\n\n".join(paragraphs)
    said = [one for one in (_CAPTAIN, _UNION) if one.content in text]
    published = date(2023, 5, day) if day else None
    return MadeArticle(name, outlet, published, (title, *paragraphs), said)


_ARTICLES: Final = (
    _article("whole", "Northern Courier", 4, "The last ferry on the Arden", *FERRY),
    _article("retold", "Harbour Post", 5, "A river town loses its boat", *OTHER_LEAD, *FERRY[1:]),
    _article("half", "", 2, "A single crown for a ferry", *FERRY[1:5]),
    _article("frost", "Quay Chronicle", 3, "Fires against a late frost", *FROST),
    _article("cut", "", None, "Growers light fires in the orchards", *FROST[:3]),
    _article("talks", "Harbour Post", 6, "Talks on a school go on", "Nobody came to the talks."),
)


@pytest.fixture
def shelf(tmp_path: Path) -> Engine:
    """Three articles of one text, two of another, and one that is alone."""
    engine = make_archive(tmp_path / "shelf.db", _ARTICLES)
    with writing(engine) as connection:
        rebuild_stories(connection, lambda _done, _of: None)
    return engine
