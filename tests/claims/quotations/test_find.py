"""Which characters stand inside quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.quotations.find import Quotation, find_quotations, paragraphs_of


def quotations(*paragraphs: str) -> list[Quotation]:
    text, bounds = "", []
    for paragraph in paragraphs:
        bounds.append((len(text), len(text) + len(paragraph)))
        text += paragraph + "\n\n"
    return find_quotations(text, bounds)


def inner(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [text[q.inner_start : q.inner_end] for q in quotations(*paragraphs)]


@pytest.mark.parametrize(
    "text",
    [
        "She called it “a long wait” and left.",
        'She called it "a long wait" and left.',
        "She called it ``a long wait'' and left.",
        "She called it ''a long wait'' and left.",
        "She called it ‘a long wait’ and left.",
        "She called it 'a long wait' and left.",
        "She called it «a long wait» and left.",
        "She called it »a long wait« and left.",
        "She called it „a long wait“ and left.",
        "She called it „a long wait” and left.",
        "She called it ‹a long wait› and left.",
        "She called it ”a long wait” and left.",
        "She called it “a long wait“ and left.",
        "”a long wait” is what she called it.",
        "What it was she called “a long wait.“",
    ],
)
def test_every_pair_of_marks_is_a_quotation(text: str) -> None:
    assert [quoted.rstrip(".") for quoted in inner(text)] == ["a long wait"]


@pytest.mark.parametrize(
    "text",
    [
        "It isn’t the farmers’ fault, and it wasn’t last year’s.",
        "It isn't the farmers' fault, and it wasn't last year's.",
        "Back in the ’90s, rock ’n’ roll was ’round here to stay.",
        "Back in the '90s, rock 'n' roll wasn't 'til the members' vote.",
        "Wages rose in the ‘80s and the unions’ strength with them.",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    assert inner(text) == []


def test_a_plural_possessive_inside_single_marks_does_not_close_them() -> None:
    text = "The minister said: ‘The farmers’ losses are the state’s losses’, and sat down."
    assert inner(text) == ["The farmers’ losses are the state’s losses"]


def test_a_quotation_inside_another_has_the_next_depth() -> None:
    text = "“They told me ‘not before spring,’ so I wait,” Ruiz said."
    assert [(q.depth, text[q.inner_start : q.inner_end]) for q in quotations(text)] == [
        (0, "They told me ‘not before spring,’ so I wait,"),
        (1, "not before spring,"),
    ]


def test_british_marks_nest_the_other_way_round() -> None:
    text = "‘He wrote “too late” on the form,’ said the clerk."
    assert [(q.depth, text[q.inner_start : q.inner_end]) for q in quotations(text)] == [
        (0, "He wrote “too late” on the form,"),
        (1, "too late"),
    ]


def test_equal_marks_nest_where_both_are_closed() -> None:
    text = "“He said “no” and left,” Ruiz said."
    assert inner(text) == ["He said “no” and left,", "no"]


def test_an_unclosed_mark_leaves_the_later_quotations_right() -> None:
    text = "He called it “a waste and went home. “We pay for it,” she said. “All of us.”"
    assert inner(text)[1:] == ["We pay for it,", "All of us."]
    assert inner(text)[0] == "a waste and went home."


def test_a_missing_close_ends_with_its_paragraph() -> None:
    first, second = "“We will wait, said Ruiz.", "Nobody else came. “So be it,” she said."
    assert inner(first, second) == ["We will wait, said Ruiz.", "So be it,"]


def test_a_stray_closing_mark_opens_nothing() -> None:
    assert inner("We will wait,” said Ruiz. “But not for long.”") == ["But not for long."]


def test_a_quotation_over_paragraphs_continues_where_the_next_opens_anew() -> None:
    found = quotations("“The dam held.", "“It will hold again.", "“That is all,” Ruiz said.")
    assert [(q.closed, q.continues) for q in found] == [(False, True), (False, True), (True, False)]


def test_a_curly_mark_does_not_take_up_what_a_straight_one_opened() -> None:
    found = quotations('"The hall was dark.', "“Lights,” she called.")
    assert [(q.closed, q.continues) for q in found] == [(False, False), (True, False)]


def test_an_open_end_without_a_new_mark_does_not_continue() -> None:
    found = quotations("“The dam held.", "The river fell.")
    assert [(q.closed, q.continues) for q in found] == [(False, False)]


def test_an_open_quotation_takes_in_paragraphs_without_marks_up_to_its_close() -> None:
    paragraphs = ["“The dam held.", "It stood for nine years.", "It will not now,” said Ruiz."]
    found = quotations(*paragraphs)
    assert [(q.closed, q.continues) for q in found] == [(False, True), (False, True), (True, False)]
    assert inner(*paragraphs)[1:] == ["It stood for nine years.", "It will not now,"]


def test_a_new_quotation_ends_what_stands_open() -> None:
    found = quotations("“The dam held.", "It stood.", "She said “no” to that.")
    assert [q.continues for q in found] == [False, False]


def test_inner_quotations_of_a_continuing_paragraph_stay_inside_it() -> None:
    first = '"We met at the "Lake Group" office and stayed.'
    found = quotations(first, '"Then we left," Ruiz said.')
    assert [(q.depth, q.continues) for q in found] == [(0, True), (1, False), (0, False)]
    assert found[0].end == len(first)


def test_marks_start_afresh_after_a_blank_line() -> None:
    text = "one “two\n\nthree” four"
    assert paragraphs_of([(0, len(text))], text) == [(0, 8), (10, len(text))]


SIGNS = "“”„«»‘’‚‹›\"'`"
texts = st.text(st.sampled_from(SIGNS + "abcXYZ  .,!?\n–("), max_size=60) | st.text(max_size=40)


@given(st.lists(texts, max_size=4))
@example(['"?', '«”"X“'])
def test_quotations_lie_inside_their_text_and_nest(paragraphs: list[str]) -> None:
    size = sum(len(paragraph) + 2 for paragraph in paragraphs)
    found = quotations(*paragraphs)
    assert found == sorted(found, key=lambda q: (q.start, -q.end))
    for q in found:
        assert 0 <= q.start <= q.inner_start < q.inner_end <= q.end <= size
    for at, q in enumerate(found):
        for later in found[at + 1 :]:
            assert later.start >= q.end or later.end <= q.end
        assert q.depth == sum(o.start <= q.start and q.end <= o.end for o in found if o is not q)


words = st.text(st.sampled_from("bcdfghjkmpqvwxyz"), min_size=2, max_size=6)


@given(st.lists(words | st.sampled_from(["“we", "go,”", "‘so", "it,’", '"up', 'on,"'])), st.data())
def test_an_apostrophe_in_a_word_changes_no_quotation(
    tokens: list[str], data: st.DataObject
) -> None:
    plain = " ".join(tokens)
    inside = [i for i in range(1, len(plain)) if plain[i - 1].isalpha() and plain[i].isalpha()]
    if not inside:
        return
    at = data.draw(st.sampled_from(inside))
    sign = data.draw(st.sampled_from("'’"))
    with_apostrophe = plain[:at] + sign + plain[at:]
    assert [text.replace(sign, "") for text in inner(with_apostrophe)] == [
        text.replace(sign, "") for text in inner(plain)
    ]
