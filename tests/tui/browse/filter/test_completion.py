"""What could stand at the cursor of a filter line."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.query.line import FILTER_KEYS
from db.query.vocabulary import vocabulary
from tui.browse.filter.completion import Completion, Vocabulary, complete

VALUES = {
    "speaker:ann": 'speaker:"Anna Feld"',
    "org:eas": 'org:"Eastern Rail Centre"',
    "article:pipe": 'article:"Pipeline talks stall over price"',
    "outlet:har": 'outlet:"Harbour Post"',
    "type:ind": "type:indirect",
    "story:pipe": 'story:"Pipeline talks stall over price"',
    "cue:arg": "cue:argue",
    "class:bel": "class:belief",
    "is:hed": "is:hedged",
    "not:neg": "not:negated",
    "kind:org": "kind:organization",
    "since:20": "since:2024",
    "since:2023-": "since:2023-03",
    "until:2024-": "until:2024-01",
    "month:2023": "month:2023-03",
    "min-confidence:0.7": "min-confidence:0.7",
    "min-statement:0.5": "min-statement:0.5",
    "min-speaker-confidence:0.9": "min-speaker-confidence:0.9",
    "sort:cont": "sort:content",
    "sort:-conf": "sort:-confidence",
    "limit:10": "limit:10",
    "ever:eas": 'ever:"Eastern Rail Centre"',
    "review:acc": "review:accepted",
    "include:rej": "include:rejected",
}


@pytest.mark.parametrize("typed", VALUES)
def test_values_of_every_filter_are_completed(archive: Engine, typed: str) -> None:
    known = Vocabulary(vocabulary(archive))

    offered = [found.text.strip() for found in complete(typed, len(typed), known)]

    assert VALUES[typed] in [*offered, typed]
    assert offered or typed == VALUES[typed]


def test_every_key_is_completed_and_takes_values_or_any_text() -> None:
    free = {"topic", "thread", "query", "tag", "note", "stored"}
    for key in FILTER_KEYS:
        assert f"{key}:" in [found.text for found in complete(key[:2], 2, Vocabulary())]
    covered = {typed.partition(":")[0] for typed in VALUES}
    assert covered | free == set(FILTER_KEYS)


KNOWN = Vocabulary(
    {
        "speaker": [
            "Alexander Gabuev",
            "Ada Trump",
            "Donald Trump",
            "Vladimir V. Putin",
            "Taiwan",
            "Wen Jiabao",
            "Hu Blok",
            "Anna Hu",
            "Grid Agency",
        ],
        "org": ["Putin Institute"],
        "article": ["Putin visits Beijing"],
    },
    {"speaker": {"Alexander Gabuev": 14, "Ada Trump": 9, "Donald Trump": 12}},
    persons=frozenset({"Alexander Gabuev", "Wen Jiabao", "Hu Blok", "Anna Hu"}),
)


def offered(line: str) -> list[Completion]:
    return complete(line, len(line), KNOWN)


def test_a_name_is_offered_from_any_of_its_words_with_its_claims() -> None:
    assert offered("gab")[0] == Completion(
        "speaker  Alexander Gabuev  14", 0, 'speaker:"Alexander Gabuev" ', named=True
    )
    putin = offered("since:2023 putin")
    kinds = [one.shown.split("  ")[0] for one in putin]
    assert kinds == ["speaker", "organization", "article", "text"]
    assert {one.start for one in putin} == {len("since:2023 ")}
    assert offered("zzz") == []


def test_a_name_is_offered_whatever_its_accents_and_marks() -> None:
    name = "Siobhán O’Neil-Łęcka"
    known = Vocabulary({"speaker": [name]}, persons=frozenset({name}))
    for typed in ("siobhan", "o'neil", "O’NEIL", "lecka"):
        offers = complete(typed, len(typed), known)
        assert [one.text for one in offers if one.named] == [f'speaker:"{name}" '], typed
    for typed in ("speaker:siob", "speaker:o'n", "speaker:lec"):
        assert [one.shown for one in complete(typed, len(typed), known)] == [name], typed
    assert complete("neil-lecka", 10, known)[0].sure
    assert complete("“", 1, known) == []


def test_what_has_a_long_name_is_offered_in_one_line_with_its_number() -> None:
    title = "Harbour dredging waits for a third year while the ministries argue over its price"
    known = Vocabulary({"article": [title]}, {"article": {title: 11}})
    article, text = complete("dredging", 8, known)
    assert article.shown == "article  Harbour dredging waits for a third year whi…  11"
    assert article.text == f'article:"{title}" '
    assert text.shown == "text  “dredging”"


@pytest.mark.parametrize(
    ("line", "surely"),
    [
        ("gabuev", 'speaker:"Alexander Gabuev" '),
        ("alexander gabuev", 'speaker:"Alexander Gabuev" '),
        # Which one of two is not sure, nor that a place is meant as a speaker.
        ("trump", None),
        ("taiwan", None),
        ("alexander", None),
        # A surname may stand in front, which is not the first word of a body.
        ("wen", 'speaker:"Wen Jiabao" '),
        ("hu", None),
        ("grid", None),
    ],
)
def test_what_is_surely_meant(line: str, surely: str | None) -> None:
    sure = [one.text for one in offered(line) if one.sure]
    assert sure == ([] if surely is None else [surely])
