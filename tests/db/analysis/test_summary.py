"""Claims summed up by speaker and by article."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine

from claims.article import Article, DatedFact
from claims.claim import Affiliation, Claim, ClaimType, Span, Speaker, SpeakerKind
from claims.partial_date import PartialDate, Precision
from db.analysis.summary import count_claims, list_articles, list_speakers
from db.claims.affiliation_period import AffiliationPeriod
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.library import shelve


def test_speakers_come_with_their_claims_those_with_most_first(library: Engine) -> None:
    found = [
        (row.speaker.label, row.kind, row.claims, row.articles)
        for row in list_speakers(library, ALL)
    ]

    assert found == [
        ("Ilse Brandt", "person", 4, 3),
        ("Tom Achterberg", "person", 2, 2),
        ("An audit", "document", 1, 1),
        ("City Rail Office", "organization", 1, 1),
        ("Nadège Okafor", "person", 1, 1),
        ("residents of the east bank", "group", 1, 1),
    ]


ALL = ClaimQuery()
MAY = PartialDate(date(2023, 5, 1), Precision.MONTH)


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


def test_with_a_filter_on_speakers_only_those_are_listed(library: Engine) -> None:
    def names(line: str) -> list[str]:
        return [row.speaker.label for row in list_speakers(library, parse_filter(line))]

    assert names("speaker:achterberg") == ["Tom Achterberg"]
    assert names("org:rail article:bridge") == ["Ilse Brandt"]
    assert names("kind:document kind:group") == ["An audit", "residents of the east bank"]
    assert names("article:bridge") == ["An audit", "Ilse Brandt", "Tom Achterberg"]
    assert names("speaker:nobody") == []
    assert names("limit:1") == ["Ilse Brandt"]


def test_affiliations_are_those_of_the_articles_that_the_filter_leaves(library: Engine) -> None:
    (brandt,) = list_speakers(library, parse_filter("speaker:brandt until:2022"))

    assert [affiliation.role for affiliation in brandt.affiliations] == ["planner"]


def test_articles_come_by_date_with_claims_and_speakers(library: Engine) -> None:
    found = list_articles(library, ALL)

    assert [(row.title, row.claims, row.speakers) for row in found] == [
        ("Night trams divide the valley", 3, 2),
        ("Depot costs climb again", 3, 3),
        ("A bridge for trams, not for cars", 2, 3),
        ("Signals fail on a quiet line", 1, 1),
        ("Riders march for cheaper tickets", 1, 0),
    ]
    depot = found[1]
    assert depot.byline == ("Jonas Vik", "Lu Ferro")
    assert (depot.outlet, depot.path) == ("Evening Ledger", "/library/depot.html")
    assert depot.published == MAY


def test_only_claims_that_match_are_counted(library: Engine) -> None:
    found = list_articles(library, parse_filter("speaker:brandt type:direct"))

    assert [(row.title, row.claims, row.speakers) for row in found] == [
        ("Night trams divide the valley", 1, 1),
        ("Depot costs climb again", 1, 1),
    ]


def test_an_article_without_claims_is_listed_unless_claims_are_asked_for(
    own_library: Engine,
) -> None:
    silent = Article(path="/own_library/silent.txt", text="Nothing happened.\n", title="Silence")
    shelve(own_library, silent, [])

    def titles(line: str) -> list[str | None]:
        return [row.title for row in list_articles(own_library, parse_filter(line))]

    assert titles("")[-1] == "Silence"
    assert titles("article:silence") == ["Silence"]
    assert "Silence" not in titles("min-confidence:0")
    assert "Silence" not in titles("not:negated")
    assert titles("class:emotion") == ["Night trams divide the valley"]
    assert "Silence" not in titles("outlet:ledger")


def test_articles_can_be_sorted_and_limited(library: Engine) -> None:
    def titles(line: str) -> list[str]:
        return [str(row.title).split()[0] for row in list_articles(library, parse_filter(line))]

    assert titles("sort:article") == ["A", "Depot", "Night", "Riders", "Signals"]
    assert titles("sort:-published limit:2") == ["Signals", "A"]
    assert titles("sort:outlet limit:2") == ["Depot", "A"]


def test_claims_are_counted(library: Engine) -> None:
    assert count_claims(library, ALL) == 10
    assert count_claims(library, parse_filter("speaker:brandt")) == 4
    assert count_claims(library, parse_filter("speaker:brandt limit:3")) == 3
