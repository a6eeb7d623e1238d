"""What stands in the columns of an export."""

from __future__ import annotations

import json

from sqlalchemy import Engine

from db.export import CHOOSABLE, EXTRA_COLUMNS, record
from db.query.model import ClaimQuery
from tests.db.export.exported import CUE, ELSEWHERE, exported, table
from tests.db.library import BRIDGE, rows


def test_what_the_cue_tells_of_stands_in_words(library: Engine) -> None:
    def told(line: str) -> list[list[str]]:
        return [[row[name] for name in CUE] for row in table(library, line)]

    assert told("article:depot is:negated") == [["decline", "denial", "true", "false", "false"]]
    assert told("article:night cue:fear") == [["fear", "emotion", "false", "false", "true"]]
    assert told("article:signals") == [["", "", "false", "false", "false"]]


def test_what_the_cue_tells_of_is_null_or_a_boolean_in_json(library: Engine) -> None:
    (signal,) = json.loads(exported(library, "article:signals", form="json"))
    (ticket,) = json.loads(exported(library, "is:hedged", form="json"))

    assert [signal[name] for name in CUE] == [None, None, False, False, False]
    assert [ticket[name] for name in CUE] == ["say", "demand", False, True, False]


def test_a_date_is_written_as_exactly_as_it_is_known(library: Engine) -> None:
    found = {row["published"]: row["published_precision"] for row in table(library)}

    assert found == {
        "2022-03-10": "day",
        "2023-05": "month",
        "2023-06-02": "day",
        "2024": "year",
        "": "unknown",
    }


def test_several_speakers_are_joined_and_stand_in_line_with_their_affiliations(
    library: Engine,
) -> None:
    (joint,) = table(library, "article:bridge speaker:brandt")

    assert joint["speaker"] == "Ilse Brandt; Tom Achterberg"
    assert joint["speaker_kind"] == "person; person"
    assert joint["role"] == "; former mayor"
    assert joint["organization"] == "City Rail Office; "
    assert joint["role_holder"] == "Ilse Brandt; Tom Achterberg"
    assert joint["role_evidence"] == "of the City Rail Office; a former mayor"
    assert joint["cue"] == "argued\nthat"
    for evidence, place in zip(
        joint["role_evidence"].split("; "), joint["role_evidence_spans"].split("; "), strict=True
    ):
        start, _, end = place.partition("-")
        assert BRIDGE[int(start) : int(end)] == evidence


def test_a_claim_of_an_unknown_speaker_has_empty_cells(library: Engine) -> None:
    (ticket,) = table(library, "tickets")

    for column in ("speaker", "speaker_kind", "role", "organization", "outlet", "role_evidence"):
        assert ticket[column] == ""


def test_json_has_the_same_names_with_lists_and_nothing_joined(library: Engine) -> None:
    found = json.loads(exported(library, "article:bridge", form="json"))

    assert list(found[0]) == [*CHOOSABLE, *ELSEWHERE]
    assert found[0]["speaker"] == ["Ilse Brandt", "Tom Achterberg"]
    assert found[0]["role"] == [None, "former mayor"]
    assert found[0]["organization"] == ["City Rail Office", None]
    assert found[0]["content_spans"] == [[found[0]["content_start"], found[0]["content_end"]]]
    assert found[0]["confidence"] == 0.85
    assert [one["published"] for one in found] == ["2023-06-02", "2023-06-02"]
    assert json.loads(exported(library, "speaker:nobody", form="json")) == []


def test_a_row_alone_is_recorded_under_the_same_names(library: Engine) -> None:
    row = rows(library, ClaimQuery(articles=("bridge",)))[0]
    (full, _) = json.loads(exported(library, "article:bridge", form="json"))

    assert record(row) == {n: full[n] for n in full if n not in (*EXTRA_COLUMNS, "page")}


def test_rows_are_the_same_in_any_order(library: Engine) -> None:
    by_date, by_type = table(library), table(library, "sort:-type")

    assert [row["article_id"] for row in by_date] != [row["article_id"] for row in by_type]
    assert sorted(map(str, by_date)) == sorted(map(str, by_type))
