"""What of a claim is quoted."""

from __future__ import annotations

from claims.claim import Span
from claims.comparison import (
    CopyKind,
    align,
    changes_of,
    compare,
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
