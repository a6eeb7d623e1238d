"""The tables of who is who."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, insert, text, update
from sqlalchemy.exc import IntegrityError

from db.connection.engine import writing
from db.schema.base import Base

label = Base.metadata.tables["entity_label"]
act = Base.metadata.tables["identity_act"]
MOMENT = datetime(2024, 5, 1, tzinfo=UTC)


def test_of_rows_that_are_not_retired_there_is_one(own_library: Engine) -> None:
    with own_library.connect() as connection:
        entity = connection.scalar(text("SELECT min(id) FROM entity"))
    row = {"entity_id": entity, "name": "Ice", "author": "ines", "act_id": 1}
    row["created_at"] = MOMENT
    with writing(own_library) as connection:
        connection.execute(
            insert(act), {"id": 1, "author": "ines", "told": "rename", "created_at": MOMENT}
        )
        connection.execute(insert(label), row)
    with pytest.raises(IntegrityError), writing(own_library) as connection:
        connection.execute(insert(label), row)
    with writing(own_library) as connection:
        connection.execute(update(label).values(retired_at=MOMENT))
        connection.execute(insert(label), row)
