"""Who is behind the mentions of an article."""

from __future__ import annotations

from tests.db.archives import Desk
from tests.db.conftest import on_sqlite
from tests.db.identity.newsroom import Newsroom


@on_sqlite
def test_a_surname_alone_in_two_organizations_is_two_people(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Berg", "pilot", "Cloud Air"))
    room.article(("Berg", "baker", "Bread Guild"))

    assert set(room.speakers) == {"Berg", "Berg (2)"}


@on_sqlite
def test_forms_of_address_keep_people_of_one_name_apart(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Robin Vale", None, None), called="Mr. Vale")
    room.article(("Robin Vale", None, None), called="Ms. Vale")

    assert set(room.speakers) == {"Robin Vale", "Robin Vale (2)"}


@on_sqlite
def test_an_organization_is_that_of_the_article_unless_any_will_do(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "engineer", "Port Board"))
    room.article(("Ana Ruiz", "head", "River College"))
    room.article(("Ana Ruiz", None, None))

    assert room.found("org:port") == 1
    assert room.found("ever:port") == 3
