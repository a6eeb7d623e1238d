"""What of a claim is quoted."""

from __future__ import annotations

from claims.claim import Span
from claims.comparison import (
    CopyKind,
    align,
    changes_of,
    compare,
    likely_quoted,
    quoted,
    quoted_pieces,
)
from claims.quotations.find import find_quotations
from tests.claims.comparison.quotations.lighthouse import (
    ORIGINAL,
)


def test_what_interrupts_a_quotation_is_no_part_of_it() -> None:
    article = "“We will not close the lighthouse,” Lind said, “before the harbor has its pilots.”"
    inside = find_quotations(article, [(0, len(article))])
    pieces = quoted_pieces([Span(0, 34), Span(47, len(article))], inside)
    told = quoted(article, pieces)

    assert [article[span.start : span.end] for span in pieces] == [
        "We will not close the lighthouse,",
        "before the harbor has its pilots.",
    ]
    found = compare(
        quoted("We will not close the lighthouse before the harbor has its pilots"), told
    )
    assert found is not None
    assert found.kind is CopyKind.VERBATIM
    back = align(told, told)
    assert [change.text for change in changes_of(back)] == [
        "We will not close the lighthouse",
        "before the harbor has its pilots",
    ]


def test_words_left_out_where_a_quotation_is_interrupted_are_cut() -> None:
    article = (
        "“We will not close the lighthouse,” Lind said. “I told Mayor Okafor that 40 fishermen…”"
    )
    told = quoted(article, [Span(1, 34), Span(48, len(article) - 1)])

    found = compare(quoted(ORIGINAL[: ORIGINAL.index(" depend")]), told)
    assert found is not None
    assert found.kind is CopyKind.CUT


def test_by_itself_a_content_may_quote_all_of_its_words_or_those_between_its_marks() -> None:
    told = "it was “a fine ship”; and “a slow one"
    every, inside, outside = likely_quoted(told)
    assert every == ["it", "was", "a", "fine", "ship", "and", "a", "slow", "one"]
    assert inside == ["a", "fine", "ship", "a", "slow", "one"]
    assert outside == ["it", "was", "and"]
    assert list(likely_quoted("a fine ship")) == [["a", "fine", "ship"]]
