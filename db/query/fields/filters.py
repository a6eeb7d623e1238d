"""Filters by judgement, time, words and number: attributes of a query, each with what describes
it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from claims.aside import Aside
from claims.review import ReviewState
from db.query.fields import values as v
from db.query.fields.attribution_filters import AttributionFilters
from db.query.fields.field import Field, Option, Part, ValueForm, described
from db.query.fields.values import SORT_FIELDS
from db.query.fields.wording import (
    aside_too,
    either,
    in_quotes,
    labels,
    on_topic,
    reviewed,
)
from db.query.grammar import ALL, INCLUDE, MONTH, REVIEW, SEARCH

_TIMES: Final = "may be repeated."
_SHARES: Final = ("0.5", "0.6", "0.7", "0.8", "0.9", "0.95", "0.99")
_DATE: Final = "DATE is YYYY, YYYY-MM or YYYY-MM-DD."


@dataclass(frozen=True)
class Filters(AttributionFilters):
    """All that a query asks, and in which order; `ClaimQuery` says more."""

    reviews: tuple[ReviewState, ...] = described(
        (),
        Field(
            key=REVIEW,
            form=ValueForm.SEVERAL,
            read=v.one_of("review", ReviewState),
            option=Option(
                "--review",
                "Only claims in this state of review; machine means not reviewed; " + _TIMES,
            ),
            keeps="that are `accepted`, `corrected`, `rejected`, or `machine` (not reviewed)",
            in_words=lambda query: reviewed(query.reviews, rejected=query.include_rejected),
            sentence_order=70,
            part=Part.CLAIM,
            choices=tuple(ReviewState),
        ),
    )
    include_rejected: bool = described(
        False,
        Field(
            key=INCLUDE,
            form=ValueForm.SWITCH,
            option=Option(
                "--include-rejected",
                "Include rejected claims, which are left out unless --review asks for them.",
            ),
            keeps="that were rejected as well; they are left out unless this or `review:` asks for "
            "them",
            write=lambda _: ReviewState.REJECTED.value,
            written=f"`{INCLUDE}:rejected`",
            in_words=lambda query: "" if query.reviews else "including rejected ones",
            sentence_order=190,
        ),
    )
    everything: bool = described(
        False,
        Field(
            key=INCLUDE,
            form=ValueForm.SWITCH,
            option=Option(
                "--all",
                "All claims, including those that are otherwise left out or rejected.",
            ),
            keeps="all, including those otherwise left out and rejected ones",
            write=lambda _: ALL,
            written=f"`{INCLUDE}:{ALL}`",
            in_words=lambda _: "including hidden ones",
            sentence_order=191,
        ),
    )
    include: tuple[Aside, ...] = described(
        (),
        Field(
            key=INCLUDE,
            form=ValueForm.SEVERAL,
            read=v.one_of(INCLUDE, Aside),
            option=Option(
                "--include",
                "Include claims that are left out for this reason; " + _TIMES,
            ),
            keeps="left out for this reason as well: inside another claim (`nested`), with a "
            "confidence below .6 (`low`), without a known speaker (`no-speaker`), of an attitude "
            "or act rather than words (`act`), in a headline (`headline`)",
            in_words=lambda query: aside_too(query.include),
            sentence_order=191,
            choices=tuple(Aside),
            suggested=(*Aside, ReviewState.REJECTED, ALL),
        ),
    )
    tags: tuple[str, ...] = described(
        (),
        Field(
            key="tag",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option("--tag", "Only claims with this tag; " + _TIMES, "TEXT", names="tag"),
            keeps="with that tag; repeat for several",
            in_words=lambda query: f"tagged {either([in_quotes(tag) for tag in query.tags])}",
            sentence_order=80,
            part=Part.CLAIM,
        ),
    )
    note: str | None = described(
        None,
        Field(
            key="note",
            form=ValueForm.ONE,
            check=v.check_words,
            option=Option("--note", "Only claims whose note has these words.", "TEXT"),
            keeps="with these words in the note",
            in_words=lambda query: f"with {in_quotes(query.note)} in the note",
            sentence_order=90,
            part=Part.CLAIM,
        ),
    )
    since: date | None = described(
        None,
        Field(
            key="since",
            form=ValueForm.ONE,
            read=v.first_day,
            option=Option(
                "--since", "Only articles published on this date or later. " + _DATE, "DATE"
            ),
            keeps="published on this day or later; `2023`, `2023-06` or `2023-06-30`",
            in_words=lambda query: f"since {query.since}",
            sentence_order=140,
            part=Part.ARTICLE,
            known_as=MONTH,
            by_year=True,
        ),
    )
    until: date | None = described(
        None,
        Field(
            key="until",
            form=ValueForm.ONE,
            read=v.last_day,
            option=Option(
                "--until",
                "Only articles published on this date or earlier, whole year or month included. "
                + _DATE,
                "DATE",
            ),
            keeps="published on this day or earlier, whole year or month included",
            in_words=lambda query: f"until {query.until}",
            sentence_order=150,
            part=Part.ARTICLE,
            known_as=MONTH,
            by_year=True,
        ),
    )
    months: tuple[str, ...] = described(
        (),
        Field(
            key=MONTH,
            form=ValueForm.SEVERAL,
            check=v.check_month,
            option=Option("--month", "Only articles published in this month; " + _TIMES, "YYYY-MM"),
            keeps="published in that month; repeat for several",
            in_words=lambda query: f"published in {either(query.months)}",
            sentence_order=160,
            part=Part.ARTICLE,
            facet="Months",
        ),
    )
    stored: datetime | None = described(
        None,
        Field(
            key="stored",
            form=ValueForm.ONE,
            read=v.moment,
            write=v.as_moment,
            option=Option(
                "--stored",
                "Only articles stored at this time (UTC) or later. WHEN is a date as for --since, "
                "or YYYY-MM-DDTHH:MM.",
                "WHEN",
            ),
            keeps="of articles stored at this time (UTC) or later; a date or `2024-05-16T10:30`",
            in_words=lambda query: f"stored since {v.in_utc(query.stored)}",
            sentence_order=165,
            part=Part.ARTICLE,
        ),
    )
    topics: tuple[str, ...] = described(
        (),
        Field(
            key="topic",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--topic",
                "Only claims on this topic, by words or id; " + _TIMES,
                "TEXT",
                names="topic",
            ),
            keeps="on that topic, by its id, or with all these words in any form; repeat for "
            "several",
            in_words=lambda query: f"on {either(list(map(on_topic, query.topics)))}",
            sentence_order=110,
            part=Part.CLAIM,
            facet="Topics",
        ),
    )
    threads: tuple[str, ...] = described(
        (),
        Field(
            key="thread",
            form=ValueForm.NAMES,
            check=v.check_words,
            option=Option(
                "--thread",
                "Only claims of this thread, which all say the same: its id, the id of a claim in "
                "it, or words of its label; " + _TIMES,
                "TEXT",
                names="thread",
            ),
            keeps="of that thread, which all say the same: its id, the id of a claim in it, or "
            "words of its label; repeat for several",
            in_words=lambda query: f"of the thread {labels(query.threads)}",
            sentence_order=112,
            part=Part.CLAIM,
        ),
    )
    text: str | None = described(
        None,
        Field(
            key=SEARCH,
            aliases=("text",),
            form=ValueForm.ONE,
            check=v.check_words,
            option=Option("--query", "Only claims with these words (full text).", "TEXT"),
            keeps="with these words",
            written='bare words, `"a phrase"`, `query:`',
            in_words=lambda query: f"that say {in_quotes(query.text)}",
            sentence_order=100,
            part=Part.CLAIM,
        ),
    )
    min_confidence: float | None = described(
        None,
        Field(
            key="min-confidence",
            aliases=("confidence",),
            form=ValueForm.ONE,
            read=v.share("min-confidence"),
            write=repr,
            check=v.check_share,
            option=Option(
                "--min-confidence", "Only claims of at least this confidence, from 0 to 1.", "X"
            ),
            keeps="of at least this confidence, from 0 to 1",
            in_words=lambda query: f"with confidence {query.min_confidence:g} or more",
            sentence_order=170,
            part=Part.CLAIM,
            suggested=_SHARES,
        ),
    )
    min_statement: float | None = described(
        None,
        Field(
            key="min-statement",
            aliases=("statement",),
            form=ValueForm.ONE,
            read=v.share("min-statement"),
            write=repr,
            check=v.check_share,
            option=Option(
                "--min-statement",
                "Only claims at least this likely, from 0 to 1, to be said or written rather than "
                "felt, planned or done.",
                "X",
            ),
            keeps="at least this likely to be said or written rather than felt, planned or done, "
            "from 0 to 1",
            in_words=lambda query: f"said with {query.min_statement:g} or more",
            sentence_order=171,
            part=Part.CLAIM,
            suggested=_SHARES,
        ),
    )
    min_speaker_confidence: float | None = described(
        None,
        Field(
            key="min-speaker-confidence",
            form=ValueForm.ONE,
            read=v.share("min-speaker-confidence"),
            write=repr,
            check=v.check_share,
            option=Option(
                "--min-speaker-confidence",
                "Only claims whose speaker is right with at least this confidence, from 0 to 1.",
                "X",
            ),
            keeps="whose speaker is right with at least this confidence, from 0 to 1",
            in_words=lambda query: f"by a speaker with {query.min_speaker_confidence:g} or more",
            sentence_order=172,
            part=Part.SPEAKER,
            suggested=_SHARES,
        ),
    )
    sort: str = described(
        "published",
        Field(
            key="sort",
            form=ValueForm.ONE,
            option=Option(
                "--sort", "Sort by {sorts}; with a leading '-', descending.", "FIELD", shared=False
            ),
            keeps="in this order, with a leading `-` descending",
            suggested=(*SORT_FIELDS, *(f"-{name}" for name in SORT_FIELDS)),
        ),
    )
    descending: bool = False
    limit: int | None = described(
        None,
        Field(
            key="limit",
            form=ValueForm.ONE,
            read=v.limit,
            check=v.check_limit,
            option=Option("--limit", "Show at most this many.", "N", shared=False),
            keeps="at most this many",
            suggested=("10", "100", "1000"),
        ),
    )
