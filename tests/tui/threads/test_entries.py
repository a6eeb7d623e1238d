"""A thread as entries to read."""

from __future__ import annotations

from sqlalchemy import Engine

from db.analysis.threads import list_threads, read_thread
from db.query.line import parse_filter
from tests.tui.driving import running
from tests.tui.threads.test_thread_screen import contents, thread_of
from tui.threads.entries import in_words, suggestion_entries, thread_entries


async def test_words_that_differ_from_the_first_are_told(valley: Engine) -> None:
    async with running(valley, '"going to hold" sort:published') as desk:
        await desk.press("tilde")
        entries = thread_of(desk).claims.entries
        second = next(one for one in entries if one.row and "going" in one.row.content)
        content = second.blocks[-1]
        marked = [content.text[m.start : m.end] for m in content.marks if m.style == "differs"]
        assert marked == ["is going to", "whole"]
        assert "without: will" in desk.paper("#thread-claims")
        await desk.press("D")
        assert "without: will" not in desk.paper("#thread-claims")


async def test_copies_are_folded_until_they_are_asked_for(valley: Engine) -> None:
    async with running(valley, '"going to hold" sort:published') as desk:
        await desk.press("tilde")
        assert len(contents(desk)) == 3
        await desk.press("z")
        assert len(contents(desk)) == 4
        assert "· copy" in desk.paper("#thread-claims")


def test_a_thread_is_told_in_numbers_and_copies_on_one_line(valley: Engine) -> None:
    first, *_ = list_threads(valley, parse_filter(""))
    assert in_words(first).startswith("4 claims · 4 articles · 3 stories · 2023-05-01 – 2023-05-09")
    claims = read_thread(valley, first.thread).claims
    folded = thread_entries(claims, copies=False, differing=False)
    assert [entry.row is None for entry in folded] == [False, False, False, True]
    assert folded[-1].blocks[0].text.startswith("+ 1 copy: ")
    whole = thread_entries(claims, copies=True, differing=False)
    assert [entry.row for entry in whole] == [one.row for one in claims]


def test_where_nothing_comes_near_that_is_told() -> None:
    [entry] = suggestion_entries([])
    assert entry.blocks[0].text == "Nothing else comes near."
