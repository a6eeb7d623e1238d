"""A facet's value is an identity: choosing it finds what its number says, and nobody else's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from sqlalchemy import Engine

from db.analysis.facets.facets import Facet, FacetValue, choosing, chosen_values, facet_counts
from db.analysis.summary import count_claims, list_speakers
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from tests.db.conftest import Filled, on_sqlite
from tests.db.library import rows
from tests.db.lookalikes import fill


@pytest.fixture
def lookalikes(shared: Filled) -> Engine:
    """The archive of what is called alike, on each backend."""
    return shared(fill)


def values(engine: Engine, facet: Facet, line: str = "") -> Sequence[FacetValue]:
    return facet_counts(engine, facet, parse_filter(line)).values


def labels(engine: Engine, facet: Facet, line: str = "") -> dict[str, int]:
    return {value.label: value.claims for value in values(engine, facet, line)}


def test_every_number_is_what_choosing_the_value_finds_alone_and_on_top_of_other_filters(
    lookalikes: Engine, backend: str
) -> None:
    # Every value is chosen alone; on top of others, two of each facet or, on the second
    # database, one, since what the databases do alike one of them shows.
    few = slice(2 if backend == "sqlite" else 1)
    lines = ["", "kind:person", "speaker:lee", 'org:"tidewater institute"', 'ever:"lock program"']
    lines += ["outlet:times", "article:water", "class:opinion", "month:2023-05"]
    lines += [
        choosing(ClaimQuery(), facet, [value.key]).to_filter()
        for facet in Facet
        for value in values(lookalikes, facet)[few]
    ]
    for line in lines:
        query = parse_filter(line)
        for facet in Facet:
            found = facet_counts(lookalikes, facet, query)
            assert found.total == len(found.values)
            for value in found.values:
                by_it = choosing(query, facet, [value.key])
                again = parse_filter(by_it.to_filter())
                assert count_claims(lookalikes, again) == value.claims, (line, value)
                (shown,) = chosen_values(lookalikes, facet, by_it)
                assert (shown.label, shown.claims) == (value.label, value.claims), (line, value)


def test_names_that_begin_alike_and_namesakes_are_values_of_their_own(lookalikes: Engine) -> None:
    assert labels(lookalikes, Facet.SPEAKER) == {
        "Ann Lee": 3,
        "Ann Lee (2)": 2,
        "Ann Leeson": 2,
        "Bo Ray": 2,
        "Cy Orr": 1,
        "Lock Program at the Tidewater Institute": 1,
        "Tidewater Institute": 1,
    }
    for value in values(lookalikes, Facet.SPEAKER):
        for row in rows(lookalikes, ClaimQuery(speakers=(value.key,))):
            assert value.label in row.names


def test_an_organization_counts_with_its_parts_and_without_those_called_alike(
    lookalikes: Engine,
) -> None:
    assert labels(lookalikes, Facet.ORGANIZATION) == {
        "Tidewater Institute": 5,
        "Harbour Mill": 4,
        "Lock Program at the Tidewater Institute": 2,
        "Tidewater Institute of Art": 1,
    }
    # Ever, Ann Lee is of all three, Ann Lee the baker of the mill alone, and a file knows Cy Orr.
    assert labels(lookalikes, Facet.ORGANIZATION, 'ever:"lock program"') == {
        "Tidewater Institute": 8,
        "Harbour Mill": 8,
        "Lock Program at the Tidewater Institute": 5,
        "Tidewater Institute of Art": 2,
    }


def test_outlets_and_articles_that_are_called_alike_are_told_apart(lookalikes: Engine) -> None:
    assert labels(lookalikes, Facet.OUTLET) == {"The Times": 6, "The Times of Lund": 3}
    assert [value.claims for value in values(lookalikes, Facet.ARTICLE)] == [3, 3, 3, 2]


@pytest.mark.parametrize(
    ("facet", "line", "shown"),
    [
        (Facet.SPEAKER, "speaker:leeson", ("Ann Leeson", 2)),
        (Facet.SPEAKER, "speaker:lee", ("“lee” in names", 6)),
        (Facet.SPEAKER, "speaker:nobody", ("“nobody” in names", 0)),
        (Facet.ORGANIZATION, "org:art", ("Tidewater Institute of Art", 1)),
        (Facet.OUTLET, "outlet:lund", ("The Times of Lund", 3)),
        (Facet.OUTLET, "outlet:times", ("“times” in names", 9)),
        (Facet.ARTICLE, "article:tides", ("tides.txt", 3)),
    ],
)
def test_words_that_find_one_value_are_shown_as_it(
    lookalikes: Engine, facet: Facet, line: str, shown: tuple[str, int]
) -> None:
    (chosen,) = chosen_values(lookalikes, facet, parse_filter(line))

    assert (chosen.label, chosen.claims) == shown
    assert chosen.key == line.partition(":")[2]
    same = [value for value in values(lookalikes, facet) if value.means == chosen.means]
    assert len(same) == (0 if chosen.label.endswith(" in names") else 1)


@on_sqlite
def test_an_id_alone_finds_what_the_value_with_its_label_does(lookalikes: Engine) -> None:
    for row in list_speakers(lookalikes, ClaimQuery()):
        found = rows(lookalikes, ClaimQuery(speakers=(row.speaker.id,)))
        assert found == rows(
            lookalikes, ClaimQuery(speakers=(f"{row.speaker.label} [{row.speaker.id}]",))
        )
        assert len(found) == row.claims
