"""Questions as they are listed."""

from __future__ import annotations

from db.speakers.inbox import Doubt, Question
from tui.speaker.inbox_rows import lines_of, question_line


def test_a_question_about_claims() -> None:
    one = Question(
        Doubt.DOCUMENT, "The report", "a document: whose is it?", (1, 2), candidates=("Ann Lee",)
    )
    assert question_line(one).text == "The report · 2 claims · a document: whose is it?"
    told = [line.text for line in lines_of(one)]
    assert "1  Ann Lee" in told
    assert told[0] == "The report · one answer for all 2 claims"


def test_a_question_about_two_names() -> None:
    one = Question(Doubt.SUGGESTION, "Lee = Ann Lee", "may be the same", suggestion=7)
    assert question_line(one).text == "Lee = Ann Lee · may be the same"
    assert [line.text for line in lines_of(one)][2:] == ["a  they are one", "x  they are two"]
