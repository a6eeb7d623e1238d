"""Questions as they are listed."""

from __future__ import annotations

from db.speakers.inbox import Doubt, Question
from tui.speaker.inbox_rows import answers_of, lines_of, question_line


def test_a_question_about_claims() -> None:
    why = "a document: whose is it?"
    names = ("Ann Lee", "Bo Ek")
    one = Question(Doubt.DOCUMENT, "The report", why, (1, 2), "", "It rained", "", "A wall", names)
    assert question_line(one).text == "The report · 2 claims · document · A wall"
    told = [line.text for line in lines_of(one, "The report was late.")]
    assert [line.text for line in lines_of(one) if line.thing] == [
        *("1  Ann Lee", "2  Bo Ek"),
        *("⏎  somebody else, or several", "x  nobody who is named", "a  right as it is"),
    ]
    assert "in: The report was late." in told
    assert told[0] == "The report · one answer for all 2 claims"
    brief = [line.text for line in lines_of(one, brief=True)]
    assert brief == [told[0], why, "It rained", "1  Ann Lee", "2  Bo Ek"]
    assert answers_of(one) == (
        "⏎  somebody else, or several · x  nobody who is named · a  right as it is"
    )


def test_a_long_content_is_cut_where_there_is_little_room() -> None:
    one = Question(Doubt.DOCUMENT, "The report", "a document", (1,), "", "rain and " * 40)
    assert len([*lines_of(one, brief=True)][2].text) <= 140
    assert [*lines_of(one)][3].text == one.content


def test_what_is_contradicted_is_told_in_the_list() -> None:
    one = Question(Doubt.CONTRADICTION, "The envoy", "given to Ann Lee, who is two", (1,))
    assert question_line(one).text == "The envoy · 1 claim · given to Ann Lee, who is two"


def test_a_question_about_two_names() -> None:
    one = Question(Doubt.SUGGESTION, "Lee = Ann Lee", "may be the same", suggestion=7)
    assert question_line(one).text == "Lee = Ann Lee · may be the same"
    assert [line.text for line in lines_of(one)][2:] == ["a  they are one", "x  they are two"]
    assert answers_of(one) == ""
