"""People's judgements of who is who: each one an act that can be undone; nothing is rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.orm import aliased

from claims.claim import SpeakerKind
from claims.identity.linking import pair
from claims.identity.profile import Profile
from claims.identity.verdict import Verdict
from claims.language.folding import fold
from db.connection.engine import writing
from db.connection.errors import archive_errors
from db.connection.reading import reading
from db.identity.acts import Act, Done
from db.identity.clusters import cluster, members_of
from db.identity.entities import EntitiesByName, Name, new_namesake
from db.identity.linking import lock_identities, relink
from db.identity.lookup import FoundSpeaker, find_entity, shown
from db.identity.reassign import move_mentions
from db.query.fields.values import LONGEST
from db.query.model import QueryError
from db.schema.identity import (
    Entity,
    EntityLabel,
    EntityName,
    IdentityAct,
    Judgement,
    Naming,
)
from db.sql.insert import insert_new


class Acting(Act):
    """An act on who is who; ``touched`` collects the entities that it bears on."""

    def __init__(self, connection: Connection, author: str, in_words: str) -> None:
        super().__init__(connection, IdentityAct, author, in_words)
        self.touched: set[int] = set()

    @property
    def signed(self) -> dict[str, object]:
        """The columns that all rows of an act have."""
        return {"author": self.author, "act_id": self.number, "created_at": self.now}

    def judge(self, one: int, other: int, verdict: Verdict, basis: str = "") -> None:
        """Put a judgement in the place of the live one of a pair."""
        left, right = pair(one, other)
        self.retire(Judgement, Judgement.left_id == left, Judgement.right_id == right)
        row = {"left_id": left, "right_id": right, "verdict": verdict, "score": 1.0}
        self.connection.execute(insert(Judgement), {**row, "basis": basis, **self.signed})
        self.touched |= {left, right}

    def reconcile(self, ones: Sequence[int], others: Sequence[int]) -> None:
        """Retire what keeps two groups apart."""
        for left, right in ((ones, others), (others, ones)):
            self.retire(
                Judgement,
                Judgement.left_id.in_(left),
                Judgement.right_id.in_(right),
                Judgement.verdict == Verdict.DIFFERENT,
            )

    def label(self, ident: int, name: str) -> None:
        """Have an entity, and all that are one with it, called this."""
        group = members_of(self.connection, ident)
        self.retire(EntityLabel, EntityLabel.entity_id.in_(group))
        row = {"entity_id": ident, "name": name, **self.signed}
        self.connection.execute(insert(EntityLabel), row)
        self.touched.add(ident)

    def name(self, article_id: int, kind: str, name_key: str, entity_id: int) -> None:
        """Have a name mean an entity in one article."""
        self.retire(
            Naming,
            Naming.article_id == article_id,
            Naming.kind == kind,
            Naming.name_key == name_key,
        )
        row = {"article_id": article_id, "kind": kind, "name_key": name_key}
        self.connection.execute(insert(Naming), {**row, "entity_id": entity_id, **self.signed})


@contextmanager
def acting(engine: Engine, author: str) -> Iterator[Connection]:
    """A transaction for an act, in which others do not judge.

    Raises:
        ArchiveError: The database failed.
    """
    if not author.strip():
        raise QueryError("the author of a judgement has no name")
    with archive_errors(engine), writing(engine) as connection:
        lock_identities(connection)
        yield connection


def merge(engine: Engine, into: str, names: Sequence[str], author: str) -> Done:
    """Judge speakers the same; the first one's name stands for all.

    Raises:
        QueryError: A name finds none or several, or they are one already or of two kinds.
        ArchiveError: The database failed.
    """
    with acting(engine, author) as connection:
        first = find_entity(connection, into)
        others = [find_entity(connection, name) for name in names]
        for other in others:
            _refuse_merging(first, other)
        in_words = f"merge {_listed(others)} into {first.name}"
        act = Acting(connection, author, in_words)
        for other in others:
            act.reconcile(members_of(connection, first.id), members_of(connection, other.id))
            act.judge(first.id, other.id, Verdict.SAME)
        cluster(connection, act.touched)
        if shown(connection, first.id) != first.name:
            act.label(first.id, first.name)
            cluster(connection, act.touched)
        return act.done


def judge_pair(engine: Engine, one: str, other: str, verdict: Verdict, author: str) -> Done:
    """Judge two names; ``one`` and ``other`` are public ids or names, of members of a speaker too.

    Raises:
        QueryError: A name finds none or several, or both are the same.
        ArchiveError: The database failed.
    """
    with acting(engine, author) as connection:
        left, right = find_entity(connection, one), find_entity(connection, other)
        if left.member_id == right.member_id:
            raise QueryError(f"{left.name} cannot be compared with itself")
        if verdict is Verdict.SAME:
            _refuse_kinds(left, right)
        in_words = f"{_IN_WORDS[verdict]}: {left.member_name} and {right.member_name}"
        act = Acting(connection, author, in_words)
        if verdict is Verdict.SAME:
            act.reconcile(members_of(connection, left.id), members_of(connection, right.id))
        act.judge(left.member_id, right.member_id, verdict)
        cluster(connection, act.touched)
        return act.done


def decide(engine: Engine, number: int, verdict: Verdict, author: str) -> Done:
    """Judge the pair of a suggestion.

    Raises:
        QueryError: There is no such suggestion.
        ArchiveError: The database failed.
    """
    with reading(engine) as connection:
        one, other = aliased(Entity), aliased(Entity)
        pair_of = connection.execute(
            select(one.public_id, other.public_id)
            .select_from(Judgement)
            .join(one, one.id == Judgement.left_id)
            .join(other, other.id == Judgement.right_id)
            .where(
                Judgement.id == number,
                Judgement.retired_at.is_(None),
                Judgement.act_id.is_(None),
                Judgement.verdict == Verdict.UNSURE,
            )
        ).first()
    if pair_of is None:
        raise QueryError(f"there is no suggestion {number}")
    return judge_pair(engine, pair_of[0], pair_of[1], verdict, author)


def split(engine: Engine, name: str, member: str, author: str) -> Done:
    """Take one of the names that a speaker goes by out of that speaker again.

    Raises:
        QueryError: A name finds none or several, or the second is not one with the first.
        ArchiveError: The database failed.
    """
    with acting(engine, author) as connection:
        whole = find_entity(connection, name)
        part = find_entity(connection, member, within=whole.id)
        rest = [i for i in members_of(connection, whole.id) if i != part.member_id]
        if not rest:
            raise QueryError(f"{whole.name} goes by no other name to split; name articles instead")
        left = whole.name
        if part.member_name == left:
            left = connection.execute(select(Entity.name).where(Entity.id == rest[0])).scalar_one()
        in_words = f"split {part.member_name} from {left}"
        act = Acting(connection, author, in_words)
        # From each of the others, or a name between the two would join them again.
        for other in rest:
            act.judge(part.member_id, other, Verdict.DIFFERENT)
        cluster(connection, act.touched)
        return act.done


def split_articles(engine: Engine, name: str, article_ids: Sequence[str], author: str) -> Done:
    """Have a speaker be somebody else, of the same name, in some articles.

    Args:
        engine: Of the archive.
        name: Of the speaker; a public id or a name.
        article_ids: Public ids of articles.
        author: Who says so.

    Raises:
        QueryError: A name finds none or several, or the speaker is in none of the articles.
        ArchiveError: The database failed.
    """
    with acting(engine, author) as connection:
        whole = find_entity(connection, name)
        in_words = f"split {whole.name} of {len(article_ids):,} article(s) off as somebody else"
        act = Acting(connection, author, in_words)
        group = members_of(connection, whole.id)
        namesake = new_namesake(connection, whole.id)
        moved = move_mentions(connection, group, article_ids, namesake, act.now)
        if not moved:
            raise QueryError(f"{whole.name} does not speak in {', '.join(article_ids)}")
        for article_id, kind, name_key in moved:
            act.name(article_id, kind, name_key, namesake)
        for other in group:
            act.judge(namesake, other, Verdict.DIFFERENT)
        relink(connection, [namesake, *group], now=act.now)
        cluster(connection, act.touched)
        return act.done


def rename(engine: Engine, name: str, new: str, author: str) -> Done:
    """Have a speaker called by another name; the old ones still find it.

    Raises:
        QueryError: The name finds none or several, or the new one has no letters.
        ArchiveError: The database failed.
    """
    new = checked(new)
    with acting(engine, author) as connection:
        found = find_entity(connection, name)
        in_words = f"rename {found.name} to {new}"
        act = Acting(connection, author, in_words)
        act.label(found.id, new)
        cluster(connection, act.touched)
        return act.done


def alias(engine: Engine, name: str, other: str, author: str) -> Done:
    """Have a speaker found by another name, and articles that use it linked to this speaker.

    Raises:
        QueryError: The name finds none or several, or is an alias already.
        ArchiveError: The database failed.
    """
    other = checked(other)
    with acting(engine, author) as connection:
        found = find_entity(connection, name)
        ident = entity_named(connection, found.kind, other)
        if ident in members_of(connection, found.id):
            raise QueryError(f"{found.name} goes by {other} already")
        in_words = f"alias {other} of {found.name}"
        act = Acting(connection, author, in_words)
        act.reconcile(members_of(connection, found.id), members_of(connection, ident))
        act.judge(found.id, ident, Verdict.SAME, "an alias")
        relink(connection, [ident], now=act.now)
        cluster(connection, act.touched)
        if shown(connection, found.id) != found.name:
            act.label(found.id, found.name)
            cluster(connection, act.touched)
        return act.done


def entity_named(connection: Connection, kind: str, name: str) -> int:
    """The first entity of a name, made if there is none; its name is kept as written."""
    profile = Profile(0, SpeakerKind(kind), name, name_key=fold(name) or name)
    entities = EntitiesByName(connection)
    entities.know([profile])
    ident = entities.first(Name.of(profile))
    assert ident is not None, "it was made"
    row = {"entity_id": ident, "name_key": profile.name_key, "name": name}
    connection.execute(insert_new(connection, EntityName), row)
    return ident


def checked(name: str) -> str:
    """A name given by a person, on one line.

    Raises:
        QueryError: It has no letter or digit, or is too long.
    """
    plain = " ".join(name.split())
    if not fold(plain):
        raise QueryError(f"{name!r} is not a name")
    if len(plain) > LONGEST:
        raise QueryError(f"a name is longer than {LONGEST:,} characters")
    return plain


_IN_WORDS: Final = {
    Verdict.SAME: "judge the same",
    Verdict.DIFFERENT: "judge different",
    Verdict.UNSURE: "leave open",
}


def _refuse_merging(first: FoundSpeaker, other: FoundSpeaker) -> None:
    if first.id == other.id:
        raise QueryError(f"{other.member_name} is one with {first.name} already")
    _refuse_kinds(first, other)


def _refuse_kinds(one: FoundSpeaker, other: FoundSpeaker) -> None:
    if one.kind != other.kind:
        raise QueryError(
            f"only speakers of one kind can be the same: {one.name} is of kind {one.kind}, "
            f"{other.name} of kind {other.kind}"
        )


def _listed(found: Iterable[FoundSpeaker]) -> str:
    return ", ".join(dict.fromkeys(one.name for one in found))
