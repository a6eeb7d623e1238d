"""Linking across articles at ingest: what is one speaker, what is only suggested."""

from __future__ import annotations

from sqlalchemy import Engine, select

from claims.claim import Speaker, SpeakerKind
from db.analysis.summary import SpeakerRow, list_speakers
from db.claims.view import open_view
from db.query.line import parse_filter
from db.query.model import ClaimQuery
from db.schema.identity import Judgement
from tests.db.archives import Desk, claim, speaker


class Newsroom:
    """Writes an article of one sentence a speaker and ingests it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._written = 0

    def article(
        self,
        *said: tuple[str, str | None, str | None],
        kind: SpeakerKind = SpeakerKind.PERSON,
        called: str | None = None,
    ) -> None:
        """An article in which each of these speaks, with role and organization if it has any."""
        self._written += 1
        lines = [f"Story number {self._written}", ""]
        for name, role, organization in said:
            held = ", ".join(part for part in (role, organization) if part)
            lines.append(f"{name}{f', {held},' if held else ''} said point {len(lines)} stands.")
        text = "\n".join([*lines, f"{called or 'Nobody'} said so.", ""])
        claims = []
        for number, (name, role, organization) in enumerate(said):
            affiliation = ", ".join(part for part in (role, organization) if part)
            who: Speaker = speaker(text, name, role, organization, evidence=affiliation, kind=kind)
            words = f"point {number + 2} stands"
            claims.append(claim(text, words, cue="said", source=name, speakers=[who]))
            if called:
                claims.append(claim(text, "so", cue="said", source=called, speakers=[who]))
        self._desk.prepare(text, *claims)
        self._desk.ingest(self._desk.write(f"{self._written}.txt", text))

    @property
    def speakers(self) -> dict[str, SpeakerRow]:
        return {row.speaker.label: row for row in list_speakers(self._desk.engine, ClaimQuery())}

    def judged(self, verdict: str) -> list[str]:
        """The evidence of the program's live judgements."""
        with self._desk.engine.connect() as connection:
            rows = connection.scalars(
                select(Judgement.basis).where(
                    Judgement.verdict == verdict, Judgement.retired_at.is_(None)
                )
            )
            return sorted(rows)

    def found(self, line: str) -> int:
        return len(open_view(self._desk.engine, parse_filter(line)))


def test_middle_initials_and_the_order_of_names_do_not_make_another_person(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas V. Berg", "mayor", "Elm City"), ("Zhou Mingyu", None, None))
    room.article(("Tomas Berg", None, None), ("Mingyu Zhou", "scholar", "River College"))

    assert {name: row.articles for name, row in room.speakers.items()} == {
        "Tomas V. Berg": 2,
        "Zhou Mingyu": 2,
    }
    assert room.found('speaker:"mingyu zhou"') == 2


def test_a_surname_alone_is_only_suggested(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas Berg", "mayor", "Elm City"))
    room.article(("Berg", None, None))

    assert set(room.speakers) == {"Tomas Berg", "Berg"}
    assert room.judged("unsure") == ["the surname alone"]


def test_a_surname_with_the_same_affiliation_is_the_same_person(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Tomas Berg", "mayor", "Elm City"))
    room.article(("Berg", "mayor", "Elm City"))

    assert set(room.speakers) == {"Tomas Berg"}


def test_a_surname_alone_in_two_organizations_is_two_people(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Berg", "pilot", "Cloud Air"))
    room.article(("Berg", "baker", "Bread Guild"))

    assert set(room.speakers) == {"Berg", "Berg (2)"}


def test_middle_initials_that_differ_keep_apart_and_make_the_plain_name_doubtful(
    desk: Desk,
) -> None:
    room = Newsroom(desk)
    room.article(("John A. Reed", None, None))
    room.article(("John Reed", None, None))
    assert set(room.speakers) == {"John A. Reed"}

    room.article(("John B. Reed", None, None))

    assert set(room.speakers) == {"John A. Reed", "John Reed", "John B. Reed"}
    assert len(room.judged("unsure")) == 2


def test_forms_of_address_keep_people_of_one_name_apart(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Robin Vale", None, None), called="Mr. Vale")
    room.article(("Robin Vale", None, None), called="Ms. Vale")

    assert set(room.speakers) == {"Robin Vale", "Robin Vale (2)"}


def test_another_spelling_needs_an_organization_in_common(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Anton Gabuyev", "fellow", "River College"), ("Ilya Petrenko", None, None))
    room.article(("Anton Gabuev", "director", "River College"), ("Ilya Petrenka", None, None))

    assert set(room.speakers) == {"Anton Gabuyev", "Ilya Petrenko", "Ilya Petrenka"}
    assert room.judged("unsure") == ["a similar spelling"]


def test_an_acronym_that_an_article_explains_is_that_organization(desk: Desk) -> None:
    room = Newsroom(desk)
    text = "The Institute of Coastal Works (ICW) said walls fail.\n"
    body = Speaker("Institute of Coastal Works", SpeakerKind.ORGANIZATION)
    source = "The Institute of Coastal Works"
    desk.prepare(text, claim(text, "walls fail", cue="said", source=source, speakers=[body]))
    desk.ingest(desk.write("icw.txt", text))
    room.article(("ICW", None, None), kind=SpeakerKind.ORGANIZATION)
    room.article(("Ana Ruiz", "engineer", "ICW"))

    assert set(room.speakers) == {"Institute of Coastal Works", "Ana Ruiz"}
    assert room.found('org:"coastal works"') == 3


def test_a_part_of_an_organization_is_found_by_the_whole(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "head", "Delta program at the Harbour Center"))
    room.article(("Bo Lind", "fellow", "Harbour Centre"))

    assert room.found('org:"harbour center"') == 2
    assert room.found("org:delta") == 1


def test_an_organization_is_that_of_the_article_unless_any_will_do(desk: Desk) -> None:
    room = Newsroom(desk)
    room.article(("Ana Ruiz", "engineer", "Port Board"))
    room.article(("Ana Ruiz", "head", "River College"))
    room.article(("Ana Ruiz", None, None))

    assert room.found("org:port") == 1
    assert room.found("ever:port") == 3


def test_the_order_of_articles_does_not_matter(archive: Engine, desk: Desk) -> None:
    room = Newsroom(desk)
    for name in ("John Reed", "John B. Reed", "John A. Reed"):
        room.article((name, None, None))

    assert set(room.speakers) == {"John A. Reed", "John Reed", "John B. Reed"}
