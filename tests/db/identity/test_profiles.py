"""What is known of entities, as they are compared."""

from __future__ import annotations

from claims.claim import Speaker, SpeakerKind
from tests.db.archives import Desk, claim
from tests.db.conftest import on_sqlite
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_another_spelling_needs_an_organization_in_common(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Anton Gabuyev", "fellow", "River College"), ("Ilya Petrenko", None, None))
    room.article(("Anton Gabuev", "director", "River College"), ("Ilya Petrenka", None, None))

    assert set(room.speakers) == {"Anton Gabuyev", "Ilya Petrenko", "Ilya Petrenka"}
    assert room.judged("unsure") == ["a similar spelling"]


@on_sqlite
def test_an_acronym_that_an_article_explains_is_that_organization(desk: Desk) -> None:
    room = Newsroom(desk)
    text = "The Institute of Coastal Works (ICW) said walls fail.\n"
    body = Speaker("Institute of Coastal Works", SpeakerKind.ORGANIZATION)
    source = "The Institute of Coastal Works"
    desk.prepare(text, claim(text, "walls fail", cue="said", source=source, speakers=[body]))
    desk.ingest(desk.write("icw.txt", text))
    room.article(("ICW", None, None), kind=SpeakerKind.ORGANIZATION)
    room.article(("Ana Ruiz", "engineer", "ICW"))

    assert set(room.speakers) == {"Institute of Coastal Works", "Ana Ruiz"}
    assert room.found('org:"coastal works"') == 3
