"""Acts are told, listed and undone alike, whatever they are on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, insert, select, update

from db.connection.engine import writing
from db.identity.acts import Act, acts_of, to_undo, undo_rows
from db.identity.decisions import Acting, entity_named
from db.query.grammar import QueryError
from db.schema.comparison.threads import ThreadAct
from db.schema.identity import EntityLabel, IdentityAct


def labels(connection: Connection) -> list[str]:
    """What entities are called by people, as far as that holds."""
    live = select(EntityLabel.name).where(EntityLabel.retired_at.is_(None))
    return list(connection.scalars(live.order_by(EntityLabel.id)))


def call(act: Act, ident: int, name: str) -> None:
    row = {"entity_id": ident, "name": name, "author": act.author, "act_id": act.number}
    act.connection.execute(insert(EntityLabel), {**row, "created_at": act.now})


def test_acts_are_listed_the_newest_first(archive: Engine) -> None:
    with writing(archive) as connection:
        one, other = (Act(connection, ThreadAct, "ines", told) for told in ("part", "join"))
        assert (one.done.number, one.done.what) == (one.number, "part")
        found = acts_of(connection, ThreadAct)
        assert [(row.number, row.what, row.undone) for row in found] == [
            (other.number, "join", False),
            (one.number, "part", False),
        ]
        assert acts_of(connection, ThreadAct, ThreadAct.told == "part") == found[1:]
        assert acts_of(connection, IdentityAct) == []


def test_the_last_of_ones_own_acts_is_undone_unless_one_is_named(archive: Engine) -> None:
    with writing(archive) as connection:
        with pytest.raises(QueryError, match="nothing of yours to undo"):
            to_undo(connection, ThreadAct, None, "ines")
        one, other = (Act(connection, ThreadAct, "ines", told) for told in ("part", "join"))
        omars = Act(connection, ThreadAct, "omar", "label")
        assert to_undo(connection, ThreadAct, None, "ines") == other.done
        assert to_undo(connection, ThreadAct, None, "omar") == omars.done
        assert to_undo(connection, ThreadAct, one.number, "omar") == one.done
        undone = update(ThreadAct).where(ThreadAct.id == other.number)
        connection.execute(undone.values(undone_at=datetime.now(UTC)))
        assert to_undo(connection, ThreadAct, None, "ines") == one.done
        with pytest.raises(QueryError, match=f"act {other.number} is undone already"):
            to_undo(connection, ThreadAct, other.number, "ines")
        with pytest.raises(QueryError, match="there is no act 999"):
            to_undo(connection, ThreadAct, 999, "ines")


def test_what_an_act_retired_holds_again_once_it_is_undone(archive: Engine) -> None:
    with writing(archive) as connection:
        ident = entity_named(connection, "person", "Ana Ruiz")
        call(Acting(connection, "ines", "label"), ident, "A. Ruiz")
        again = Acting(connection, "bo", "label anew")
        again.retire(EntityLabel, EntityLabel.entity_id == ident)
        call(again, ident, "Dr. Ruiz")
        assert labels(connection) == ["Dr. Ruiz"]

        rows = undo_rows(connection, EntityLabel, again.number, datetime.now(UTC))

        assert labels(connection) == ["A. Ruiz"]
        assert {row["name"] for row in rows} == {"Dr. Ruiz", "A. Ruiz"}
