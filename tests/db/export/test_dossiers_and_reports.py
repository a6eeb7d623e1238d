"""Dossiers and reports: which is written, and what it is called."""

from __future__ import annotations

import io
import re

import pytest
from sqlalchemy import Engine

from claims import __version__
from db.claims.view import open_view
from db.export import Options, export
from db.query.line import parse_filter
from tests.db.conftest import on_sqlite


def written(engine: Engine, form: str, **asked: object) -> str:
    out = io.StringIO(newline="")
    export(engine, out, form, **asked)  # type: ignore[arg-type]
    return out.getvalue()


@on_sqlite
@pytest.mark.parametrize(("form", "title"), [("md", "# {}\n"), ("html", "<h1>{}</h1>")])
def test_it_is_called_by_what_was_asked_for(library: Engine, form: str, title: str) -> None:
    told = written(library, form, query=parse_filter("speaker:brandt type:direct"))
    assert title.format("Direct claims by brandt") in told
    ids = open_view(library, parse_filter("roof")).ids
    assert title.format("Chosen claims") in written(library, form, ids=ids)
    own = written(library, form, ids=ids, options=Options(title="The roof"))
    assert title.format("The roof") in own


@pytest.mark.parametrize("form", ["md", "html"])
def test_it_tells_when_and_by_what_it_was_made(library: Engine, form: str) -> None:
    told = written(library, form, query=parse_filter("roof"))
    assert re.search(rf"Made on \d{{4}}-\d\d-\d\d by Claims {re.escape(__version__)}\.", told)
