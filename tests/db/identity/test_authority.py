"""Authority files in the archive: they improve linking, can be loaded again and undone."""

from __future__ import annotations

from datetime import date

import pytest

from claims.claim import SpeakerKind
from claims.identity.authority import KnownAffiliation, KnownEntity
from claims.identity.verdict import Verdict
from claims.partial_date import PartialDate, Precision
from db.identity.authority import import_authority
from db.identity.decisions import judge_pair
from db.identity.undo import undo
from db.speakers.page import list_acts, speaker_page
from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.newsroom import Newsroom

SINCE = PartialDate(date(2021, 3, 1), Precision.MONTH)
RUIZ = KnownEntity(
    SpeakerKind.PERSON,
    "Ana Ruiz",
    aliases=("Nita Ruiz",),
    identifiers=(("wikidata", "Q42"),),
    affiliations=(KnownAffiliation("head", "Delta Lab", SINCE),),
)
LAB = KnownEntity(SpeakerKind.ORGANIZATION, "Delta Lab", aliases=("DLX",), parent="Elm College")


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", None, None))
    room.article(("Nita Ruiz", None, None))
    room.article(("Bo Lind", "fellow", "DLX"))
    return room


def test_aliases_ids_affiliations_and_parents_link_what_names_alone_do_not(
    desk: Desk, room: Newsroom
) -> None:
    done = import_authority(desk.engine, [RUIZ, LAB], "known.csv", "ines")

    assert (done.entities, done.aliases) == (1, 2)
    assert set(room.speakers) == {"Ana Ruiz", "Bo Lind"}
    page = speaker_page(desk.engine, "nita ruiz")
    assert page.identifiers == ("wikidata:Q42",)
    assert page.known == (KnownAffiliation("head", "Delta Lab", SINCE),)
    assert room.found('org:"elm college"') == 1
    assert room.found('ever:"elm college"') == 3


@on_sqlite
def test_loading_again_changes_nothing(desk: Desk, room: Newsroom) -> None:
    import_authority(desk.engine, [RUIZ, LAB], "known.csv", "ines")
    again = import_authority(desk.engine, [RUIZ, LAB], "known.csv", "ines")
    assert not again.new
    assert again.act is None
    assert len(list_acts(desk.engine)) == 1


@on_sqlite
def test_undoing_takes_all_of_it_back(desk: Desk, room: Newsroom) -> None:
    done = import_authority(desk.engine, [RUIZ, LAB], "known.csv", "ines")
    undo(desk.engine, done.act, "ines")
    assert set(room.speakers) == {"Ana Ruiz", "Nita Ruiz", "Bo Lind"}
    assert room.found('org:"elm college"') == 0
    assert speaker_page(desk.engine, "ana ruiz").known == ()


@on_sqlite
def test_a_persons_judgement_goes_before_a_file(desk: Desk, room: Newsroom) -> None:
    judge_pair(desk.engine, "Ana Ruiz", "Nita Ruiz", Verdict.DIFFERENT, "ines")
    done = import_authority(desk.engine, [RUIZ], "known.csv", "ines")
    assert done.refused == 1
    assert set(room.speakers) == {"Ana Ruiz", "Nita Ruiz", "Bo Lind"}


@on_sqlite
def test_two_known_people_of_one_name_are_told_apart_by_their_affiliations(desk: Desk) -> None:
    other = KnownEntity(
        SpeakerKind.PERSON,
        "Ana Ruiz",
        identifiers=(("wikidata", "Q43"),),
        affiliations=(KnownAffiliation("pilot", "Cloud Air"),),
    )
    import_authority(desk.engine, [RUIZ, other], "known.csv", "ines")
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "chief pilot", "Cloud Air"))
    room.article(("Ana Ruiz", "head", "Delta Lab"))

    assert set(room.speakers) == {"Ana Ruiz", "Ana Ruiz (2)"}
    assert speaker_page(desk.engine, "Ana Ruiz (2)").identifiers == ("wikidata:Q43",)
