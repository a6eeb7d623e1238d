"""How the source inbox lists questions, and what it tells of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from db.claims.model import ClaimRow
from db.speakers.inbox import Doubt, Question
from tui.speaker.rows import Answer, PaneLine
from tui.text.words import NOTHING, affiliations, article, counted, dated
from tui.widgets.lines.wrapping import shortened

_ANSWERS: Final = {
    "name": "⏎  somebody else, or several",
    "refuse": "x  nobody who is named",
    "accept": "a  right as it is",
}
_OF_TWO: Final = {"accept": "a  they are one", "refuse": "x  they are two"}
"""What can be answered besides a candidate, by what it does."""
_BETWEEN: Final = " · "
_BRIEF: Final = 140
"""Cells of a content that is to take few lines: two of a narrow screen."""
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


def lines_of(
    one: Question, around: str = "", said: Iterable[ClaimRow] = (), *, brief: bool = False
) -> Iterator[PaneLine]:
    """All that is known of a question, and its answers.

    Args:
        one: The question.
        around: The paragraphs that its first claim stands in; empty if they are not to be told.
        said: Claims of two names that may be one.
        brief: Take few lines: the list of questions has the title, and `answers_of` stand below.
    """
    several = len(one.claims) > 1
    suffix = f" · one answer for all {len(one.claims):,} claims" if several else ""
    yield PaneLine(f"{one.name}{suffix}", "title")
    yield PaneLine(one.why)
    if one.suggestion is not None:
        for does, words in _OF_TWO.items():
            yield PaneLine(words, thing=Answer(does))
        yield from _said(one, said)
        return
    if not brief:
        yield PaneLine("")
    yield PaneLine(shortened(one.content, _BRIEF) if brief else one.content)
    if around:
        yield PaneLine(f"in: {around}", "label")
    if not brief:
        yield PaneLine(one.title, "label")
        yield PaneLine("")
    for number, name in enumerate(one.candidates, 1):
        yield PaneLine(f"{number}  {name}", thing=Answer(f"candidate({number})"))
    if brief:
        return
    for does, words in _ANSWERS.items():
        yield PaneLine(words, thing=Answer(does))


def answers_of(one: Question) -> str:
    """What can be answered besides a candidate, on one line; nothing if the question has it."""
    return "" if one.suggestion is not None else _BETWEEN.join(_ANSWERS.values())


def _said(one: Question, said: Iterable[ClaimRow]) -> Iterator[PaneLine]:
    """What both of a pair say, as whom and where: by that they are told to be one or two."""
    rows = list(said)
    for side in one.sides:
        yield PaneLine("")
        yield PaneLine(side.label, "title")
        for row in rows:
            if side in row.speaker_refs:
                parts = (affiliations(row), dated(row.published), article(row))
                where = _BETWEEN.join(part for part in parts if part not in ("", NOTHING))
                yield PaneLine(f"{row.content}  ({where})")
