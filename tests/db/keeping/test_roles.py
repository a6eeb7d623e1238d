"""What logins that read and logins that review may do on a PostgreSQL server."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, make_url, select, text, update
from sqlalchemy.exc import ProgrammingError

from claims.claim import SpeakerKind
from claims.identity.verdict import Verdict
from db.archive import open_archive
from db.articles.actions import merge_outlets, set_known
from db.articles.delete import delete_articles
from db.articles.undo import undo as undo_known
from db.comparison.threads import judgements as judging
from db.connection.engine import writing
from db.connection.errors import ArchiveError, reason
from db.identity import undo as identity_undo
from db.identity.decisions import judge_pair, merge, rename, split
from db.ingest.ingest import ingest
from db.keeping.backup import backup
from db.keeping.check import verify
from db.keeping.roles import READER, REVIEWER, make_roles
from db.query.saved_views import save_view
from db.review.actions import Correction, accept, correct, note, redo, reject, reopen, tag, undo
from db.schema.choices import ArticleField
from db.schema.core import Article, Claim
from db.schema.review import ReviewEvent, ReviewStep
from tests.db.archives import PreparedExtractor, Server
from tests.db.reviewing import public_id, span
from tests.db.stories import FERRY

Login = Callable[[str], Engine]
OTHERS_NAME = "the name is not that of the login"


@pytest.fixture
def backend() -> str:
    """The one database that has roles."""
    return "postgresql"


@pytest.fixture
def owner(own: Engine) -> Engine:
    """An archive in which people have judged, whose roles are made twice, as after an upgrade."""
    make_roles(own)
    make_roles(own)
    return own


@pytest.fixture
def login(server: Server, owner: Engine) -> Iterator[Login]:
    """Opens the archive by a login of a role; the login has the engine's name."""
    opened: list[Engine] = []

    def open_as(role: str) -> Engine:
        name = f"login_{uuid.uuid4().hex}"
        server.execute(f"CREATE ROLE {name} LOGIN IN ROLE {role}")
        url = make_url(owner.url.render_as_string(hide_password=False)).set(username=name)
        engine = open_archive(url.render_as_string(hide_password=False))
        opened.append(engine)
        return engine

    yield open_as
    for engine in opened:
        engine.dispose()


def name_of(engine: Engine) -> str:
    assert engine.url.username is not None
    return engine.url.username


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(ArchiveError) as told:
        act()
    assert "\n" not in str(told.value)
    return str(told.value)


def test_a_reader_sees_all_and_writes_nothing(owner: Engine, login: Login, tmp_path: Path) -> None:
    reader = login(READER)
    assert verify(reader) == []
    assert backup(reader, tmp_path / "kept.db").found.problems == []
    with owner.connect() as ours, reader.connect() as theirs:
        for table in (Claim, ReviewStep, ReviewEvent):
            rows = select(table.__table__)
            assert theirs.execute(rows).all() == ours.execute(rows).all()
    told = refused(lambda: accept(reader, [2], name_of(reader)))
    assert told.endswith(": this login is not permitted to do that")
    assert refused(lambda: save_view(reader, "Theirs", "ferry")).endswith(
        "not permitted to do that"
    )


def test_a_reviewer_judges_in_the_way_of_the_app(owner: Engine, login: Login) -> None:
    engine = login(REVIEWER)
    who = name_of(engine)
    assert accept(engine, [2, 3], who, "heard the tape").ids == (2, 3)
    reject(engine, [4], who)
    reopen(engine, [4], who)
    correct(engine, [5], Correction(names=["Signe Vik"], kind=SpeakerKind.PERSON), who)
    correct(engine, [5], Correction(content=[span(FERRY, "ferries lose nine days")]), who)
    note(engine, [5], "Ask again", who)
    tag(engine, [5], ["Bread"], who)
    assert undo(engine, who).undone
    assert redo(engine, who).redone
    assert rename(engine, "Signe Vik", "Signe Vik the elder", who)
    merge(engine, "Mara Lindqvist", ["Signe Vik"], who)
    split(engine, "Mara Lindqvist", "Signe Vik", who)
    identity_undo.undo(engine, None, who)
    judge_pair(engine, "Mara Lindqvist", "Signe Vik", Verdict.DIFFERENT, who)
    judging.join(engine, public_id(engine, 1), public_id(engine, 2), who)
    judging.label(engine, public_id(engine, 2), "Walls", who)
    judging.undo(engine, None, who)
    with engine.connect() as connection:
        [article, *_] = connection.scalars(select(Article.public_id).order_by(Article.id))
    set_known(engine, {article: {ArticleField.OUTLET: "The Pier", ArticleField.TITLE: "Wall"}}, who)
    merge_outlets(engine, ["The Pier"], "Pier Weekly", who)
    undo_known(engine, who)
    save_view(engine, "Bread", "bread")
    assert verify(owner) == []


def test_nobody_writes_in_another_name(owner: Engine, login: Login) -> None:
    engine = login(REVIEWER)
    with owner.connect() as connection:
        steps = connection.execute(select(ReviewStep.__table__)).all()
        [article, *_] = connection.scalars(select(Article.public_id))
    for act in (
        lambda: accept(engine, [2], "ines"),
        lambda: undo(engine, "ines"),
        lambda: rename(engine, "Mara Lindqvist", "M. L.", "ines"),
        lambda: judging.label(engine, public_id(engine, 2), "Walls", "ines"),
        lambda: set_known(engine, {article: {ArticleField.TITLE: "Wall"}}, "ines"),
    ):
        assert OTHERS_NAME in refused(act)
    with owner.connect() as connection:
        assert connection.execute(select(ReviewStep.__table__)).all() == steps


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE review_step SET who = session_user",
        "UPDATE review_event SET after = before",
        "DELETE FROM review_event",
        "DELETE FROM review_step",
        "TRUNCATE claim CASCADE",
        "DELETE FROM claim",
        "UPDATE claim SET public_id = 'c0'",
        "UPDATE article_text SET text = ''",
        "INSERT INTO article_text SELECT * FROM article_text",
        "UPDATE identity_act SET author = session_user",
        "UPDATE judgement SET verdict = 'same'",
    ],
)
def test_what_was_said_and_stored_stays(owner: Engine, login: Login, statement: str) -> None:
    with pytest.raises(ProgrammingError) as told, writing(login(REVIEWER)) as connection:
        connection.execute(text(statement))
    assert reason(told.value) == "this login is not permitted to do that"


def test_a_step_of_somebody_else_is_not_undone(owner: Engine, login: Login) -> None:
    with writing(login(REVIEWER)) as connection:
        assert connection.execute(update(ReviewStep).values(undone=True)).rowcount == 0
        with pytest.raises(ProgrammingError, match="row-level security"):
            connection.execute(
                insert(ReviewStep).from_select(
                    ["action", "who", "undone", "created_at"],
                    select(*(getattr(ReviewStep, name) for name in _OF_A_STEP)).limit(1),
                )
            )


_OF_A_STEP = ("action", "who", "undone", "created_at")


@pytest.mark.parametrize("role", [READER, REVIEWER])
def test_neither_takes_articles_in_nor_away(
    owner: Engine, login: Login, tmp_path: Path, role: str
) -> None:
    engine = login(role)
    for number in range(3):
        (tmp_path / f"new-{number}.txt").write_text(f"Fog {number} came over the harbor at dawn.")
    told: list[str | None] = []
    summary = ingest(
        engine,
        [tmp_path / f"new-{number}.txt" for number in range(3)],
        PreparedExtractor,
        compares=False,
        on_event=lambda event: told.append(event.reason),
    )
    assert summary.stopped == "this login is not permitted to do that"
    assert told == ["cannot be stored: this login is not permitted to do that"]
    with owner.connect() as connection:
        articles = connection.scalars(select(Article.public_id)).all()
    assert len(articles) == 3
    words = refused(lambda: delete_articles(engine, articles, name_of(engine)))
    assert words.endswith(": this login is not permitted to do that")
    assert verify(owner) == []


def test_a_file_has_no_roles(sqlite_archive: Engine) -> None:
    assert refused(lambda: make_roles(sqlite_archive)).endswith("only PostgreSQL has roles")
