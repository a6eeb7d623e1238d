"""The JSON object of an article."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from claims.article import Article, DatedFact, Segment, SegmentKind
from claims.claim import Affiliation, Claim, ClaimType, CueClass, Span, Speaker, SpeakerKind
from claims.extraction.jsonl import article_record
from claims.partial_date import Precision

TEXT = "Ana Ruiz, director of the Lake Institute, said the dam was safe."
PAGE = Article(
    path="news/dam.txt",
    text=TEXT,
    title="The dam",
    outlet="Valley Post",
    byline=("Jo Park",),
    published=DatedFact(date(2024, 5, 16), Precision.DAY, "May 16, 2024"),
    stated=DatedFact(date(2023, 2, 1), Precision.MONTH, "February 2023"),
    segments=(Segment(SegmentKind.PARAGRAPH, 0, 64),),
)
CLAIM = Claim(
    type=ClaimType.INDIRECT,
    content=(Span(47, 63),),
    cue=(Span(42, 46),),
    source=(Span(0, 40),),
    speakers=(
        Speaker(
            "Ana Ruiz",
            SpeakerKind.PERSON,
            (Affiliation("director", "Lake Institute", Span(10, 40), confidence=0.71239),),
            0.91239,
        ),
    ),
    confidence=0.87654,
    statement=0.93211,
    cue_lemma="say",
    cue_class=CueClass.STATEMENT,
    prediction=True,
)


def test_a_record_has_the_fields_of_the_contract() -> None:
    record = json.loads(json.dumps(article_record(PAGE, [CLAIM])))
    assert record == {
        "article": "dam.txt",
        "title": "The dam",
        "outlet": "Valley Post",
        "published": "2024-05-16",
        "published_precision": "day",
        "published_evidence": "May 16, 2024",
        "stated": "2023-02",
        "byline": ["Jo Park"],
        "language": None,
        "segments": [[0, 64, "paragraph"]],
        "claims": [
            {
                "type": "indirect",
                "content": [[47, 63]],
                "cue": [[42, 46]],
                "source": [[0, 40]],
                "speakers": [
                    {
                        "name": "Ana Ruiz",
                        "kind": "person",
                        "confidence": 0.912,
                        "affiliations": [
                            {
                                "role": "director",
                                "organization": "Lake Institute",
                                "former": False,
                                "confidence": 0.712,
                                "evidence": [10, 40],
                            }
                        ],
                    }
                ],
                "parent": None,
                "confidence": 0.877,
                "statement": 0.932,
                "cue_lemma": "say",
                "cue_class": "statement",
                "negated": False,
                "hedged": False,
                "prediction": True,
            }
        ],
    }


def test_no_cue_and_no_source_are_null_and_no_speaker_an_empty_list() -> None:
    bare = Claim(type=ClaimType.DIRECT, content=(Span(0, 8),))
    [claim] = json.loads(json.dumps(article_record(PAGE, [bare])))["claims"]
    assert (claim["cue"], claim["source"], claim["speakers"]) == (None, None, [])
    assert (claim["cue_lemma"], claim["cue_class"]) == (None, None)


def test_a_date_known_to_the_month_is_not_told_as_a_day() -> None:
    month = DatedFact(date(2024, 5, 1), Precision.MONTH, "May 2024")
    record = article_record(replace(PAGE, published=month), [])
    assert (record["published"], record["published_precision"]) == (None, "month")


def test_the_body_is_told_where_offsets_do_not_fit_the_file() -> None:
    assert article_record(replace(PAGE, html=True), [])["body"] == TEXT
    assert "body" not in article_record(PAGE, [])
