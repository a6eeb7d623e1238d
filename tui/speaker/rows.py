"""What the speaker screen lists: rows to stand on, under headings, in two panes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from db.claims.affiliation_period import Observation
from db.identity.acts import ActRow
from db.speakers.inbox import Question
from db.speakers.page_parts import MemberName, SpeakerPage
from db.speakers.suggestions import Suggestion
from tui.text.affiliations import known_in_words, name_in_words, when


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to a question of the inbox, by the action of its screen."""

    action: str


Thing = Observation | MemberName | Suggestion | ActRow | Question | Answer


@dataclass(frozen=True, slots=True)
class PaneLine:
    """One row: text with a style of the list, and what it stands for, if one can stand on it."""

    text: str
    style: str = ""
    thing: Thing | None = None


def affiliation_lines(page: SpeakerPage) -> Iterator[PaneLine]:
    """Each affiliation with its first and last date, and the articles that state it."""
    if not page.affiliations:
        yield PaneLine("No article states an affiliation.", "label")
    for stated in page.affiliations:
        yield PaneLine(f"{when(stated.first, stated.last)}  {stated.in_words}", "title")
        for seen in stated.observations:
            stands = (seen.published.as_known, seen.outlet, seen.article_title)
            where = ", ".join(part for part in stands if part)
            yield PaneLine(f"  {where}: “{seen.stated.evidence.words}”", thing=seen)
    if page.known:
        yield PaneLine("From an authority file", "title")
    for known in page.known:
        yield PaneLine(f"  {known_in_words(known)}", "label")


def identity_lines(page: SpeakerPage) -> Iterator[PaneLine]:
    """Suggestions, names, relations and acts."""
    if page.suggestions:
        yield PaneLine("May be the same", "title")
    for one in page.suggestions:
        name, speaker = one.other(page.speaker)
        whose = "" if name.label == speaker.label else f" ({speaker.label})"
        yield PaneLine(f"  {one.score:.2f} {name.label}{whose}: {one.basis}", thing=one)
    yield PaneLine("Names", "title")
    for member in page.names:
        yield PaneLine(f"  {name_in_words(member)}", thing=member)
    if page.identifiers:
        yield PaneLine(f"  known as {', '.join(page.identifiers)}", "label")
    for title, related in (("Part of", page.parents), ("Parts", page.parts)):
        if related:
            yield PaneLine(title, "title")
            yield from (PaneLine(f"  {name}", "label") for name in related)
    if page.acts:
        yield PaneLine("Reviewed", "title")
    for act in page.acts:
        undone = ", undone" if act.undone else ""
        line = f"  {act.number}. {act.what}, {act.author}, {act.when:%Y-%m-%d}{undone}"
        yield PaneLine(line, "label" if act.undone else "", act)
