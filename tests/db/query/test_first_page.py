"""The first claims by most orders, found among few."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, Select, delete, insert, select, update

from db.archive import open_archive
from db.claims.view import open_view
from db.comparison.threads.counts import recount
from db.connection.engine import writing
from db.query import first_page
from db.query.compile import OF_THREAD
from db.query.line import parse_filter
from db.query.model import SORT_FIELDS
from db.query.tables import affiliation, claim, claim_meaning
from tests.db.archives import copy_of
from tests.db.comparison import threaded
from tests.db.library import found
from tests.db.query.conditions.asked import ALL

BY_THREAD = ("articles", "-articles", "first_said", "-first_said")


def limits(most: int) -> list[int]:
    """How many claims may be asked for: a few, half of them, all, and one more."""
    return sorted({one for one in (1, 2, most // 2, most, most + 1) if one > 0})


def pages(engine: Engine, line: str) -> list[Select[tuple[int]]]:
    return [*first_page.first_pages(parse_filter(line), engine.dialect)]


def check_found_among_few(engine: Engine, sort: str) -> None:
    """The first claim by an order is found by looking at others, but not at all."""
    (soon,) = pages(engine, f"sort:{sort} limit:1")
    whole = open_view(engine, parse_filter(f"sort:{sort}")).ids
    with engine.connect() as connection:
        first: list[object] = list(connection.scalars(soon))
        assert first == [whole[0]]
        assert len(connection.execute(soon.limit(None)).all()) < len(whole)


@pytest.mark.parametrize("speakers", [(0,), (1,), (3,), (0, 1, 3)])
@pytest.mark.parametrize("sort", ["speaker", "-speaker", "organization", "-organization"])
def test_the_first_claims_by_speaker_or_organization_are_the_first_of_all_of_them(
    library: Engine, sort: str, speakers: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_SPEAKERS", speakers)
    whole = found(library, f"sort:{sort}")

    for limit in limits(len(ALL)):
        assert found(library, f"sort:{sort} limit:{limit}") == whole[:limit]


@pytest.mark.parametrize("articles", [0, 1, 2])
@pytest.mark.parametrize("sort", ["outlet", "-outlet"])
def test_the_first_claims_by_outlet_are_the_first_of_all_of_them(
    library: Engine, sort: str, articles: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_ARTICLES", articles)
    whole = found(library, f"sort:{sort}")

    for limit in limits(len(ALL)):
        assert found(library, f"sort:{sort} limit:{limit}") == whole[:limit]


@pytest.mark.parametrize("few", [0, 1, 2])
@pytest.mark.parametrize("way", ["", "-"])
@pytest.mark.parametrize("sort", [one for one in SORT_FIELDS if one not in OF_THREAD])
def test_the_first_claims_by_any_order_are_the_first_of_all_of_them(
    library: Engine, sort: str, way: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_ARTICLES", few)
    monkeypatch.setattr(first_page, "_SPARE", few)
    line = f"sort:{way}{sort}"
    whole = found(library, line)

    for limit in limits(len(ALL)):
        assert found(library, f"{line} limit:{limit}") == whole[:limit]


@pytest.mark.parametrize(
    "sort", ["article", "-article", "type", "-class", "cue", "-confidence", "confidence"]
)
def test_the_first_claims_by_most_orders_are_found_among_few(
    library_file: Engine, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_ARTICLES", 1)
    monkeypatch.setattr(first_page, "_SPARE", 1)
    check_found_among_few(library_file, sort)


@pytest.mark.parametrize("articles", [1, 3, 100])
@pytest.mark.parametrize("rest", ["", " sort:-published", " type:direct"])
def test_the_first_claims_of_outlets_are_the_first_of_all_of_theirs(
    library: Engine, rest: str, articles: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_IN_ORDER", articles)
    monkeypatch.setattr(first_page, "_IN_ORDER_THERE", articles)
    line = f"outlet:evening{rest}"
    whole = found(library, line)
    assert 0 < len(whole) < len(ALL)

    for limit in limits(len(whole)):
        assert found(library, f"{line} limit:{limit}") == whole[:limit]


@pytest.mark.parametrize("articles", [1, 3, 100])
@pytest.mark.parametrize("rest", ["", " sort:-published", " type:direct", " article:signals"])
@pytest.mark.parametrize("text", ["trams", "depot", ".txt", "no such", "a0123456789ab"])
def test_the_first_claims_of_articles_are_the_first_of_all_of_theirs(
    library: Engine, text: str, rest: str, articles: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_CALLED", articles)
    line = f'article:"{text}"{rest}'
    whole = found(library, line)

    for limit in limits(len(whole)):
        assert found(library, f"{line} limit:{limit}") == whole[:limit]


def test_articles_by_their_ids_are_found_as_ever(library: Engine) -> None:
    line = "article:trams article:a0123456789ab limit:1"
    assert pages(library, line) == []
    assert len(pages(library, "article:trams limit:1")) == 1


@pytest.mark.parametrize("sort", ["outlet", "-outlet"])
def test_the_first_claims_by_outlet_are_found_among_few(
    library: Engine, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_ARTICLES", 1)
    check_found_among_few(library, sort)


def test_postgresql_does_not_begin_with_the_outlets(library: Engine) -> None:
    """However few it takes them to be: those that a name begins with may have all articles."""
    (soon,) = pages(library, "outlet:evening limit:2")
    asked = str(soon.compile(library, compile_kwargs={"literal_binds": True}))
    assert ("article.outlet_id + 0 IN" in asked) == (library.dialect.name == "postgresql")


@pytest.mark.parametrize("sort", ["organization", "-organization"])
def test_what_has_several_organizations_is_sorted_by_the_first(
    own_library: Engine, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of the first organizations may be a second one, of claims that come later."""
    monkeypatch.setattr(first_page, "_SPEAKERS", (1, 2))
    stated = affiliation.c.organization_key
    with writing(own_library) as connection:
        keys = sorted(set(connection.scalars(select(stated).where(stated.is_not(None)))))
        first, last = (keys[0], keys[-1]) if sort == "organization" else (keys[-1], keys[0])
        row = connection.execute(select(affiliation).where(stated == last)).first()
        assert row is not None
        second = {**row._mapping, "ordinal": 9, "organization": first, "organization_key": first}
        connection.execute(insert(affiliation), second)
    whole = found(own_library, f"sort:{sort}")
    for limit in limits(len(ALL)):
        assert found(own_library, f"sort:{sort} limit:{limit}") == whole[:limit]


@pytest.mark.parametrize(
    ("sort", "steps"), [("speaker", 2), ("-speaker", 2), ("outlet", 2), ("-organization", 4)]
)
def test_postgresql_takes_the_first_speakers_organizations_and_outlets_to_be_few(
    library: Engine, sort: str, steps: int
) -> None:
    """Else it goes through all claims: it does not know how many come before a name."""
    for soon in pages(library, f"sort:{sort} limit:2"):
        asked = str(soon.compile(library, compile_kwargs={"literal_binds": True}))
        assert asked.count("= ANY (array(") == (
            steps if library.dialect.name == "postgresql" else 0
        )


@pytest.fixture(scope="module")
def dam(template_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """Five articles that have claims in common; one claim is in no thread, one was rejected."""
    engine = open_archive(str(copy_of(template_file, tmp_path_factory.mktemp("dam"))))
    threaded.dam(engine)
    with writing(engine) as connection:
        alone, rejected = (
            connection.scalars(select(claim.c.id).where(claim.c.content.contains(word))).one()
            for word in ("storks", "bakery")
        )
        connection.execute(delete(claim_meaning).where(claim_meaning.c.claim_id == alone))
        connection.execute(update(claim).where(claim.c.id == rejected).values(review="rejected"))
        recount(connection)
    yield engine
    engine.dispose()


@pytest.mark.parametrize("rest", ["", " include:rejected"])
@pytest.mark.parametrize("sort", BY_THREAD)
def test_the_first_claims_by_what_threads_have_are_the_first_of_all_of_them(
    dam: Engine, sort: str, rest: str
) -> None:
    whole = list(open_view(dam, parse_filter(f"sort:{sort}{rest}")).ids)
    assert len(whole) == (9 if rest else 8)

    for limit in limits(len(whole)):
        line = f"sort:{sort}{rest} limit:{limit}"
        assert list(open_view(dam, parse_filter(line)).ids) == whole[:limit]


@pytest.mark.parametrize("sort", BY_THREAD)
def test_the_first_claims_by_what_threads_have_are_found_among_few(
    dam: Engine, sort: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_page, "_SPARE", 1)
    check_found_among_few(dam, sort)


@pytest.mark.parametrize(
    "line",
    [
        "sort:articles",
        "sort:articles limit:1001",
        "sort:articles limit:1 type:direct",
        "sort:articles limit:1 include:rejected",
        "sort:content limit:1",
    ],
)
def test_other_claims_are_found_as_ever(library: Engine, line: str) -> None:
    assert pages(library, line) == []
