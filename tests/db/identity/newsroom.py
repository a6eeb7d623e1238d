"""Articles of which only their speakers matter."""

from __future__ import annotations

from sqlalchemy import select

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
