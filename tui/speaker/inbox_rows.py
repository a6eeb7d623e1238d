"""How the source inbox lists questions, and what it tells of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.speakers.inbox import Doubt, Question
from tui.speaker.rows import PaneLine
from tui.text.words import counted

ANSWERS: Final = "⏎  somebody else · x  nobody who is named · a  right as it is"
_BETWEEN: Final = " · "
_BRIEFLY: Final = {
    Doubt.DESCRIPTION: "no name",
    Doubt.UNRESOLVED: "nobody known",
    Doubt.DOCUMENT: "document",
}
"""What is doubtful, where the list says nothing but that."""


def question_line(one: Question) -> PaneLine:
    """A question in the list: whose words, how many claims, why, in which article."""
    claims = counted(len(one.claims), "claim") if one.claims else ""
    parts = (one.name, claims, _BRIEFLY.get(one.doubt, one.why), one.title)
    return PaneLine(_BETWEEN.join(part for part in parts if part), thing=one)


def lines_of(one: Question, around: str = "", *, brief: bool = False) -> Iterator[PaneLine]:
    """All that is known of a question, and its answers.

    Args:
        one: The question.
        around: The paragraphs that its first claim stands in; empty if they are not to be told.
        brief: Take few lines.
    """
    several = len(one.claims) > 1
    suffix = f" · one answer for all {len(one.claims):,} claims" if several else ""
    yield PaneLine(f"{one.name}{suffix}", "title")
    yield PaneLine(one.why)
    if one.suggestion is not None:
        yield PaneLine("a  they are one", "label")
        yield PaneLine("x  they are two", "label")
        return
    if not brief:
        yield PaneLine("")
    yield PaneLine(one.content)
    if around:
        yield PaneLine(f"in: {around}", "label")
    yield PaneLine(one.title, "label")
    names = [f"{number}  {name}" for number, name in enumerate(one.candidates, 1)]
    if brief:
        names = [_BETWEEN.join(names)] if names else []
    else:
        yield PaneLine("")
    yield from map(PaneLine, names)
    yield PaneLine(ANSWERS, "label")
