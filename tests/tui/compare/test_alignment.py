"""Two articles set against each other by whom both quote."""

from __future__ import annotations

from sqlalchemy import Engine

from db.analysis.summary import list_articles
from db.query.model import ClaimQuery
from tests.db.lookalikes import page
from tui.compare.alignment import Sides, by_people


def headings(sides: Sides) -> list[list[tuple[str, str]]]:
    """What the sections of each column begin with."""
    return [
        [(section[0].blocks[0].text, section[0].blocks[1].text) for section in column.sections]
        for column in sides.columns
    ]


def test_each_speaker_of_two_articles_has_its_own_affiliations_each_once(
    lookalikes: Engine,
) -> None:
    left, right = headings(by_people(page(lookalikes, "dyke"), page(lookalikes, "sluice")))
    assert dict(left[:-1]) == {
        "Ann Lee": "fellow, Tidewater Institute",
        "Ann Leeson": "fellow, Tidewater Institute of Art",
    }
    assert dict(right[:-1]) == {"Ann Lee": "Harbour Mill", "Ann Leeson": "Harbour Mill"}
    joint, _ = headings(by_people(page(lookalikes, "lock"), page(lookalikes, "sluice")))
    assert dict(joint[:-1]) == {
        "Ann Lee": "head, Lock Program at the Tidewater Institute",
        "Bo Ray": "Tidewater Institute",
    }


def test_namesakes_are_not_aligned_with_each_other(lookalikes: Engine) -> None:
    found = by_people(page(lookalikes, "dyke"), page(lookalikes, "tide"))

    assert not found.shared
    assert "Ann Lee (2) 2" in headings(found)[1][-1][1].split("; ")
    assert len(list_articles(lookalikes, ClaimQuery())) == 4


def test_sides_have_as_many_sections_and_end_with_who_is_quoted_there_alone(
    lookalikes: Engine,
) -> None:
    found = by_people(page(lookalikes, "dyke"), page(lookalikes, "sluice"))
    left, right = found.columns
    assert found.shared == 2
    assert "the 2 speakers they share" in found.title
    assert len(left.sections) == len(right.sections) == found.shared + 1
    heads = [[section[0].blocks[0].text for section in side.sections] for side in found.columns]
    assert heads[0] == heads[1]
    assert heads[0][-1] == "Quoted only here"
    assert {entry.row is not None for side in found.columns for entry in side.sections[0][1:]} == {
        True
    }
