"""One speaker over all articles."""

from __future__ import annotations

from db.speakers.page import speaker_page
from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_a_speakers_page_tells_affiliations_names_and_evidence(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "head", "China program"))
    room.article(("Ana L. Ruiz", "head", "China Program"), called="Ms. Ruiz")
    page = speaker_page(desk.engine, "ana ruiz")

    [affiliation] = page.affiliations
    assert (affiliation.role, affiliation.articles) == ("head", 2)
    assert [seen.stated.evidence.words for seen in affiliation.observations] == [
        "head, China program",
        "head, China Program",
    ]
    assert {name.ref.label: name.why.partition(",")[0] for name in page.names} == {
        "Ana Ruiz": "",
        "Ana L. Ruiz": "the same first and last name",
    }
