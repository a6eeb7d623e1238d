"""What was set of articles is undone and redone, and its history."""

from __future__ import annotations

import pytest

from db.articles.actions import set_known
from db.articles.undo import history, redo, undo
from db.query.model import QueryError
from db.schema.choices import ArticleAction, ArticleField
from tests.db.archives import Desk
from tests.db.articles.correcting import MAY, correct, rows
from tests.db.conftest import on_sqlite


@on_sqlite
def test_it_is_undone_and_redone_as_one_step(shelf: Desk) -> None:
    engine = shelf.engine
    ids = [row.article_id for row in rows(engine).values()]
    set_known(engine, {ident: {ArticleField.OUTLET: "Gazette"} for ident in ids}, "ines")
    correct(engine, "harbour.txt", published=MAY)

    done = undo(engine, "ines")

    assert (done.action, done.undone, done.fields) == (
        ArticleAction.SET,
        True,
        (ArticleField.PUBLISHED,),
    )
    harbour = rows(engine)["harbour.txt"]
    assert harbour.published.as_known == "2023-05-03"
    assert harbour.evidence == 'line by the byline "May 3, 2023"'
    assert harbour.corrected == (ArticleField.OUTLET,)
    assert len(undo(engine, "ines").article_ids) == 2
    assert {row.outlet for row in rows(engine).values()} == {None}
    with pytest.raises(QueryError, match="nothing to undo"):
        undo(engine, "ines")
    assert redo(engine, "ines").redone
    assert {row.outlet for row in rows(engine).values()} == {"Gazette"}
    assert rows(engine)["harbour.txt"].published.as_known == "2023-05-03"


@on_sqlite
def test_everybody_undoes_their_own(shelf: Desk) -> None:
    correct(shelf.engine, "ferry.txt", published=MAY)
    with pytest.raises(QueryError, match="nothing to undo"):
        undo(shelf.engine, "ben")


def test_what_somebody_changed_since_is_not_undone(shelf: Desk) -> None:
    correct(shelf.engine, "ferry.txt", title="Mine")
    ferry = rows(shelf.engine)["ferry.txt"].article_id
    set_known(shelf.engine, {ferry: {ArticleField.TITLE: "Yours"}}, "ben")
    with pytest.raises(QueryError, match="title was changed since"):
        undo(shelf.engine, "ines")
    assert rows(shelf.engine)["ferry.txt"].title == "Yours"


def test_the_history_tells_who_when_why_from_and_to(shelf: Desk) -> None:
    correct(shelf.engine, "harbour.txt", published=MAY)
    undo(shelf.engine, "ines")
    ident = rows(shelf.engine)["harbour.txt"].article_id
    first, second = (one.event for one in history(shelf.engine, ident))
    assert (first.who, first.what, first.before, first.after, first.why, first.undone) == (
        "ines",
        "set",
        "2023-05-03",
        "2023-06",
        "looked it up",
        True,
    )
    assert (second.what, second.after) == ("undo set", "2023-05-03")
