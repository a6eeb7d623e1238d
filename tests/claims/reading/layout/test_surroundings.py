"""What stands among and after the paragraphs."""

from __future__ import annotations

from pathlib import Path

from claims.article import SegmentKind
from tests.claims.reading.layout.lines import page
from tests.claims.reading.samples import P1, P2, P3, P4, PARAGRAPHS, kinds, read_page, texts


def test_all_below_the_heading_of_comments_is_comment(tmp_path: Path) -> None:
    reader = "The minister told my cousin that it would never be built, and I believe him on that."
    article = read_page(tmp_path, page(after=f"2 Comments\n\nKarl says:\n\n{reader}\n\nReply"))
    assert texts(article) == PARAGRAPHS
    assert kinds(article)[reader] == "comment"


def test_a_link_to_the_comments_near_the_top_hides_nothing(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(before="12 Comments"))
    assert texts(article) == PARAGRAPHS


def test_headlines_of_other_articles_are_no_body(tmp_path: Path) -> None:
    others = "Related Articles\n\nMinister says the harbour will close\n\nFerries stop for the ice"
    article = read_page(tmp_path, page(among=others))
    assert texts(article) == PARAGRAPHS
    article = read_page(tmp_path, page(after=others))
    assert texts(article) == PARAGRAPHS


def test_teasers_below_a_list_heading_at_the_end_are_no_body(tmp_path: Path) -> None:
    teaser = (
        "The harbour will be closed by May, and the ferries will go with it, a minister warned."
    )
    article = read_page(tmp_path, page(after=f"You may also like\n\n{teaser}"))
    assert texts(article) == PARAGRAPHS


def test_a_line_in_another_script_behind_the_body_is_no_body(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(after="🌻 следите за нами в канале NorthSea@ 0"))
    assert texts(article) == PARAGRAPHS


def test_a_quotation_in_another_script_within_the_body_stays(tmp_path: Path) -> None:
    quoted = "«Мы ничего не подписывали и не собираемся», — сказал министр журналистам в четверг."
    article = read_page(tmp_path, page(among=quoted))
    assert quoted in texts(article)


def test_a_line_without_full_stop_between_paragraphs_is_a_heading(tmp_path: Path) -> None:
    article = read_page(tmp_path, page(among="Who pays first"))
    assert texts(article, SegmentKind.HEADING) == ["Who pays first"]
    assert texts(article) == PARAGRAPHS


def test_items_of_a_list_that_a_sentence_opens_stay_body(tmp_path: Path) -> None:
    items = "Ms. Brandt said three things must happen:\n\nShip owners pay\n\nThe port is dredged"
    article = read_page(tmp_path, page(among=items))
    assert texts(article) == [P1, P2, *items.split("\n\n"), P3, P4]
