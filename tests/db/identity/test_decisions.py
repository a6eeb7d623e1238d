"""People's judgements: merge, split, rename, alias, suggestions, undo; reextraction keeps them."""

from __future__ import annotations

import pytest

from claims.identity.matching import Verdict
from db.analysis.summary import list_articles, list_speakers
from db.claims.view import open_view
from db.connection.engine import writing
from db.identity.decisions import alias, decide, judge_pair, merge, rename, split, split_articles
from db.identity.rebuild import relink_all
from db.identity.undo import undo
from db.ingest.reextract import reextract
from db.query.line import parse_filter
from db.query.model import ClaimQuery, QueryError
from db.schema import core as schema
from db.speakers.page import list_acts, speaker_page
from db.speakers.suggestions import list_suggestions
from tests.db.archives import Desk, count
from tests.db.identity.test_linking import Newsroom


@pytest.fixture
def room(desk: Desk) -> Newsroom:
    """Berg by his full name, by his surname, and a woman of another name."""
    room = Newsroom(desk)
    room.article(("Tomas Berg", "mayor", "Elm City"))
    room.article(("Berg", None, None))
    room.article(("Ana Ruiz", None, None))
    return room


def names(desk: Desk) -> set[str]:
    return {row.speaker.label for row in list_speakers(desk.engine, ClaimQuery())}


def test_a_merge_is_seen_everywhere_and_rewrites_no_claim(desk: Desk, room: Newsroom) -> None:
    before = count(desk.engine, schema.MentionEntity), count(desk.engine, schema.Entity)

    done = merge(desk.engine, "Tomas Berg", ["Ana Ruiz"], "ines")

    assert done.told == "merge Ana Ruiz into Tomas Berg"
    assert names(desk) == {"Tomas Berg", "Berg"}
    assert room.found('speaker:"ana ruiz"') == room.found('speaker:"tomas berg"') == 2
    rows = open_view(desk.engine, parse_filter("speaker:ruiz")).rows(0, 9)
    assert {row.names for row in rows} == {("Tomas Berg",)}
    assert (count(desk.engine, schema.MentionEntity), count(desk.engine, schema.Entity)) == before


def test_undoing_a_merge_takes_them_apart(desk: Desk, room: Newsroom) -> None:
    done = merge(desk.engine, "Tomas Berg", ["Ana Ruiz"], "ines")

    undo(desk.engine, done.number, "ines")

    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}
    [act] = list_acts(desk.engine)
    assert (act.author, act.undone) == ("ines", True)
    with pytest.raises(QueryError, match="undone already"):
        undo(desk.engine, done.number, "ines")


def test_a_suggestion_waits_until_it_is_decided_on(desk: Desk, room: Newsroom) -> None:
    [one] = list_suggestions(desk.engine)
    assert {one.left.label, one.right.label} == {"Tomas Berg", "Berg"}

    decide(desk.engine, one.number, Verdict.SAME, "ines")

    assert names(desk) == {"Tomas Berg", "Ana Ruiz"}
    assert list_suggestions(desk.engine) == []


@pytest.mark.parametrize("verdict", [Verdict.DIFFERENT, Verdict.UNSURE])
def test_a_pair_that_was_decided_on_is_not_suggested_again(
    desk: Desk, room: Newsroom, verdict: Verdict
) -> None:
    [one] = list_suggestions(desk.engine)
    decide(desk.engine, one.number, verdict, "ines")

    room.article(("Berg", "mayor", "Elm City"))
    with writing(desk.engine) as connection:
        relink_all(connection)

    assert list_suggestions(desk.engine) == []
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}


def test_names_of_one_speaker_are_not_suggested_to_one_that_was_refused(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", None, None), ("Tomas Berg", None, None))
    room.article(("T. Berg", None, None))
    one, *_ = list_suggestions(desk.engine, "T. Berg")

    decide(desk.engine, one.number, Verdict.DIFFERENT, "ines")

    assert list_suggestions(desk.engine) == []


def test_a_split_holds_against_the_program(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", None, None))
    room.article(("Tomas Berg", None, None))
    assert names(desk) == {"Tomas V. Berg"}

    done = split(desk.engine, "Tomas V. Berg", "Tomas Berg", "ines")
    room.article(("Tomas Berg", "mayor", "Elm City"), ("Tomas V. Berg", "mayor", "Elm City"))

    assert names(desk) == {"Tomas V. Berg", "Tomas Berg"}
    undo(desk.engine, done.number, "ines")
    assert names(desk) == {"Tomas V. Berg"}


def test_articles_of_a_namesake_are_split_off_and_stay_so_after_reextraction(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("John Reed", "baker", "Bread Guild"))
    room.article(("John Reed", "pilot", "Cloud Air"))
    second = list_articles(desk.engine, parse_filter("org:cloud"))[0].article_id

    done = split_articles(desk.engine, "John Reed", [second], "ines")
    assert names(desk) == {"John Reed", "John Reed (2)"}

    desk.extractor.model_version = "2.0"
    stored = list_articles(desk.engine, ClaimQuery())
    assert reextract(desk.engine, stored, lambda: desk.extractor).reextracted == 2
    assert names(desk) == {"John Reed", "John Reed (2)"}
    room.article(("John Reed", "chief pilot", "Cloud Air"))
    assert speaker_page(desk.engine, "John Reed (2)").articles == 2

    undo(desk.engine, done.number, "ines")
    assert "John Reed" in names(desk)
    assert speaker_page(desk.engine, "John Reed").articles >= 2


def test_a_new_name_is_shown_and_the_old_one_still_finds(desk: Desk, room: Newsroom) -> None:
    rename(desk.engine, "ana ruiz", "Ana  Ruiz-Vega", "ines")
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz-Vega"}
    assert room.found('speaker:"ana ruiz"') == room.found("speaker:vega") == 1

    rename(desk.engine, "ana ruiz", "Dr. Vega", "ines")
    undo(desk.engine, None, "ines")
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz-Vega"}


def test_articles_to_come_that_use_an_alias_are_linked(desk: Desk, room: Newsroom) -> None:
    alias(desk.engine, "ana ruiz", "The Iron Pilot", "ines")
    room.article(("The Iron Pilot", None, None))

    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}
    assert room.found('speaker:"iron pilot"') == 2
    with pytest.raises(QueryError, match="goes by The Iron Pilot already"):
        alias(desk.engine, "ana ruiz", "The Iron Pilot", "ines")


def test_merging_what_was_judged_different_needs_no_undoing(desk: Desk, room: Newsroom) -> None:
    judge_pair(desk.engine, "Tomas Berg", "Ana Ruiz", Verdict.DIFFERENT, "ines")
    done = merge(desk.engine, "Tomas Berg", ["Ana Ruiz"], "bo")
    assert names(desk) == {"Tomas Berg", "Berg"}

    undo(desk.engine, done.number, "bo")
    assert names(desk) == {"Tomas Berg", "Berg", "Ana Ruiz"}
    with pytest.raises(QueryError, match="one with"):
        merge(desk.engine, "Berg", ["Berg"], "bo")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Nobody", "there is no speaker called 'Nobody'"),
        ("erg", "there is no speaker called 'erg'"),
        ("", "there is no speaker called ''"),
    ],
)
def test_a_name_that_finds_nobody_is_refused(
    desk: Desk, room: Newsroom, name: str, told: str
) -> None:
    with pytest.raises(QueryError, match=told):
        merge(desk.engine, name, ["Berg"], "ines")
    assert list_acts(desk.engine) == []


def test_words_that_several_names_have_are_refused_with_the_ids(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", None, None), ("Bea Ruiz", None, None))
    with pytest.raises(QueryError, match=r"'ruiz' could be Ana Ruiz \(e[0-9a-f]{16}\), Bea Ruiz"):
        rename(desk.engine, "ruiz", "Ruiz", "ines")


def test_linking_the_whole_archive_again_changes_nothing(desk: Desk, room: Newsroom) -> None:
    room.article(("Tomas V. Berg", None, None), ("T. Berg", "mayor", "Elm City"))
    merge(desk.engine, "Ana Ruiz", ["Tomas Berg"], "ines")
    before = names(desk), [one.basis for one in list_suggestions(desk.engine)]
    judged = count(desk.engine, schema.MentionEntity)

    with writing(desk.engine) as connection:
        relink_all(connection)

    assert (names(desk), [one.basis for one in list_suggestions(desk.engine)]) == before
    assert count(desk.engine, schema.MentionEntity) == judged


def test_a_speakers_page_tells_affiliations_names_and_evidence(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "head", "China program"))
    room.article(("Ana L. Ruiz", "head", "China Program"), called="Ms. Ruiz")
    page = speaker_page(desk.engine, "ana ruiz")

    [affiliation] = page.affiliations
    assert (affiliation.role, affiliation.articles) == ("head", 2)
    assert [seen.stated.evidence.words for seen in affiliation.observations] == [
        "head, China program",
        "head, China Program",
    ]
    assert {name.ref.label: name.why.partition(",")[0] for name in page.names} == {
        "Ana Ruiz": "",
        "Ana L. Ruiz": "the same first and last name",
    }
