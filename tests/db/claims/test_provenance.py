"""What stands behind a claim."""

from __future__ import annotations

from sqlalchemy import Engine

from db.claims.provenance import read_why
from tests.db.archives import Desk, claim, speaker
from tests.db.library import rows


def id_of(engine: Engine, start: str) -> int:
    (ident,) = [row.id for row in rows(engine) if row.content.startswith(start)]
    return ident


def test_the_run_that_found_it_and_the_text_that_it_read(library: Engine) -> None:
    why = read_why(library, id_of(library, "Nobody cycles"))

    assert why is not None
    assert why.run.run_id == "run-/library/night.txt"
    assert (why.run.model_name, why.run.model_version) == ("prepared", "1.0")
    assert (why.run.tool_version, why.run.started_at.isoformat()) == (
        "0.1",
        "2024-06-01T12:00:00+00:00",
    )
    assert (why.run.text_version, len(why.run.text_sha256), why.run.found_by) == (1, 64, 1)


def test_whom_each_speaker_is_taken_for(library: Engine) -> None:
    why = read_why(library, id_of(library, "the bridge must"))

    assert why is not None
    found = [(one.speaker.named_as, one.speaker.name, one.articles) for one in why.identities]
    assert found == [
        ("Ilse Brandt", "Ilse Brandt", 3),
        ("Tom Achterberg", "Tom Achterberg", 2),
    ]
    brandt = why.identities[0]
    assert (brandt.speaker.kind, brandt.method, brandt.score) == ("person", "name", 1.0)
    assert brandt.other_names == ("Ms. Brandt",)


def test_a_claim_without_a_speaker_has_a_run_all_the_same(library: Engine) -> None:
    why = read_why(library, id_of(library, "Tickets"))

    assert why is not None
    assert why.identities == ()


def test_there_is_no_such_claim(library: Engine) -> None:
    assert read_why(library, 99_999) is None


def test_articles_count_once_however_often_they_were_read(desk: Desk) -> None:
    text = 'Trams\n\n"They squeal," said Ilse Brandt.'
    said = claim(text, "They squeal", source="Ilse Brandt", speakers=[speaker(text, "Ilse Brandt")])
    desk.prepare(text, said)
    path = desk.write("trams.txt", text)
    desk.ingest()
    path.write_text(text + " Twice.", encoding="utf-8")
    desk.prepare(text + " Twice.", said)
    desk.ingest()

    why = read_why(desk.engine, rows(desk.engine)[0].id)

    assert why is not None
    assert why.identities[0].articles == 1
    assert why.run.text_version == 2
