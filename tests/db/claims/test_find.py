"""Positions of the rows of a view that hold a text."""

from __future__ import annotations

from array import array

import pytest
from sqlalchemy import Engine

from db.claims import find
from db.claims.find import SEARCHED, positions_of
from db.claims.view import ClaimView, open_view
from db.connection.cancel import Cancel, Cancelled
from db.query.model import ClaimQuery


@pytest.fixture
def view(library: Engine) -> ClaimView:
    """The library on trams, on each backend."""
    return open_view(library, ClaimQuery())


@pytest.fixture(params=[0, 5_000], ids=["of all", "one by one"])
def _few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(find, "_FEW", request.param)


@pytest.mark.usefixtures("_few")
@pytest.mark.parametrize(
    ("key", "text", "holds"),
    [
        ("content", "NIGHT", lambda row: "night" in row.content.casefold()),
        ("content", "_", lambda row: "_" in row.content),
        ("content", "%", lambda row: "%" in row.content),
        ("speaker", "brandt", lambda row: "Ilse Brandt" in row.names),
        ("affiliation", "city rail", lambda row: "City Rail Office" in row.organizations),
        ("outlet", "ledger", lambda row: row.outlet == "Evening Ledger"),
        ("type", "indir", lambda row: row.type == "indirect"),
        ("class", "opin", lambda row: row.cue_class == "opinion"),
        ("date", "2022-03", lambda row: row.published.as_known.startswith("2022-03")),
        ("article", "depot", lambda row: "Depot" in (row.article_title or "")),
        ("source", "brandt", lambda row: "Brandt" in row.source),
        ("cue", "said", lambda row: "said" in row.cue),
    ],
)
def test_rows_with_a_text_in_a_column(
    library: Engine, view: ClaimView, key: str, text: str, holds: object
) -> None:
    assert callable(holds)
    rows = view.rows(0, len(view))

    found = positions_of(library, view.ids, text, [key])

    assert list(found) == [place for place, row in enumerate(rows) if holds(row)]
    if text not in "_%":
        assert found
    assert set(found) <= set(positions_of(library, view.ids, text, SEARCHED))


def test_only_rows_of_the_view_count_in_its_order(archive: Engine, view: ClaimView) -> None:
    turned = array("q", reversed(view.ids[2:]))

    found = positions_of(archive, turned, "night", ["content"])

    everywhere = positions_of(archive, view.ids, "night", ["content"])
    last = len(view) - 1
    assert list(found) == sorted(last - place for place in everywhere if place >= 2)


def test_nothing_is_found_in_nothing(archive: Engine, view: ClaimView) -> None:
    assert not positions_of(archive, array("q"), "night", SEARCHED)
    assert not positions_of(archive, view.ids, "", SEARCHED)


def test_finding_that_was_cancelled_does_not_begin(archive: Engine, view: ClaimView) -> None:
    cancel = Cancel()
    cancel.cancel()

    with pytest.raises(Cancelled):
        positions_of(archive, view.ids, "night", SEARCHED, cancel)
