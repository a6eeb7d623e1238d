"""A small library of our own about trams, for the tests that ask an archive questions.

Five articles, three outlets, three years: Ilse Brandt changes jobs, two people speak jointly, an
organization, a group and a document speak too, and dates are known to the day, month, year or not.
Cues are of several classes; the claim about signals is as archives had it before they told cues
apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from sqlalchemy import Engine, insert

from claims.article import Article, DatedFact, Segment, SegmentKind
from claims.claim import Claim, ClaimType, CueClass, Phrase, Span, SpeakerKind
from claims.partial_date import Precision
from db.claims.view import ClaimRow, open_view
from db.connection.engine import writing
from db.ingest.store import archive_match, store
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema.core import Run
from tests.db.archives import claim, nothing_aside, speaker

NIGHT = """Night trams divide the valley

Ilse Brandt, a planner at the Transit Study Group, said night trams would pay for themselves.
"Nobody cycles home from a night shift in February," Ms. Brandt said, "not twice."
Residents of the east bank feared the noise.
"""

DEPOT = """Depot costs climb again

"The depot roof alone eats the reserve," said Ilse Brandt, director of the City Rail Office.
Nadège Okafor, an economist at the Institut d'Études du Rail, called
the figures "optimistic at 100%".
The City Rail Office declined to publish them.
"""

BRIDGE = """A bridge for trams, not for cars

In a joint letter, Ilse Brandt of the City Rail Office and Tom Achterberg, a former mayor, argued
that the bridge must carry trams before cars.
An audit found cracks in two pillars.
"""

SIGNALS = """Signals fail on a quiet line

The signal failed because nobody had maintained it, said Tom Achterberg.
"""

MARCH = """Riders march for cheaper tickets

Tickets should be free at night, organisers said.
"""


TOPICS = ("night trams", "night shift", "depot roof", "bridge", "cracks", "signal", "tickets")


def stock(engine: Engine) -> None:
    """Put the library into an archive."""
    shelve(engine, _article("night.txt", NIGHT, "The Valley Courier", _day(2022, 3, 10)), night())
    shelve(engine, _article("depot.html", DEPOT, "Evening Ledger", _month(2023, 5)), depot())
    shelve(engine, _article("bridge.txt", BRIDGE, "Evening Ledger", _day(2023, 6, 2)), bridge())
    shelve(engine, _article("signals.txt", SIGNALS, "Nørreport Nyt", _year(2024)), signals())
    shelve(engine, _article("march.txt", MARCH, None, DatedFact()), march())


def shelve(engine: Engine, article: Article, claims: Sequence[Claim]) -> None:
    """Store one article with its claims, which are about those of `TOPICS` that they have."""
    claims = [replace(one, phrases=_phrases(article.text, one)) for one in claims]
    now = datetime(2024, 6, 1, 12, tzinfo=UTC)
    with writing(engine) as connection:
        run_id = connection.execute(
            insert(Run).returning(Run.id),
            {
                "public_id": f"run-{article.path}",
                "tool_version": "0.1",
                "model_name": "prepared",
                "model_version": "1.0",
                "started_at": now,
                "finished_at": now,
            },
        ).scalar_one()
        store(connection, archive_match(connection, article), article, claims, run_id)
        nothing_aside(connection)


def _phrases(text: str, one: Claim) -> tuple[Phrase, ...]:
    """What a claim is about, of what articles of the library are."""
    return one.phrases or tuple(
        Phrase(Span(at, at + len(topic)), tuple(topic.split()))
        for span in one.content
        for topic in TOPICS
        if (at := text.find(topic, span.start, span.end)) >= 0
    )


def night() -> tuple[Claim, ...]:
    planner = speaker(
        NIGHT,
        "Ilse Brandt",
        "planner",
        "Transit Study Group",
        evidence="a planner at the Transit Study Group",
    )
    residents = speaker(NIGHT, "residents of the east bank", kind=SpeakerKind.GROUP, confidence=0.3)
    return (
        claim(
            NIGHT,
            "night trams would pay for themselves",
            cue="said",
            source="Ilse Brandt",
            speakers=[planner],
            kind=ClaimType.INDIRECT,
            confidence=0.7,
            lemma="say",
            cue_class=CueClass.STATEMENT,
            prediction=True,
        ),
        claim(
            NIGHT,
            ["Nobody cycles home from a night shift in February", "not twice"],
            cue="said, ",
            source="Ms. Brandt",
            speakers=[planner],
            confidence=0.9,
            lemma="say",
            cue_class=CueClass.STATEMENT,
        ),
        claim(
            NIGHT,
            "the noise",
            cue="feared",
            source="Residents of the east bank",
            speakers=[residents],
            kind=ClaimType.INDIRECT,
            confidence=0.4,
            statement=0.1,
            lemma="fear",
            cue_class=CueClass.EMOTION,
            prediction=True,
        ),
    )


def depot() -> tuple[Claim, ...]:
    director = speaker(
        DEPOT,
        "Ilse Brandt",
        "director",
        "City Rail Office",
        evidence="director of the City Rail Office",
    )
    economist = speaker(
        DEPOT,
        "Nadège Okafor",
        "economist",
        "Institut d'Études du Rail",
        evidence="an economist at the Institut d'Études du Rail",
    )
    office = speaker(DEPOT, "City Rail Office", kind=SpeakerKind.ORGANIZATION)
    return (
        claim(
            DEPOT,
            "The depot roof alone eats the reserve",
            cue="said",
            source="Ilse Brandt",
            speakers=[director],
            confidence=0.95,
            lemma="say",
            cue_class=CueClass.STATEMENT,
        ),
        claim(
            DEPOT,
            'the figures "optimistic at 100%"',
            cue="called",
            source="Nadège Okafor",
            speakers=[economist],
            kind=ClaimType.MIXED,
            confidence=0.8,
            lemma="call",
            cue_class=CueClass.OPINION,
        ),
        claim(
            DEPOT,
            "declined to publish them",
            source="The City Rail Office",
            speakers=[office],
            kind=ClaimType.INDIRECT,
            confidence=0.5,
            lemma="decline",
            cue_class=CueClass.DENIAL,
            negated=True,
        ),
    )


def bridge() -> tuple[Claim, ...]:
    brandt = speaker(
        BRIDGE, "Ilse Brandt", None, "City Rail Office", evidence="of the City Rail Office"
    )
    mayor = speaker(BRIDGE, "Tom Achterberg", "mayor", evidence="a former mayor", former=True)
    audit = speaker(BRIDGE, "An audit", kind=SpeakerKind.DOCUMENT)
    return (
        claim(
            BRIDGE,
            "the bridge must carry trams before cars",
            cue="argued\nthat",
            source="Ilse Brandt of the City Rail Office and Tom Achterberg, a former mayor,",
            speakers=[brandt, mayor],
            kind=ClaimType.INDIRECT,
            confidence=0.85,
            lemma="argue that",
            cue_class=CueClass.OPINION,
        ),
        claim(
            BRIDGE,
            "cracks in two pillars",
            cue="found",
            source="An audit",
            speakers=[audit],
            kind=ClaimType.INDIRECT,
            confidence=0.6,
            lemma="find",
            cue_class=CueClass.PERCEPTION,
        ),
    )


def signals() -> tuple[Claim, ...]:
    return (
        claim(
            SIGNALS,
            "The signal failed because nobody had maintained it",
            cue="said",
            source="Tom Achterberg",
            speakers=[speaker(SIGNALS, "Tom Achterberg")],
            kind=ClaimType.INDIRECT,
            confidence=0.75,
        ),
    )


def march() -> tuple[Claim, ...]:
    return (
        claim(
            MARCH,
            "Tickets should be free at night",
            cue="said",
            source="organisers",
            kind=ClaimType.INDIRECT,
            confidence=0.3,
            lemma="say",
            cue_class=CueClass.DEMAND,
            hedged=True,
        ),
    )


def found(engine: Engine, line: str) -> list[str]:
    """The first words of the claims that a filter line finds, in its order."""
    return [" ".join(row.content.split()[:3]) for row in rows(engine, parse_filter(line))]


def rows(engine: Engine, query: ClaimQuery | None = None) -> list[ClaimRow]:
    """The claims of a query, of all by default."""
    view = open_view(engine, query or ClaimQuery())
    return view.rows(0, len(view))


def _article(name: str, text: str, outlet: str | None, published: DatedFact) -> Article:
    title = text.partition("\n")[0]
    return Article(
        path=f"/library/{name}",
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        byline=("Jonas Vik", "Lu Ferro") if name == "depot.html" else (),
        url="https://ledger.example/depot" if name == "depot.html" else None,
        segments=(
            Segment(SegmentKind.TITLE, 0, len(title)),
            Segment(SegmentKind.PARAGRAPH, len(title) + 2, len(text) - 1),
        ),
        html=name.endswith(".html"),
    )


def _day(year: int, month: int, day: int) -> DatedFact:
    return DatedFact(date(year, month, day), Precision.DAY, "dateline")


def _month(year: int, month: int) -> DatedFact:
    return DatedFact(date(year, month, 1), Precision.MONTH, "dateline")


def _year(year: int) -> DatedFact:
    return DatedFact(date(year, 1, 1), Precision.YEAR, "copyright line")
