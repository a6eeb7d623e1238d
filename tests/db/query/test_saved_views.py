"""Views saved by name."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from db.migrations.run import downgrade, upgrade
from db.query.model import ClaimQuery
from db.query.saved_views import (
    SavedView,
    ViewError,
    delete_view,
    keep_layout,
    rename_view,
    save_view,
    saved_view,
    saved_views,
)
from db.query.vocabulary import Named, names_starting
from tests.db.conftest import on_sqlite


def names(engine: Engine) -> list[str]:
    return [view.name for view in saved_views(engine)]


def test_a_view_is_found_by_its_name_whatever_the_case_and_accents(archive: Engine) -> None:
    save_view(archive, "Énergie 2023", "since:2023 gas")

    found = saved_view(archive, "energie 2023")

    assert (found.name, found.line, found.layout) == ("Énergie 2023", "since:2023 gas", None)
    assert found.query.text == "gas"
    assert names_starting(archive, Named.VIEW, "ener") == ["Énergie 2023"]


def test_views_are_listed_by_name(archive: Engine) -> None:
    save_view(archive, "trams", "tram")
    save_view(archive, "Buses", "")

    assert names(archive) == ["Buses", "trams"]
    assert saved_view(archive, "buses").query == ClaimQuery()


def test_a_name_that_is_taken_is_replaced_only_if_asked(archive: Engine) -> None:
    save_view(archive, "Trams", "tram", "columns")
    with pytest.raises(ViewError, match="there is a view “TRAMS” already"):
        save_view(archive, "TRAMS", "bus")
    save_view(archive, "TRAMS", "bus", replace=True)

    (view,) = saved_views(archive)
    assert (view.name, view.line, view.layout) == ("TRAMS", "bus", None)


def test_a_view_keeps_its_columns(archive: Engine) -> None:
    save_view(archive, "Trams", "tram")
    keep_layout(archive, "trams", "columns")
    keep_layout(archive, "nobody's", "columns")

    assert saved_view(archive, "Trams").layout == "columns"


def test_a_view_is_renamed_and_deleted(archive: Engine) -> None:
    save_view(archive, "Trams", "tram")
    save_view(archive, "Buses", "bus")
    rename_view(archive, "trams", "TRAMS!")
    with pytest.raises(ViewError, match="already"):
        rename_view(archive, "trams", "buses")
    assert names(archive) == ["Buses", "TRAMS!"]

    delete_view(archive, "buses")
    assert names(archive) == ["TRAMS!"]


@pytest.mark.parametrize("act", [saved_view, delete_view, lambda e, n: rename_view(e, n, "x")])
def test_a_view_that_is_not_there_is_told_with_the_nearest(archive: Engine, act: object) -> None:
    assert callable(act)
    with pytest.raises(ViewError, match="no saved view “tram”; none is saved yet"):
        act(archive, "tram")
    save_view(archive, "trams", "tram")
    with pytest.raises(ViewError, match="no saved view “tram”; did you mean “trams”"):
        act(archive, "tram")


@pytest.mark.parametrize("name", ["", " ", "!?", "x" * 101])
def test_a_name_must_say_something(archive: Engine, name: str) -> None:
    with pytest.raises(ViewError, match="the name of a view"):
        save_view(archive, name, "tram")
    assert names(archive) == []


def test_a_filter_of_another_version_is_told(archive: Engine) -> None:
    save_view(archive, "Mood", "mood:glad")

    with pytest.raises(ViewError, match="saved view “Mood”: unknown filter mood:"):
        _ = saved_view(archive, "Mood").query


@on_sqlite
def test_older_archives_get_room_for_views(archive: Engine) -> None:
    downgrade(archive, "0003")
    upgrade(archive)
    save_view(archive, "Trams", "tram")

    (view,) = saved_views(archive)
    assert isinstance(view, SavedView)
