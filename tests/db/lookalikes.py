"""An archive in which little can be told apart by its name, for tests of identity.

Two people are called Ann Lee and one Ann Leeson; one organization is a part of another whose name
a third begins with, and a person speaks as one of the first; The Times is not The Times of Lund;
two articles are called the same and two nothing at all. One statement is by two names of one
person.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Engine

from claims.article import Article, DatedFact
from claims.claim import Claim, ClaimType, CueClass, SpeakerKind
from claims.identity.authority import KnownAffiliation, KnownEntity
from claims.partial_date import Precision
from db.claims.article_page import ArticlePage, read_page
from db.identity.authority import import_authority
from db.identity.decisions import merge, split_articles
from tests.db.archives import claim, speaker
from tests.db.library import rows, shelve

ORGANIZATION = SpeakerKind.ORGANIZATION

DYKES = """The dyke is late, said Ann Lee, a fellow at the Tidewater Institute.
The dyke is dear, said Ann Leeson, a fellow at the Tidewater Institute of Art.
The dyke is wide, said the Tidewater Institute.
"""
LOCKS = """The lock is shut, said Ann Lee, head of the Lock Program at the Tidewater Institute.
The lock is old, said the Lock Program at the Tidewater Institute.
The lock is ours, said Bo Ray and Robert Ray, both of the Tidewater Institute.
"""
TIDES = """The tide is high, said Ann Lee, a baker at the Harbour Mill.
The tide is low, said Ann Lee, a baker at the Harbour Mill.
The tide is in, said Cy Orr.
"""
SLUICES = """The sluice is open, said Bo Ray, who was once of the Harbour Mill.
The sluice is red, said Ann Leeson and Ann Lee, both of the Harbour Mill.
"""


def fill(engine: Engine) -> None:
    """Put the lookalikes into an archive."""
    shelve(engine, _article("dykes.txt", DYKES, "Water", "The Times", date(2023, 5, 2)), _dykes())
    shelve(engine, _article("locks.txt", LOCKS, "Water", "The Times of Lund", None), _locks())
    shelve(engine, _article("tides.txt", TIDES, None, "The Times", date(2023, 5, 9)), _tides())
    shelve(engine, _article("sluices.txt", SLUICES, None, None, date(2023, 6, 1)), _sluices())
    merge(engine, "Bo Ray", ["Robert Ray"], "ines")
    tides = next(row.article_id for row in rows(engine) if "tide" in row.content)
    split_articles(engine, "Ann Lee", [tides], "ines")
    affiliations = (KnownAffiliation("chair", "Lock Program at the Tidewater Institute"),)
    known = KnownEntity(SpeakerKind.PERSON, "Cy Orr", affiliations=affiliations)
    import_authority(engine, [known], "known.csv", "ines")


def page(engine: Engine, words: str) -> ArticlePage:
    """The article with these words in a claim."""
    return read_page(engine, next(r.article_id for r in rows(engine) if words in r.content))


def _article(
    name: str, text: str, title: str | None, outlet: str | None, day: date | None
) -> Article:
    published = DatedFact(day, Precision.DAY, "dateline") if day else DatedFact()
    return Article(
        path=f"/lookalikes/{name}", text=text, title=title, outlet=outlet, published=published
    )


def _said(
    text: str,
    content: str,
    *people: tuple[str, str | None, str | None],
    kind: SpeakerKind = SpeakerKind.PERSON,
    cue_class: CueClass = CueClass.STATEMENT,
) -> Claim:
    """That these said it, each with role and organization as the line of the content has them."""
    line = next(one for one in text.splitlines() if content in one)
    speakers = [
        speaker(text, name, role, organization, evidence=line, kind=kind)
        for name, role, organization in people
    ]
    return claim(
        text,
        content,
        cue="said",
        source=people[0][0],
        speakers=speakers,
        kind=ClaimType.INDIRECT,
        lemma="say",
        cue_class=cue_class,
    )


def _dykes() -> tuple[Claim, ...]:
    art = "Tidewater Institute of Art"
    body = ("Tidewater Institute", None, None)
    return (
        _said(DYKES, "The dyke is late", ("Ann Lee", "fellow", "Tidewater Institute")),
        _said(DYKES, "The dyke is dear", ("Ann Leeson", "fellow", art), cue_class=CueClass.OPINION),
        _said(DYKES, "The dyke is wide", body, kind=ORGANIZATION),
    )


def _locks() -> tuple[Claim, ...]:
    program, whole = "Lock Program at the Tidewater Institute", "Tidewater Institute"
    both = ("Bo Ray", None, whole), ("Robert Ray", None, whole)
    return (
        _said(LOCKS, "The lock is shut", ("Ann Lee", "head", program)),
        _said(LOCKS, "The lock is old", (program, None, None), kind=ORGANIZATION),
        _said(LOCKS, "The lock is ours", *both),
    )


def _tides() -> tuple[Claim, ...]:
    baker = "Ann Lee", "baker", "Harbour Mill"
    return (
        _said(TIDES, "The tide is high", baker),
        _said(TIDES, "The tide is low", baker),
        _said(TIDES, "The tide is in", ("Cy Orr", None, None)),
    )


def _sluices() -> tuple[Claim, ...]:
    mill = "Harbour Mill"
    both = ("Ann Leeson", None, mill), ("Ann Lee", None, mill)
    return (
        _said(SLUICES, "The sluice is open", ("Bo Ray", None, mill)),
        _said(SLUICES, "The sluice is red", *both, cue_class=CueClass.OPINION),
    )
