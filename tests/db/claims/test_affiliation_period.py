"""An affiliation over the articles that state it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine

from claims.article import Article, DatedFact
from claims.claim import Affiliation, Claim, ClaimType, Span, Speaker, SpeakerKind
from claims.partial_date import PartialDate, Precision
from db.analysis.summary import list_speakers
from db.claims.affiliation_period import AffiliationPeriod
from db.query.line import parse_filter
from tests.db.conftest import on_sqlite
from tests.db.dated import ALL, MAY
from tests.db.library import shelve


def on(year: int, month: int, day: int) -> PartialDate:
    return PartialDate(date(year, month, day), Precision.DAY)


def test_a_speakers_affiliations_have_the_dates_of_the_articles_that_state_them(
    library: Engine,
) -> None:
    brandt, achterberg, *_ = list_speakers(library, ALL)

    assert brandt.affiliations == (
        AffiliationPeriod("planner", "Transit Study Group", on(2022, 3, 10), on(2022, 3, 10), 1),
        AffiliationPeriod("director", "City Rail Office", MAY, MAY, 1),
        AffiliationPeriod(None, "City Rail Office", on(2023, 6, 2), on(2023, 6, 2), 1),
    )
    assert achterberg.affiliations == (
        AffiliationPeriod("mayor", None, on(2023, 6, 2), on(2023, 6, 2), 1, former=True),
    )


@on_sqlite
def test_an_affiliation_that_several_articles_state_is_one_with_the_first_and_last_date(
    archive: Engine,
) -> None:
    days = [date(2023, 4, 1), date(2021, 2, 3), None, date(2022, 1, 1)]
    for number, day in enumerate(days):
        # Upper and lower case alike: "Chief Pilot" and "chief pilot" are one affiliation.
        role = "chief pilot" if number % 2 else "Chief Pilot"
        text = f"Flight {number}\n\nAda Moll, {role} of the Gliding Club, said it went well.\n"
        evidence = Span(text.index(role), text.index(", said"))
        affiliation = Affiliation(role, "Gliding Club", evidence)
        claim = Claim(
            ClaimType.INDIRECT,
            (Span(text.index("it went"), text.index(".\n")),),
            speakers=(Speaker("Ada Moll", SpeakerKind.PERSON, (affiliation,)),),
        )
        published = DatedFact(day, Precision.DAY if day else Precision.UNKNOWN)
        shelve(archive, Article(path=f"/{number}.txt", text=text, published=published), [claim])

    (moll,) = list_speakers(archive, ALL)

    assert [
        (affiliation.organization, affiliation.first, affiliation.last, affiliation.articles)
        for affiliation in moll.affiliations
    ] == [("Gliding Club", on(2021, 2, 3), on(2023, 4, 1), 4)]


def test_affiliations_are_those_of_the_articles_that_the_filter_leaves(library: Engine) -> None:
    (brandt,) = list_speakers(library, parse_filter("speaker:brandt until:2022"))

    assert [affiliation.role for affiliation in brandt.affiliations] == ["planner"]
