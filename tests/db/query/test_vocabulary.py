"""Names that the archive knows, by how they begin."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.query.vocabulary import Named, names_starting, persons, speakers_called, vocabulary
from tests.db.archives import Desk
from tests.db.identity.newsroom import Newsroom


@pytest.mark.parametrize(
    ("what", "start", "names"),
    [
        (Named.SPEAKER, "ilse", ["Ilse Brandt"]),
        (Named.SPEAKER, "NADEGE ok", ["Nadège Okafor"]),
        (Named.ORGANIZATION, "institut d'et", ["Institut d'Études du Rail"]),
        (Named.OUTLET, "nor", ["Nørreport Nyt"]),
        (Named.ARTICLE, "A bridge", ["A bridge for trams, not for cars"]),
        (Named.OUTLET, "%", ["Evening Ledger", "Nørreport Nyt", "The Valley Courier"]),
        (Named.OUTLET, "_vening", []),
        (Named.CUE, "A", ["argue that"]),
        (Named.CUE, "say", ["say"]),
    ],
)
def test_names_begin_with_what_is_typed(
    library: Engine, what: Named, start: str, names: list[str]
) -> None:
    assert names_starting(library, what, start) == names


def test_groups_and_documents_are_no_names(library: Engine) -> None:
    assert names_starting(library, Named.SPEAKER, "residents") == []
    assert names_starting(library, Named.SPEAKER, "an audit") == []


def test_at_most_as_many_as_wanted(library: Engine) -> None:
    assert len(names_starting(library, Named.ARTICLE, "", limit=2)) == 2


def test_speakers_are_called_by_their_names_the_most_quoted_first(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ada Berg", None, None))
    for _ in range(2):
        room.article(("Tomas Berg", None, None), ("Ana Ruiz", None, None))
    assert speakers_called(desk.engine, "berg") == ["Tomas Berg", "Ada Berg"]
    assert speakers_called(desk.engine, "berg", limit=1) == ["Tomas Berg"]
    assert speakers_called(desk.engine, "erg") == []


def test_of_the_speakers_some_are_persons(library: Engine) -> None:
    speakers = set(vocabulary(library)["speaker"])
    found = persons(library)
    assert found & speakers
    assert speakers - found
    assert len(persons(library, most=1)) == 1
