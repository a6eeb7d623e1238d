"""Lines as paragraphs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.article import SegmentKind
from claims.reading.formats.readers.printed.lines import Line
from claims.reading.formats.readers.printed.paragraphs import parts_of


def test_a_paragraph_over_two_pages_begins_the_second_within_it() -> None:
    lines = [
        Line("The ferry will not sail before the", (0, 20, 90, 30), 10, 0),
        Line("ice is gone, the captain said.", (0, 700, 90, 710), 10, 1),
    ]
    [part] = parts_of(lines)
    assert part.pages == ((1, 0), (2, len("The ferry will not sail before the ")))


def test_a_byline_is_a_paragraph_however_near_the_text_stands() -> None:
    texts = (
        "By Marit Solheim",
        "and Anders Dahl",
        "The ferry will not sail before",
        "the ice is gone.",
    )
    lines = [Line(text, (0, 90 - 12 * n, 90, 100 - 12 * n), 10, 0) for n, text in enumerate(texts)]
    assert [part.text for part in parts_of(lines)] == [
        "By Marit Solheim and Anders Dahl",
        "The ferry will not sail before the ice is gone.",
    ]


def column(*texts: str, left: float = 0, size: float = 10, top: float = 700) -> list[Line]:
    """Lines below each other as broad as a column, or narrower where they are short."""
    return [
        Line(text, (left, top - 12 * at, left + 9 * len(text), top + size - 12 * at), size, 0)
        for at, text in enumerate(texts)
    ]


@pytest.mark.parametrize(
    ("signature", "kind"),
    [
        ("Marit Solheim", SegmentKind.BYLINE),
        ("By Marit Solheim", SegmentKind.BYLINE),
        ("M. Solheim and Anders Dahl", SegmentKind.BYLINE),
        ("Grace Under Pressure", SegmentKind.HEADING),
        ("Harbour Office", SegmentKind.HEADING),
    ],
)
def test_who_stands_under_the_title_signs_in_whatever_size(
    signature: str, kind: SegmentKind
) -> None:
    text = column("The ferry will not sail before the ice is gone,", "the captain said.", top=600)
    lines = [*column("A ferry stays", size=20), *column(signature, size=14, top=660), *text]
    found = [(part.text, part.kind) for part in parts_of(lines)]
    assert found[:2] == [("A ferry stays", SegmentKind.TITLE), (signature, kind)]


def test_a_name_in_the_text_is_a_heading() -> None:
    text = column("The ferry will not sail before the ice is gone,", "the captain said.", top=660)
    lines = [*column("A ferry stays", size=20), *text, *column("Marit Solheim", size=14, top=600)]
    assert parts_of([*lines, *column("She does not.", top=560)])[2].kind is SegmentKind.HEADING


def test_a_footnote_stands_behind_the_paragraph_that_it_parts() -> None:
    lines = [
        *column("The ferry will not sail, said Marit Sol-"),
        *column("1 In a letter of which this", "newspaper has a copy.", size=8, top=600),
        *column(
            "heim, before the ice is all gone there.",
            "Nobody has asked for a vote on it now.",
            left=400,
        ),
    ]
    found = parts_of(lines)
    assert [(part.text, part.kind) for part in found] == [
        ("The ferry will not sail, said Marit Solheim, before the ice is all gone there. "
         "Nobody has asked for a vote on it now.", SegmentKind.PARAGRAPH),
        ("1 In a letter of which this newspaper has a copy.", SegmentKind.JUNK),
    ]  # fmt: skip


def test_a_sentence_goes_on_in_the_next_column_with_a_name() -> None:
    lines = [
        *column("The ferry will not sail, said Captain"),
        *column("Solheim, before the ice is gone here.", left=400),
    ]
    assert len(parts_of(lines)) == 1


def test_a_bold_line_is_a_heading_however_near_the_text_stands() -> None:
    heading, *text = column("What comes next", "Solheim said the ferry will not sail.", "Not now.")
    bold = replace(heading, bold=True)
    assert [(part.text, part.kind) for part in parts_of([bold, *text])] == [
        ("What comes next", SegmentKind.HEADING),
        ("Solheim said the ferry will not sail. Not now.", SegmentKind.PARAGRAPH),
    ]


def test_bylines_dates_and_items_of_lists_are_paragraphs() -> None:
    texts = (
        "A vote that nobody wants",
        "By Marit Solheim",
        "May 3, 2023",
        "The board met",
        "• one",
        "• two",
    )
    assert [part.text for part in parts_of(column(*texts))] == list(texts)
