"""What dossiers and reports are called."""

from __future__ import annotations

from sqlalchemy import Engine, select

from db.connection.reading import reading
from db.export.dossier.titles import title_of
from db.query.line import parse_filter
from db.query.tables import article, entity


def title(engine: Engine, line: str) -> str:
    with reading(engine) as connection:
        return title_of(connection, parse_filter(line), None)


def test_what_is_asked_for_by_its_id_is_called_by_its_name(library: Engine) -> None:
    with reading(library) as connection:
        brandt = connection.scalar(select(entity.c.public_id).where(entity.c.name == "Ilse Brandt"))
        ident, name = connection.execute(
            select(article.c.public_id, article.c.title).limit(1)
        ).one()
        assert title_of(connection, None, [1]) == "Chosen claims"
    assert title(library, f"speaker:{brandt}") == "Claims by Ilse Brandt"
    assert title(library, f"article:{ident}") == f"Claims in article {name}"
    assert title(library, f'speaker:"Ilse B. [{brandt}]"') == "Claims by Ilse B."


def test_words_and_ids_that_nothing_has_stay_as_they_are(library: Engine) -> None:
    assert title(library, "speaker:brandt type:direct") == "Direct claims by brandt"
    nothing = "t0123456789abcdef"
    assert title(library, f"thread:{nothing}") == f"Claims of the thread {nothing}"
