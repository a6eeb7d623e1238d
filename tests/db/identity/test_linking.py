"""Linking across articles at ingest: what is one speaker, what is only suggested."""

from __future__ import annotations

from sqlalchemy import Engine

from claims.claim import SpeakerKind
from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_middle_initials_and_the_order_of_names_do_not_make_another_person(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", "mayor", "Elm City"), ("Zhou Mingyu", None, None))
    room.article(("Tomas Berg", None, None), ("Mingyu Zhou", "scholar", "River College"))

    assert {name: row.articles for name, row in room.speakers.items()} == {
        "Tomas V. Berg": 2,
        "Zhou Mingyu": 2,
    }
    assert room.found('speaker:"mingyu zhou"') == 2


@on_sqlite
def test_a_surname_alone_is_only_suggested(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas Berg", "mayor", "Elm City"))
    room.article(("Berg", None, None))

    assert set(room.speakers) == {"Tomas Berg", "Berg"}
    assert room.judged("unsure") == ["the surname alone"]


@on_sqlite
def test_a_surname_with_the_same_affiliation_is_the_same_person(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas Berg", "mayor", "Elm City"))
    room.article(("Berg", "mayor", "Elm City"))

    assert set(room.speakers) == {"Tomas Berg"}


@on_sqlite
def test_a_surname_with_an_office_is_whoever_alone_holds_that_office(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Berg", "President", None))
    room.article(("Tomas Berg", "President", None))
    assert set(room.speakers) == {"Tomas Berg"}

    room.article(("Ida Berg", "President", None))

    assert set(room.speakers) == {"Tomas Berg", "Ida Berg", "Berg"}
    assert (
        room.judged("unsure")
        == ["the surname alone, with the same office: president; others come into question"] * 2
    )


@on_sqlite
def test_an_organization_is_called_by_its_owner_s_whole_name_while_there_is_one(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Osei’s campaign", None, None), kind=SpeakerKind.ORGANIZATION)
    room.article(("Martha Osei’s campaign", None, None), kind=SpeakerKind.ORGANIZATION)
    assert {name: row.articles for name, row in room.speakers.items()} == {
        "Martha Osei’s campaign": 2
    }

    room.article(("Tom Osei’s campaign", None, None), kind=SpeakerKind.ORGANIZATION)

    assert len(room.speakers) == 3
    assert len(room.judged("unsure")) == 2


@on_sqlite
def test_a_name_stands_for_the_same_words_in_small_letters(desk: Desk) -> None:
    room = Newsroom(desk)
    for name in ("the coast guard", "Coast Guard"):
        room.article((name, None, None), kind=SpeakerKind.ORGANIZATION)
    assert {name: row.articles for name, row in room.speakers.items()} == {"Coast Guard": 2}


def test_middle_initials_that_differ_keep_apart_and_make_the_plain_name_doubtful(
    desk: Desk,
) -> None:
    room = Newsroom(desk)
    room.article(("John A. Reed", None, None))
    room.article(("John Reed", None, None))
    assert set(room.speakers) == {"John A. Reed"}

    room.article(("John B. Reed", None, None))

    assert set(room.speakers) == {"John A. Reed", "John Reed", "John B. Reed"}
    assert len(room.judged("unsure")) == 2


@on_sqlite
def test_a_part_of_an_organization_is_found_by_the_whole(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "head", "Delta program at the Harbour Center"))
    room.article(("Bo Lind", "fellow", "Harbour Centre"))

    assert room.found('org:"harbour center"') == 2
    assert room.found("org:delta") == 1


@on_sqlite
def test_the_order_of_articles_does_not_matter(archive: Engine, desk: Desk) -> None:
    room = Newsroom(desk)
    for name in ("John Reed", "John B. Reed", "John A. Reed"):
        room.article((name, None, None))

    assert set(room.speakers) == {"John A. Reed", "John Reed", "John B. Reed"}
