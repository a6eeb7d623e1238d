"""How the source inbox lists questions, and what it tells of one."""

from __future__ import annotations

from collections.abc import Iterator

from db.speakers.inbox import Question
from tui.speaker.rows import SpeakerLine
from tui.text.words import counted


def question_line(one: Question) -> SpeakerLine:
    """A question in the list: whose words, how many claims, why."""
    claims = f" · {counted(len(one.claims), 'claim')}" if one.claims else ""
    return SpeakerLine(f"{one.name}{claims} · {one.why}", thing=one)


def lines_of(one: Question) -> Iterator[SpeakerLine]:
    """All that is known of a question, and its answers."""
    several = len(one.claims) > 1
    told = f" · one answer for all {len(one.claims):,} claims" if several else ""
    yield SpeakerLine(f"{one.name}{told}", "title")
    yield SpeakerLine(one.why)
    if one.suggestion is not None:
        yield SpeakerLine("a  they are one", "label")
        yield SpeakerLine("x  they are two", "label")
        return
    yield SpeakerLine("")
    yield SpeakerLine(one.content)
    yield SpeakerLine(one.title, "label")
    yield SpeakerLine("")
    for number, name in enumerate(one.candidates, 1):
        yield SpeakerLine(f"{number}  {name}")
    yield SpeakerLine("⏎  somebody else", "label")
    yield SpeakerLine("x  nobody who is named", "label")
    yield SpeakerLine("a  right as it is", "label")
